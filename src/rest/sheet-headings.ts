import type { Language } from '../api/problem.js';
import { headingWords } from './sheet-words.data.js';

const inVietnamese = new Map(
  headingWords
    .trim()
    .split(/ \| |\n/)
    .map((entry) => entry.split(': ') as [string, string]),
);

/** `recipientName` as "Recipient name". */
const inEnglish = (name: string): string => {
  const words = name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Heading of a column for people: "Đo lường: Đơn vị tính". A name without a Vietnamese word stands in English. */
export const headingOf = (path: readonly string[], language: Language): string =>
  path.map((name) => (language === 'vi' ? inVietnamese.get(name) : undefined) ?? inEnglish(name)).join(': ');
