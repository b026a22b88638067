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

/** NFC of a text that may have so many characters, in a form; a longer text stays as it is, to be refused. */
export const nfcUpTo = (max: number, text: string, form = (nfc: string) => nfc): string =>
  // A decomposed Vietnamese letter has at most three characters.
  text.length <= 3 * max ? form(normalize(text)) : text;

/** Signs, and letters of other alphabets, by what they look like. */
const likeness = new Map(
  Object.entries({
    đ: 'ðɖ',
    "'": '‘’‛ʻʼʽ´`′＇',
    '-': '‐‑‒–—−',
    ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', j: 'ј', k: 'к', m: 'м', o: 'о', p: 'р', s: 'ѕ', t: 'т' },
    ...{ x: 'х', y: 'у' },
  }).flatMap(([look, signs]) => [...signs].map((sign) => [sign, look] as const)),
);

/** Signs and what each looks like, in the same order. */
export const alike = { signs: [...likeness.keys()].join(''), looks: [...likeness.values()].join('') } as const;

/** Text in lower case, decomposed, without what shows nothing, signs by what they look like. */
const shownAs = (text: string): string =>
  normalize(text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase(), 'NFD').replace(
    /[`\u0080-\uffff]/g,
    (sign) => likeness.get(sign) ?? sign,
  );

/** A tone on the first of two vowels, and its other place. */
export const tones = { before: /([iou])([\u0300\u0301\u0303\u0309\u0323])([aeoy])/g, after: '$1$3$2' } as const;

/** How a text looks, for who compares names by eye: `THÔN HOÀ` and `Thôn  Hòa` look alike, `Ấn` and `Ân` do not. */
export function looksOf(text: string): string {
  // The tone of a syllable may stand on either of two vowels.
  const tonesLast = shownAs(text).replace(/([\u0300\u0301\u0303\u0309\u0323])([\p{L}\p{M}]+)/gu, '$2$1');
  return normalize(tonesLast, 'NFD').replace(/\s+/g, ' ').trim();
}

/** Text for search: how it looks, without diacritics, đ as d. `Nguyễn Đình` → `nguyen dinh`. */
export const fold = (text: string): string => looksOf(text).replace(/\p{M}/gu, '').replace(/đ/g, 'd');

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

/** Search by a name. */
export interface NameSearch {
  /** Pattern for LIKE of the folded name. */
  like: string;
  /** Words as they were typed, diacritics and all. */
  words: string;
  /** Folded name that is nothing but these words. */
  whole: string;
}

/** Search by a name; null: no search. */
export const nameSearch = (search: string | undefined): NameSearch | null =>
  search === undefined
    ? null
    : {
        like: likeFolded(search) as string,
        // One tone has two places: hòa, hoà.
        words: normalize(shownAs(search).replace(tones.before, tones.after)).replace(/\s+/g, ' ').trim(),
        whole: fold(search),
      };
