/**
 * Whether a text has at most 30 marks in a row, as the stream-safe form of Unicode demands (UAX #15). The cost of
 * normalising a row is the square of its length.
 */
export const isStreamSafe = (text: string): boolean => !/\p{M}{31}/u.test(text);

/** NFC or NFD of a text; a text that is not stream-safe stays as it is. */
export function normalize(text: string, form: 'NFC' | 'NFD' = 'NFC'): string {
  // eslint-disable-next-line no-restricted-syntax -- The one place that normalises.
  return isStreamSafe(text) ? text.normalize(form) : text;
}

/** NFC of a text that may have so many characters; a longer text stays as it is, to be refused. */
export const nfcUpTo = (max: number, text: string): string =>
  // A decomposed Vietnamese letter has at most three characters.
  text.length <= 3 * max ? normalize(text) : text;

/** Text for search: without diacritics, đ as d, lower case, single spaces. `Nguyễn Đình` → `nguyen dinh`. */
export function fold(text: string): string {
  return normalize(text, 'NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether values are the same but for the number and kind of blanks in their texts. */
export const readsAlike = (one: unknown, other: unknown): boolean => withSingleBlanks(one) === withSingleBlanks(other);

const withSingleBlanks = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.replace(/\s+/g, ' ').trim() : part));

/** Sort key of a person: the given name, which is the last word, then family and middle names. */
export function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** Pattern for LIKE that finds the folded text anywhere; null: no search. */
export function likeFolded(search: string | undefined): string | null {
  return search === undefined ? null : `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`;
}
