import { word, type Word } from '../word.js';
import { refusedIn, type TextKind } from './characters.js';

/**
 * Sentences of a limit for class-validator, in both languages; `{sent}` stands for what was sent: the number, or how
 * many characters or items.
 */
const limit = (en: string, vi: string) => ({ message: en, context: { vi } });
const numbers = (number: number) => ({ en: number.toLocaleString('en'), vi: number.toLocaleString('vi') });

export function atMostItems(most: number) {
  const { en, vi } = numbers(most);
  return limit(`At most ${en} items; {sent} were sent.`, `Nhiều nhất ${vi} mục; đã gửi {sent}.`);
}

export function atMostCharacters(most: number) {
  const { en, vi } = numbers(most);
  return limit(`At most ${en} characters; {sent} were sent.`, `Nhiều nhất ${vi} ký tự; đã gửi {sent}.`);
}

export function atLeast(least: number) {
  const { en, vi } = numbers(least);
  return limit(`At least ${en}; {sent} was sent.`, `Ít nhất là ${vi}; đã gửi {sent}.`);
}

export function atMost(most: number) {
  const { en, vi } = numbers(most);
  return limit(`At most ${en}; {sent} was sent.`, `Nhiều nhất là ${vi}; đã gửi {sent}.`);
}

/** Examples of a text; with words in both languages where these need some. */
export type Example = string | { en: string; vi: string };

/** Sentence for a text of another form than `example`. */
export function likeExample(example: Example) {
  const { en, vi } = typeof example === 'string' ? { en: example, vi: example } : example;
  return limit(`It reads like ${en}; {sent} was sent.`, `Phải có dạng như ${vi}; đã gửi {sent}.`);
}

/** Sentence for a word that is none of a closed list; of a long list some are named. */
export function oneAmong(values: readonly string[]) {
  const few = values.slice(0, 20).join(', ') + (values.length > 20 ? ', …' : '');
  return limit(`One of ${few}; {sent} was sent.`, `Phải là một trong: ${few}; đã gửi {sent}.`);
}

/** Sentences for a day and a period of the right form that do not exist. */
export const noSuchDay = limit(
  'The calendar has no such day; {sent} was sent.',
  'Lịch không có ngày này; đã gửi {sent}.',
);
export const noSuchPeriod = limit(
  'There is no such period: the first year or day stands before the last; {sent} was sent.',
  'Không có kỳ này: năm đầu trước năm cuối, ngày đầu không sau ngày cuối; đã gửi {sent}.',
);
export const tooManyMarks = limit('It has more than 30 marks in a row.', 'Có hơn 30 dấu liền nhau; hãy gõ lại chỗ đó.');
export const printing = limit(
  'It prints nothing: write it, or leave it out.',
  'Không được để trống: phải có chữ hoặc số.',
);

/** Sentences of the validator's own rules, by its names for them. */
const ofValidator: Readonly<Record<string, Word>> = {
  isString: word('Phải là chuỗi ký tự; đã gửi {sent}.', 'It is a text; {sent} was sent.'),
  isInt: word('Phải là số nguyên; đã gửi {sent}.', 'It is a whole number; {sent} was sent.'),
  isBoolean: word('Phải là true hoặc false; đã gửi {sent}.', 'It is true or false; {sent} was sent.'),
  isArray: word('Phải là danh sách; đã gửi {sent}.', 'It is a list; {sent} was sent.'),
  isUuid: word('Phải là mã định danh (UUID); đã gửi {sent}.', 'It is a UUID; {sent} was sent.'),
  isObject: word('Phải là một đối tượng, không phải danh sách.', 'It is one object, not a list.'),
};

/** Sentence for a member that an input or an address does not have. */
export const noSuchMember = (name: string): Word =>
  word(`Không nhận mục "${name}"; hãy bỏ mục này.`, `There is no "${name}" here: leave it out.`);

/** Sentence for a value that breaks a rule of this name: that of its shape, if it has one. A missing value says so. */
export function judged(
  { code, name, value }: { code: string; name: string; value: unknown },
  ofShape: Word | undefined,
) {
  if (code === 'isDefined') return missing;
  const sentence = code === 'whitelistValidation' ? noSuchMember(name) : (ofShape ?? ofValidator[code]);
  if (!sentence) return undefined;
  const [vi, en] = [withSent(sentence.vi, code, value), withSent(sentence.en, code, value)];
  return value === undefined ? word(`${missing.vi} ${vi}`, `${missing.en} ${en}`) : word(vi, en);
}

const missing = word('Còn thiếu.', 'It is missing.');

/** Sentences for a text with a character that is not stored: which, where, and what it is. */
export const withoutRefused = (written: TextKind) => ({
  message: ({ value }: { value: unknown }) => refusedCharacter(value, written)?.en ?? '',
  context: { vi: (value: unknown) => refusedCharacter(value, written)?.vi ?? '' },
});

/** Sentences for the first character of a text, or of a list of texts, that is not stored. */
export function refusedCharacter(value: unknown, written: TextKind): Word | undefined {
  const [found] = textsOf(value).flatMap((text) => refusedIn(text, written) ?? []);
  if (!found) return undefined;
  const { sign, place, en, vi } = found;
  return word(
    `Ký tự thứ ${place} là ${sign} (${vi}); hãy gõ lại chỗ đó.`,
    `Character ${place} is ${sign}, ${en}: type it anew.`,
  );
}

/** A sentence of a limit with what was sent; without it where nothing was, or a value that has no such number. */
function withSent(sentence: string, code: string, value: unknown): string {
  const sent = code in numbered ? numbered[code]?.(value) : writtenAs(value);
  return sent === undefined
    ? sentence.replace(/;[^;]*\{sent\}[^;.]*/, '')
    : sentence.replace('{sent}', () => String(sent));
}

const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const textsOf = (value: unknown) => valuesOf(value).filter((each) => typeof each === 'string');
const numberOf = (value: unknown) => valuesOf(value).find((each) => typeof each === 'number');

/** Numbers that limits are held against; of a list of texts the length of the longest. */
const numbered: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  arrayMaxSize: (value) => (Array.isArray(value) ? value.length : undefined),
  maxLength: (value) => {
    const lengths = textsOf(value).map((each) => each.length);
    return lengths.length > 0 ? Math.max(...lengths) : undefined;
  },
  min: numberOf,
  max: numberOf,
};

/** Text with the code of each sign that shows nothing, or looks like a blank or a hyphen: `2024[U+2013]01`. */
const withUnseen = (text: string) =>
  text.replace(
    /(?![ -])[\p{C}\p{Z}\p{Pd}\p{Default_Ignorable_Code_Point}]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );

/** A value that was sent, as JSON, as far as a sentence takes it; of several or a record none is known. */
function writtenAs(value: unknown): string | undefined {
  const [one, ...more] = valuesOf(value);
  if (more.length > 0) return undefined;
  if (one === null) return 'null';
  if (typeof one === 'string') return `"${withUnseen(one.length > 60 ? `${one.slice(0, 60)}…` : one)}"`;
  return typeof one === 'number' || typeof one === 'boolean' ? String(one) : undefined;
}
