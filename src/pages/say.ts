import type { Language } from '../api/problem.js';

/** The sentence of a language: `say(vi, en)`. */
export type Say = <T>(vi: T, en: T) => T;

/** A sentence with a capital letter. */
export const capital = (sentence: string): string =>
  `${sentence.charAt(0).toLocaleUpperCase('vi')}${sentence.slice(1)}`;

export const sayIn =
  (language: Language): Say =>
  (vi, en) =>
    language === 'vi' ? vi : en;
