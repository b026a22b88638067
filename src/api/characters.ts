/** Characters that show nothing: of no width, soft hyphens, marks of direction, byte order marks. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const breaks = /\r\n|[\r\v\f\x85\u2028\u2029]/g;

/** Prose as it is stored: each line break of Word, Excel and Windows as LF, no character that shows nothing. */
export const proseOf = (text: string): string => text.replace(breaks, '\n').replace(unseen, '');

/** A line as it is stored: no character that shows nothing, one kind of blank, none at the ends. */
export const lineOf = (text: string): string =>
  proseOf(text)
    .replace(/\p{Zs}/gu, ' ')
    .trim();

/** Whether a text prints something: a letter, a digit, a sign. */
export const prints = (text: string): boolean => /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Characters that are stored in no text, and in no line. */
const refused = {
  prose: /[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffc\ufffd]|(?![\t\n])\p{Cc}/u,
  line: /[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffc\ufffd\p{Cc}]/u,
} as const;

export type TextKind = keyof typeof refused;

/** Kinds of refused characters in both languages; the first that fits says what a character is. */
const kinds = [
  [/\ufffd/u, 'a letter that was lost on its way', 'chữ bị mất khi chuyển mã'],
  [/\ufffc/u, 'the place of a picture', 'chỗ của một hình chèn'],
  [/\p{Co}/u, 'a sign that only one font has, such as a bullet of Wingdings', 'ký hiệu riêng của một phông chữ'],
  [/\n/u, 'a line break, where one line is asked for', 'dấu xuống dòng, ở đây chỉ ghi một dòng'],
  [/\t/u, 'a tab, where one line is asked for', 'dấu tab, ở đây chỉ ghi một dòng'],
  [/\p{Cc}/u, 'a control character', 'ký tự điều khiển'],
  [/./su, 'no character of a text', 'không phải ký tự của văn bản'],
] as const;

/** The first character of a text that is not stored: its sign (`U+FFFD`), its place from 1, and what it is. */
export function refusedIn(text: string, written: TextKind) {
  const at = text.search(refused[written]);
  if (at < 0) return undefined;
  const code = text.codePointAt(at) ?? 0;
  const [, en, vi] = kinds.find(([kind]) => kind.test(String.fromCodePoint(code))) ?? kinds[kinds.length - 1]!;
  return {
    sign: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    place: [...text.slice(0, at)].length + 1,
    en,
    vi,
  };
}
