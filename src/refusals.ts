import { vietnameseDate } from './day.js';
import { point, type AnyPointCode, type Point, type PointCode, type Sentence } from './points.js';
import { refusals } from './refusals.data.js';
import { recordWords, type RecordWord } from './state-words.data.js';
import type { Word } from './word.js';

export type RefusalCode = keyof typeof refusals;

/**
 * Seconds after which the same request may be sent again: the header Retry-After. Each TOO_MANY_REQUESTS has seconds of
 * its own.
 */
export const retryAfter: Readonly<Partial<Record<RefusalCode, number>>> = {
  KEY_IN_FLIGHT: 1,
  BUSY: 1,
  UPLOADS_RUNNING: 10,
  OVERLOADED: 1,
  UNAVAILABLE: 2,
};

/** A request understood and declined, with every point that is known. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly points: readonly Point<AnyPointCode>[] = [],
    /** Values in the sentence of one language beside the details, or in their place. */
    readonly words: Readonly<Partial<Record<'vi' | 'en', Readonly<Record<string, unknown>>>>> = {},
  ) {
    super(refusals[code][2]);
  }

  get status(): number {
    return refusals[this.code][0];
  }
}

/** A time already recorded that another overlaps; `acts`: those that a delegation has in common with the other. */
export interface RecordedTime {
  id: string;
  validFrom: string;
  validTo: string | null;
  acts?: readonly string[] | null;
}

/** Refusal of a time that overlaps one already recorded, with the days, the id and the acts of that. */
export function overlapping({ id, validFrom, validTo, acts }: RecordedTime): Refusal {
  const until =
    validTo === null ? { vi: '', en: ' on' } : { vi: ` đến ${vietnameseDate(validTo)}`, en: ` to ${validTo}` };
  const common = acts ? ` ${acts.join(', ')}` : '';
  return new Refusal('TERM_OVERLAPS', { id, validFrom, validTo, ...(acts && { acts }) }, [], {
    vi: { other: `:${common} từ ${vietnameseDate(validFrom)}${until.vi}` },
    en: { other: `:${common} from ${validFrom}${until.en}` },
  });
}

/** Refusal of an act on a record that others rest on: with the type, and where it is known the id, of one of them. */
export function stillReferredTo(record: { type: RecordWord; id?: string } | undefined): Refusal {
  const { type, id } = record ?? {};
  const other = (language: keyof Word) => ({
    other: type && ` (${recordWords[type][language]}${id === undefined ? '' : ` ${id}`})`,
  });
  return new Refusal('STILL_REFERRED_TO', { ...record }, [], { vi: other('vi'), en: other('en') });
}

/** Throws a refusal with all the points, unless there are none: RULE, or `conflict` if every point has that code. */
export function refuse(points: readonly Point[], conflict?: RefusalCode & PointCode): void {
  if (points.length === 0) return;
  const code = conflict !== undefined && points.every((each) => each.code === conflict) ? conflict : 'RULE';
  throw new Refusal(code, {}, points);
}

/**
 * Throws a refusal with all the points. ASKED_BACK, when nothing is broken and only figures are asked back: the request
 * passes when it is sent again with their codes in `confirm`.
 */
export function refuseOrAskBack(points: readonly Point[], asked: readonly Point[]): void {
  const refusal = refusalWith(points, asked);
  if (refusal) throw refusal;
}

/** The refusal that `refuseOrAskBack` throws, if any. */
export function refusalWith(points: readonly Point[], asked: readonly Point[]): Refusal | undefined {
  if (points.length === 0 && asked.length === 0) return undefined;
  return points.length === 0 ? new Refusal('ASKED_BACK', {}, asked) : new Refusal('RULE', {}, [...points, ...asked]);
}

/** The answer of a part of an act, or the refusal that it throws. */
export async function orRefusal<T>(part: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await part();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The answer of such a part; throws what is a refusal. */
export function orThrow<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}

/** The refusal of one broken rule. */
export const wrong = (pointer: string, code: PointCode, sentence: Sentence): Refusal =>
  new Refusal('RULE', {}, [point(pointer, code, sentence)]);

/** Refusal that a demand throws, if any. */
export function refusalOf(demand: () => void): Refusal | undefined {
  try {
    demand();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Whether a part that may be refused was not. */
export const isSound = <T>(part: T | Refusal): part is T => !(part instanceof Refusal);
