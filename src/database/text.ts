/** Text for search: without diacritics, đ as d, lower case, single spaces. `Nguyễn Đình` → `nguyen dinh`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Sort key of a person: the given name, which is the last word, then family and middle names. */
export function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** Pattern for LIKE that finds the folded text anywhere; null: no search. */
export function likeFolded(search: string | undefined): string | null {
  return search === undefined ? null : `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`;
}
