import Big from 'big.js';
import type { OperationId } from '../access/permissions.js';
import { point, points, type Point, type PointCode } from '../points.js';
import { wrong } from '../refusals.js';
import type { Direction, Indicator } from './indicator.entity.js';
import type { Comparator, ExpectedShare, MeasureUnit } from './indicator-members.view.js';
import { touches } from './period.js';

type Judged = Pick<
  Indicator,
  | 'name'
  | 'direction'
  | 'comparator'
  | 'target'
  | 'targetText'
  | 'upperTarget'
  | 'outOf'
  | 'measure'
  | 'overUnits'
  | 'expectedShare'
>;

/** Demands of a comparator on its indicator: the direction it contradicts, and the kind of target. */
const kinds: Readonly<Record<Comparator, { never?: Direction; target: 'FIGURE' | 'RANGE' | 'WORDS' | 'NONE' }>> = {
  AT_LEAST: { never: 'DOWN', target: 'FIGURE' },
  ABOVE: { never: 'DOWN', target: 'FIGURE' },
  AT_MOST: { never: 'UP', target: 'FIGURE' },
  BELOW: { never: 'UP', target: 'FIGURE' },
  EQUAL: { target: 'FIGURE' },
  BETWEEN: { target: 'RANGE' },
  HOLD: { target: 'WORDS' },
  GRADE: { target: 'WORDS' },
  ACHIEVE: { target: 'NONE' },
};

interface Rule {
  code: PointCode;
  pointer: string;
  detail: string;
  broken(indicator: Judged, year: number): boolean;
}

const negative = (figure: string | null) => figure !== null && new Big(figure).lt(0);

const rules: readonly Rule[] = [
  {
    code: 'NAMELESS',
    pointer: '/name',
    detail: 'An indicator has a name.',
    broken: ({ name }) => name.trim() === '',
  },
  {
    code: 'UPSIDE_DOWN',
    pointer: '/comparator',
    detail: 'A comparator that asks for more does not go with "less is better", nor the other way round.',
    broken: ({ direction, comparator }) => kinds[comparator].never === direction,
  },
  {
    code: 'TARGET_IN_WORDS',
    pointer: '/target',
    detail: 'HOLD, GRADE and ACHIEVE have no target in figures; HOLD and GRADE name it in targetText.',
    broken: ({ comparator, target, targetText }) => {
      const asked = kinds[comparator].target;
      return (asked === 'WORDS' && (target !== null || targetText === null)) || (asked === 'NONE' && target !== null);
    },
  },
  {
    code: 'RANGE',
    pointer: '/upperTarget',
    detail: 'BETWEEN, and only BETWEEN, goes from a target up to an upperTarget that is not below it.',
    broken: ({ comparator, target, upperTarget }) =>
      kinds[comparator].target === 'RANGE'
        ? target === null || upperTarget === null || new Big(target).gt(upperTarget)
        : upperTarget !== null,
  },
  {
    code: 'NEGATIVE',
    pointer: '/target',
    detail: 'Only a percentage can be negative, a count or a quantity cannot.',
    broken: ({ target, upperTarget, measure }) =>
      measure.unit !== 'PERCENT' && (negative(target) || negative(upperTarget)),
  },
  {
    code: 'MORE_THAN_ALL',
    pointer: '/outOf',
    detail: 'The total must be above zero and not below the target counted out of it.',
    broken: ({ target, outOf }) =>
      outOf !== null && (!new Big(outOf).gt(0) || (target !== null && new Big(target).gt(outOf))),
  },
  {
    code: 'MEAN_OF_PERCENTAGES',
    pointer: '/overUnits',
    detail: 'Percentages of units of different size have no mean: use RATIO, which adds up values and totals first.',
    broken: ({ overUnits, measure }) => overUnits === 'MEAN' && measure.unit === 'PERCENT',
  },
  {
    code: 'SHARES',
    pointer: '/expectedShare',
    detail: "Each share is 0–100 percent, for a period of the plan's year, and no period has two.",
    broken: ({ expectedShare }, year) => !sharesInOrder(expectedShare, year),
  },
];

const sharesInOrder = (shares: readonly ExpectedShare[], year: number) =>
  new Set(shares.map(({ period }) => period)).size === shares.length &&
  shares.every(({ period, share }) => touches(period, year) && new Big(share).gte(0) && new Big(share).lte(100));

/**
 * Every rule an indicator of a year's plan breaks, none when it is in order (docs/domain.md §1.3, docs/contract.md
 * "Records").
 */
export const broken = (indicator: Judged, year: number): Point[] =>
  rules.filter((rule) => rule.broken(indicator, year)).map(({ pointer, code, detail }) => point(pointer, code, detail));

/** Whether an indicator no longer applies on a day. */
export const isRetired = ({ retiredOn }: Pick<Indicator, 'retiredOn'>, day: string): boolean =>
  retiredOn !== null && retiredOn <= day;

/** They hold no number. */
const inWords: readonly MeasureUnit[] = ['STATE', 'GRADE', 'RATING'];

/**
 * Points against an act on an indicator on a day, whatever its input: the indicator is retired, has no open question,
 * or has no figure to allot.
 */
export function hindered(
  act: OperationId,
  indicator: Pick<Indicator, 'comparator' | 'measure' | 'needsClarification' | 'retiredOn'>,
  on: string,
): Point[] {
  const { comparator, measure, needsClarification, retiredOn } = indicator;
  const retired = (pointer: string) => point(pointer, 'RETIRED', `It is retired from ${retiredOn} on.`);
  if (act === 'retireIndicator' && retiredOn !== null) return [retired('/from')];
  if (act === 'clarifyIndicator' && !needsClarification)
    return [point('/reading', 'NO_QUESTION', 'It has no open question.')];
  if (act !== 'setTarget') return [];
  const figureless = ['WORDS', 'NONE'].includes(kinds[comparator].target) || inWords.includes(measure.unit);
  return points(
    isRetired(indicator, on) && retired('/code'),
    figureless && point('/value', 'NO_FIGURE', 'A grade, a state or "done or not" has no figure to allot.'),
  );
}

/**
 * Target of an indicator under one of its readings. Refusal: RULE for an unknown reading, or for one whose target must
 * be given.
 */
export function readAs(
  { clarification, targetText }: Pick<Indicator, 'clarification' | 'targetText'>,
  code: string,
  given: string | undefined,
): Pick<Indicator, 'comparator' | 'target' | 'upperTarget' | 'targetText'> {
  const reading = clarification?.readings.find((each) => each.code === code);
  if (!reading) throw wrong('/reading', 'UNKNOWN', `There is no reading "${code}" to choose.`);
  if (reading.needsBaseline && given === undefined)
    throw wrong('/target', 'NEEDS_TARGET', `Reading "${code}" depends on the baseline: give the target it comes to.`);
  if (!reading.needsBaseline && given !== undefined)
    throw wrong('/target', 'TARGET_FIXED', `Reading "${code}" states its target.`);
  return {
    comparator: reading.comparator,
    target: given ?? reading.target,
    upperTarget: reading.upperTarget,
    targetText,
  };
}
