import Big from 'big.js';
import { Refusal, type Point } from '../refusals.js';
import type { Indicator } from './indicator.entity.js';

type Judged = Pick<Indicator, 'direction' | 'comparator' | 'target' | 'targetText' | 'upperTarget' | 'outOf' | 'measure' | 'overUnits'>;

interface Rule {
  code: string;
  pointer: string;
  detail: string;
  broken(indicator: Judged): boolean;
}

const inWords = new Set(['HOLD', 'GRADE', 'ACHIEVE']);
const upward = new Set(['AT_LEAST', 'ABOVE']);
const downward = new Set(['AT_MOST', 'BELOW']);

const rules: readonly Rule[] = [
  {
    code: 'UPSIDE_DOWN',
    pointer: '/comparator',
    detail: 'A comparator that asks for more does not go with "less is better", nor the other way round.',
    broken: ({ direction, comparator }) => (direction === 'DOWN' && upward.has(comparator)) || (direction === 'UP' && downward.has(comparator)),
  },
  {
    code: 'TARGET_IN_WORDS',
    pointer: '/target',
    detail: 'HOLD, GRADE and ACHIEVE have no target in figures; HOLD and GRADE name it in targetText.',
    broken: ({ comparator, target, targetText }) => inWords.has(comparator) && (target !== null || (comparator !== 'ACHIEVE' && targetText === null)),
  },
  {
    code: 'RANGE',
    pointer: '/upperTarget',
    detail: 'BETWEEN, and only BETWEEN, goes from a target up to an upperTarget that is not below it.',
    broken: ({ comparator, target, upperTarget }) =>
      comparator === 'BETWEEN' ? target === null || upperTarget === null || new Big(target).gt(upperTarget) : upperTarget !== null,
  },
  {
    code: 'MORE_THAN_ALL',
    pointer: '/outOf',
    detail: 'The total must be above zero and not below the target counted out of it.',
    broken: ({ target, outOf }) => outOf !== null && (!new Big(outOf).gt(0) || (target !== null && new Big(target).gt(outOf))),
  },
  {
    code: 'MEAN_OF_PERCENTAGES',
    pointer: '/overUnits',
    detail: 'Percentages of units of different size have no mean: use RATIO, which adds up values and totals first.',
    broken: ({ overUnits, measure }) => overUnits === 'MEAN' && measure.unit === 'PERCENT',
  },
];

/** Every rule an indicator breaks, none when it is in order (DOMAIN §1.3, CONTRACT "Records"). */
export const broken = (indicator: Judged): Point[] => rules.filter((rule) => rule.broken(indicator)).map(({ pointer, code, detail }) => ({ pointer, code, detail }));

/** The target an indicator has under one of its readings. Refusal: RULE for a reading it does not have, or one whose target must be given. */
export function readAs({ clarification, targetText }: Pick<Indicator, 'clarification' | 'targetText'>, code: string, given: string | undefined): Pick<Indicator, 'comparator' | 'target' | 'upperTarget' | 'targetText'> {
  const reading = clarification?.readings.find((each) => each.code === code);
  if (!reading) throw new Refusal('RULE', {}, [{ pointer: '/reading', code: 'UNKNOWN', detail: `There is no reading "${code}" to choose.` }]);
  if (reading.needsBaseline && given === undefined) throw new Refusal('RULE', {}, [{ pointer: '/target', code: 'NEEDS_TARGET', detail: `Reading "${code}" depends on the baseline: give the target it comes to.` }]);
  if (!reading.needsBaseline && given !== undefined) throw new Refusal('RULE', {}, [{ pointer: '/target', code: 'TARGET_FIXED', detail: `Reading "${code}" states its target.` }]);
  return { comparator: reading.comparator, target: given ?? reading.target, upperTarget: reading.upperTarget, targetText };
}
