import type { BoardContent } from './board-content.js';
import type { Markup } from './markup.js';

/** Place of the published standings of each block, each unit opening to its tree. Nothing until some are published. */
export const standingsCards = (_: BoardContent): Markup[] => [];
