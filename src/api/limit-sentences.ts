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
export const withoutControls = limit('No control characters.', 'Không được có ký tự điều khiển.');
export const printing = limit(
  'It prints nothing: write a letter or a digit.',
  'Không được để trống: phải có chữ hoặc số.',
);
export const inOneLine = limit('One line: no line break, no tab.', 'Chỉ một dòng: không xuống dòng, không dùng tab.');

/** Rules of a text or word: what was sent is quoted. */
const ofText: readonly string[] = ['matches', 'isIn', 'calendar'];

/** A sentence of a limit with what was sent; without it where a value of another type was sent. */
export function withSent(sentence: string, code: string, value: unknown): string {
  const sent = ofText.includes(code) ? textSent(value) : sentTo(code, value);
  return sent === undefined
    ? sentence.replace(/;[^;]*\{sent\}[^;.]*/, '')
    : sentence.replace('{sent}', () => String(sent));
}

/** Number that a limit is held against; of a list of texts the length of the longest. */
function sentTo(code: string, value: unknown): number | undefined {
  if (code === 'arrayMaxSize') return Array.isArray(value) ? value.length : undefined;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (code !== 'maxLength') return values.find((each) => typeof each === 'number');
  const lengths = values.flatMap((each) => (typeof each === 'string' ? each.length : []));
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}

/** A text that was sent, as far as a sentence takes it; of several none is known. */
function textSent(value: unknown): string | undefined {
  const [text, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (typeof text !== 'string' || more.length > 0) return undefined;
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
