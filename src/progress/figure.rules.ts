import Big from 'big.js';
import { isOwn } from '../indicators/frequency.rules.js';
import type { Frequency, Indicator, OverTime } from '../indicators/indicator.entity.js';
import { belongs, daysIn, mayCross, type Span } from '../indicators/period.js';
import { topmost } from '../indicators/allotment.rules.js';
import { addedUp, combined, sum } from '../indicators/combined.rules.js';
import { compare } from '../indicators/fraction.js';
import { isChange } from '../indicators/level.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { inOrder } from '../periods/calendar.rules.js';

/** An approved figure with the days it covers. */
export interface Covering extends Figure, Span {
  /** Result; null: an approved "nothing to report". */
  id: string | null;
  period: string;
}

export type Aggregated = Pick<Indicator, 'overTime' | 'frequency' | 'reported'>;

/** A figure, the results it is made of, and results that say the same days again. */
export interface Total {
  figure: Figure | null;
  from: readonly Covering[];
  twice: readonly Covering[];
}

const overlap = (a: Span, b: Span) => a.from <= b.to && b.from <= a.to;

function parted<Each>(all: readonly Each[], is: (each: Each) => boolean): [those: Each[], others: Each[]] {
  const [those, others]: [Each[], Each[]] = [[], []];
  for (const each of all) (is(each) ? those : others).push(each);
  return [those, others];
}

/**
 * Results that cover no day twice. Results of the own frequency go before others of the same days; a wider one
 * only where its parts leave days out.
 */
export function once(results: readonly Covering[], frequency: Frequency): Pick<Total, 'from' | 'twice'> {
  const [own, others] = parted(results, (each) => isOwn(each, frequency));
  // The longest first; of two as long the earlier one.
  const wider = inOrder(others).sort((a, b) => daysIn(b) - daysIn(a));
  const taken = own;
  const twice: Covering[] = [];
  for (const each of wider) {
    const same = taken.filter((other) => overlap(other, each));
    const covers = same.every((other) => other.from >= each.from && other.to <= each.to);
    if (same.length > 0 && (!covers || same.reduce((sum, other) => sum + daysIn(other), 0) >= daysIn(each))) {
      twice.push(each);
      continue;
    }
    twice.push(...same);
    taken.splice(0, taken.length, ...taken.filter((other) => !same.includes(other)), each);
  }
  return { from: inOrder(taken), twice: inOrder(twice) };
}

/** Exact where it is a decimal; otherwise 20 digits, further than any target reaches. */
const mean = (figures: readonly string[]) => sum(figures).div(figures.length);

const aggregations: Readonly<Record<OverTime, (from: readonly Covering[], last: Span) => Figure | null>> = {
  SUM: (from) => combined(from, sum),
  MEAN: (from) => combined(from, mean),
  // A stock is known at the end of the last part; without that part it is not.
  AT_END: (from, { to }) => from.findLast((each) => each.to === to) ?? null,
  NONE: (from, last) => from.findLast((each) => each.from === last.from && each.to === last.to) ?? null,
};

/** The figures of one unit: all that belongs to a span, rolled up. `last`: the last part that gives a figure. */
export function totalOf(
  { overTime, frequency, reported }: Aggregated,
  results: readonly Covering[],
  { span, last }: { span: Span; last: Span },
): Total {
  const within = results.filter(({ from, to, period }) => belongs({ from, to, crosses: mayCross(period) }, span));
  const { from, twice } = once(within, frequency);
  if (reported === 'CUMULATIVE' && overTime === 'SUM') {
    // Each says everything since the beginning: the latest holds the others.
    const latest = inOrder(within).at(-1);
    return { figure: latest ?? null, from: latest ? [latest] : [], twice: [] };
  }
  const figure = aggregations[overTime](from, last);
  return {
    figure,
    from: overTime === 'SUM' || overTime === 'MEAN' ? from : from.filter((each) => each === figure),
    twice,
  };
}

/** Growth of a cumulative figure since another: null where either is not known. */
export function growth(now: Figure | null, before: Figure | null): Figure | null {
  if (now === null || before === null) return null;
  const less = (a: string | null, b: string | null) =>
    a === null || b === null ? null : new Big(a).minus(b).toFixed();
  return { value: less(now.value, before.value) ?? now.value, outOf: less(now.outOf, before.outOf) };
}

/** A unit's figure, and the unit's place in the tree. */
export interface OfUnit {
  unitPath: string;
  figure: Figure;
}

/** The commune's figure out of those of its units; a unit below another that reports is part of that one's figure. */
export function overUnits({ overUnits: rule }: Pick<Indicator, 'overUnits'>, units: readonly OfUnit[]): Figure | null {
  if (units.length === 0 || rule === 'COMMUNE_ONLY') return null;
  const figures = topmost(units).map(({ figure }) => figure);
  return rule === 'MEAN'
    ? { value: mean(figures.map(({ value }) => value)).toFixed(), outOf: null }
    : addedUp({ overUnits: rule }, figures);
}

/** The figure of a unit that is furthest from the promise: of a promise that every unit keeps. */
export function worst(indicator: Pick<Indicator, 'direction' | 'measure'>, units: readonly OfUnit[]): Figure | null {
  const sign = indicator.direction === 'DOWN' ? -1 : 1;
  const levels = units.map(({ figure }) => ({ figure, level: levelOf(indicator, figure) }));
  return levels.sort((a, b) => sign * compare(a.level, b.level))[0]?.figure ?? null;
}

type OverYears = Pick<Indicator, 'overYears' | 'basis'>;

/** Whether a term is judged by its last year alone: a change, however it is stated, comes to the level at the end. */
const byLast = ({ overYears: rule, basis }: OverYears) => rule === 'AT_END' || rule === 'EACH' || isChange(basis);

/** The figure of a term out of those of its years: of its last year, their sum or their mean. */
export function figureOver(indicator: OverYears, years: readonly (Figure | null)[]): Figure | null {
  if (byLast(indicator)) return years.at(-1) ?? null;
  return combined(
    years.flatMap((figure) => figure ?? []),
    indicator.overYears === 'TOTAL' ? sum : mean,
  );
}

/** The figure of a term, and the results of the years it is made of. */
export function overYears(indicator: OverYears, years: readonly Total[]): Total {
  const made = byLast(indicator) ? years.slice(-1) : years;
  return {
    figure: figureOver(
      indicator,
      years.map(({ figure }) => figure),
    ),
    from: made.flatMap(({ from }) => from),
    twice: made.flatMap(({ twice }) => twice),
  };
}
