import type { Language } from '../api/problem.js';

/** A word in Vietnamese and in English. */
export type Word = Readonly<Record<Language, string>>;
export const word = (vi: string, en: string): Word => ({ vi, en });
