import type { pointsForOperators, pointsInVietnamese } from './points.data.js';

export type PointCode = keyof typeof pointsInVietnamese;
export type OperatorsPointCode = (typeof pointsForOperators)[number];
export type AnyPointCode = PointCode | OperatorsPointCode;

/**
 * One point of a refusal: where (`pointer`, RFC 6901 into the body or the parameters), which rule (`code`), and a
 * sentence.
 */
export interface Point<Code extends AnyPointCode = PointCode> {
  pointer: string;
  code: Code;
  detail: string;
  /** The sentence in Vietnamese where it names values; else that of the code. */
  vi?: string;
  /** Ways to read a figure that is asked back, each as it would be taken. */
  readings?: readonly string[];
}

/** A sentence of a point in English, and in both languages where the Vietnamese one names values, too. */
export type Sentence = string | Readonly<{ en: string; vi: string }>;

export function point(pointer: string, code: PointCode, sentence: Sentence): Point;
export function point(pointer: string, code: OperatorsPointCode, sentence: string): Point<OperatorsPointCode>;
export function point(pointer: string, code: AnyPointCode, sentence: Sentence): Point<AnyPointCode> {
  const said = typeof sentence === 'string' ? { detail: sentence } : { detail: sentence.en, vi: sentence.vi };
  return { pointer, code, ...said };
}

/** The points that were found: `points(broken && point('/at', 'CODE', 'Sentence.'), …)`. */
export const points = <Code extends AnyPointCode>(
  ...found: readonly (false | null | undefined | Point<Code> | readonly Point<Code>[])[]
): Point<Code>[] => found.flatMap((each) => each || []);

/** One name as a step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
