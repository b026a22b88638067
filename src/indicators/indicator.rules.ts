import Big from 'big.js';
import type { OperationId } from '../access/permissions.js';
import { vietnameseDate } from '../day.js';
import { point, points, type Point, type PointCode } from '../points.js';
import { brokenBegin, isRetired } from './applying.rules.js';
import type { Direction, Indicator } from './indicator.entity.js';
import type { Comparator, ExpectedShare } from './indicator-members.view.js';
import type { Years } from './period.js';
import { brokenPrintedChange } from './printed-change.rules.js';
import { brokenPeriod } from './reportable.rules.js';
import { unreportableFigures } from './unreportable.rules.js';
import { isInWords } from './value.rules.js';

type Judged = Pick<
  Indicator,
  | 'name'
  | 'direction'
  | 'comparator'
  | 'basis'
  | 'target'
  | 'targetText'
  | 'upperTarget'
  | 'outOf'
  | 'baseline'
  | 'printedChange'
  | 'beyond'
  | 'grades'
  | 'measure'
  | 'endsAt100'
  | 'frequency'
  | 'overUnits'
  | 'overYears'
  | 'seasons'
  | 'expectedShare'
  | 'appliesFrom'
  | 'derived'
  | 'derivation'
  | 'awardForm'
>;

/**
 * Demands of a comparator on its indicator: the direction it contradicts, and the kind of target. STATED: a figure that
 * stands in the plan and is not judged, such as a share of a structure.
 */
const kinds: Readonly<
  Record<Comparator, { never?: Direction; target: 'FIGURE' | 'RANGE' | 'WORDS' | 'NONE' | 'STATED' }>
> = {
  AT_LEAST: { never: 'DOWN', target: 'FIGURE' },
  ABOVE: { never: 'DOWN', target: 'FIGURE' },
  AT_MOST: { never: 'UP', target: 'FIGURE' },
  BELOW: { never: 'UP', target: 'FIGURE' },
  EQUAL: { target: 'FIGURE' },
  BETWEEN: { target: 'RANGE' },
  HOLD: { target: 'WORDS' },
  GRADE: { target: 'WORDS' },
  ACHIEVE: { target: 'NONE' },
  NONE: { target: 'STATED' },
};

interface Rule {
  code: PointCode;
  pointer: string;
  detail: string;
  broken(indicator: Judged, years: Years): boolean;
}

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
    code: 'FACTOR',
    pointer: '/measure/factor',
    detail: 'A RATIO, and only a RATIO, names its factor, above zero; that of PERCENT is 100.',
    broken: ({ measure: { unit, factor } }) =>
      unit === 'RATIO' ? factor === null || !new Big(factor).gt(0) : factor !== (unit === 'PERCENT' ? '100' : null),
  },
  {
    code: 'NO_RATIO',
    pointer: '/endsAt100',
    detail: 'Only a ratio ends at 100.',
    broken: ({ endsAt100, measure }) => endsAt100 && measure.factor === null,
  },
  {
    code: 'NOT_A_CHANGE',
    pointer: '/basis',
    detail: 'Only a figure changes: HOLD, GRADE, ACHIEVE and NONE have the basis LEVEL, NOT_WORSE has no target.',
    broken: ({ basis, comparator, target }) =>
      basis !== 'LEVEL' &&
      (basis === 'NOT_WORSE' ? target !== null : !['FIGURE', 'RANGE'].includes(kinds[comparator].target)),
  },
  {
    code: 'CHANGE',
    pointer: '/target',
    detail: 'Growth is above -100 percent, and a multiple above zero.',
    broken: ({ basis, target, upperTarget }) =>
      [target, upperTarget].some(
        (each) =>
          each !== null &&
          ((basis === 'GROWTH' && !new Big(each).gt(-100)) || (basis === 'MULTIPLE' && !new Big(each).gt(0))),
      ),
  },
  {
    code: 'BEYOND',
    pointer: '/beyond',
    detail: 'BETWEEN, and only BETWEEN, says what lies beyond its good end.',
    broken: ({ beyond, comparator }) => (beyond !== null) !== (comparator === 'BETWEEN'),
  },
  {
    code: 'GRADES',
    pointer: '/grades',
    detail: 'Only a GRADE has grades, each once, and targetText is one of them.',
    broken: ({ grades, measure, targetText }) =>
      grades.length > 0 &&
      (measure.unit !== 'GRADE' ||
        new Set(grades).size < grades.length ||
        (targetText !== null && !grades.includes(targetText))),
  },
  {
    code: 'SEASONS',
    pointer: '/seasons',
    detail: 'Only what is reported by season names its seasons.',
    broken: ({ seasons, frequency }) => seasons.length > 0 && frequency !== 'SEASONAL',
  },
  {
    code: 'ONE_YEAR',
    pointer: '/overYears',
    detail: 'A plan of one year has no years to add up.',
    broken: ({ overYears }, { untilYear }) => overYears !== 'AT_END' && untilYear == null,
  },
  {
    code: 'MORE_THAN_ALL',
    pointer: '/outOf',
    detail: 'The total must be above zero and not below the target counted out of it.',
    broken: ({ target, upperTarget, outOf, measure, basis }) => {
      const counted = measure.factor === null && basis === 'LEVEL' ? [target, upperTarget] : [];
      return (
        outOf !== null && (!new Big(outOf).gt(0) || counted.some((each) => each !== null && new Big(each).gt(outOf)))
      );
    },
  },
  {
    code: 'MEAN_OF_PERCENTAGES',
    pointer: '/overUnits',
    detail: 'Percentages of units of different size have no mean: use RATIO, which adds up values and totals first.',
    broken: ({ overUnits, measure }) => overUnits === 'MEAN' && measure.factor !== null,
  },
  {
    code: 'OUT_OF_UNASKED',
    pointer: '/overUnits',
    detail: 'Only a ratio, or a count out of a total, adds up as RATIO: a report could state no total.',
    broken: ({ overUnits, measure, outOf }) => overUnits === 'RATIO' && measure.factor === null && outOf === null,
  },
  {
    code: 'DERIVATION',
    pointer: '/derivation',
    detail: 'A derived indicator, and no other, says how it is computed: nobody reports it.',
    broken: ({ derived, derivation }) => derived !== (derivation !== null),
  },
  {
    code: 'AWARD_FORM',
    pointer: '/awardForm',
    detail: 'An indicator that is derived from AWARDS, and no other, names the award form that it counts.',
    broken: ({ derivation, awardForm }) => (derivation === 'AWARDS') !== (awardForm !== null),
  },
  {
    code: 'SHARES',
    pointer: '/expectedShare',
    detail: "Each share is 0–100 percent, for a period of the plan's year, and no period has two.",
    broken: ({ expectedShare }, years) => !sharesInOrder(expectedShare, years),
  },
];

const sharesInOrder = (shares: readonly ExpectedShare[], years: Years) =>
  new Set(shares.map(({ period }) => period)).size === shares.length &&
  shares.every(
    ({ period, share }) =>
      brokenPeriod(period, years, '').length === 0 && new Big(share).gte(0) && new Big(share).lte(100),
  );

/**
 * Every rule an indicator of a plan breaks, none when it is in order (docs/domain.md §1.3, docs/contract.md "Records").
 * Targets and baseline are figures like those of a report: a figure that can never be reported is not promised.
 */
export const broken = (indicator: Judged, years: Years): Point[] => [
  ...rules
    .filter((rule) => rule.broken(indicator, years))
    .map(({ pointer, code, detail }) => point(pointer, code, detail)),
  ...brokenBegin(indicator, years),
  ...brokenPrintedChange(indicator),
  ...unreportableFigures(indicator, years),
];

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
  const retired = (pointer: string) =>
    point(pointer, 'RETIRED', {
      en: `It is retired from ${retiredOn} on.`,
      vi: `Chỉ tiêu đã thôi áp dụng từ ngày ${vietnameseDate(retiredOn ?? '')}.`,
    });
  if (act === 'retireIndicator' && retiredOn !== null) return [retired('/from')];
  if (act === 'clarifyIndicator' && !needsClarification)
    return [point('/reading', 'NO_QUESTION', 'It has no open question.')];
  if (act !== 'setTarget') return [];
  const figureless = ['WORDS', 'NONE', 'STATED'].includes(kinds[comparator].target) || isInWords(measure);
  return points(
    isRetired(indicator, on) && retired('/code'),
    figureless && point('/value', 'NO_FIGURE', 'A grade, a state or "done or not" has no figure to allot.'),
  );
}
