import { fold } from '../database/text.js';
import type { Document } from './document.entity.js';

/** Text that a search finds a document by. */
export const foldedOf = ({
  title,
  symbol = null,
}: Pick<Document, 'title'> & Partial<Pick<Document, 'symbol'>>): string => fold(`${title} ${symbol ?? ''}`);
