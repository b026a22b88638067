/** Text as people search for it: without diacritics, đ as d, lower case, single spaces. `Nguyễn Đình` → `nguyen dinh`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a list of people is sorted by: the given name, which is the last word, then family and middle names. */
export function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** A pattern for LIKE that finds the folded words anywhere; null searches for nothing. */
export function likeFolded(search: string | undefined): string | null {
  return search === undefined ? null : `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`;
}
