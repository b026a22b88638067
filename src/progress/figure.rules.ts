import Big from 'big.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { Span } from '../indicators/period.js';
import { topmost } from '../indicators/allotment.rules.js';
import { addedUp, combined, sum } from '../indicators/combined.rules.js';
import { compare } from '../indicators/fraction.js';
import { isChange } from '../indicators/level.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { choose, type AggregatedIndicator, type Choice, type Within } from './choice.rules.js';

/** An approved figure of a period. */
export interface Covering extends Figure {
  /** Result; null: an approved "nothing to report", or not asked for. */
  id: string | null;
  period: string;
  /** Decisions whose awards were counted, of a figure that is derived from awards. */
  decisionIds?: readonly string[];
}

/** A figure, the results it is made of, and results that say the same days again. */
export interface Total {
  figure: Figure | null;
  from: readonly Covering[];
  twice: readonly Covering[];
}

/** Exact where it is a decimal; otherwise 20 digits, further than any target reaches. */
const mean = (figures: readonly string[]): string => new Big(sum(figures)).div(figures.length).toFixed();

function rolledUp({ overTime, reported }: AggregatedIndicator, from: readonly Covering[]): Figure | null {
  if (overTime === 'MEAN') return combined(from, mean);
  if (overTime === 'SUM' && reported !== 'CUMULATIVE') return combined(from, sum);
  return from[0] ?? null;
}

/**
 * Rolls up the figures of one unit over a span, of as many units as are asked for: the choice among results is made
 * once for all that have the same periods. `spanIn`: days of a period.
 */
export function totalOver(aggregated: AggregatedIndicator, within: Within, spanIn: (period: string) => Span) {
  const choices = new Map<string, Choice>();
  return (results: readonly Covering[]): Total => {
    const periods = results.map(({ period }) => period);
    const named = periods.join(' ');
    const choice =
      choices.get(named) ??
      choose(
        aggregated,
        periods.map((period) => ({ period, ...spanIn(period) })),
        within,
      );
    choices.set(named, choice);
    const at = (indexes: readonly number[]) => indexes.map((index) => results[index] as Covering);
    const from = at(choice.from);
    return { figure: rolledUp(aggregated, from), from, twice: at(choice.twice) };
  };
}

/** Growth of a cumulative figure since another: null where either is not known. */
export function growth(now: Figure | null, before: Figure | null): Figure | null {
  if (now === null || before === null) return null;
  const less = (a: string | null, b: string | null) =>
    a === null || b === null ? null : new Big(a).minus(b).toFixed();
  return { value: less(now.value, before.value) ?? now.value, outOf: less(now.outOf, before.outOf) };
}

/** A unit's figure, and the unit's index in the tree. */
export interface OfUnit {
  unitPath: string;
  figure: Figure;
}

/** The commune's figure out of those of its units; a unit below another that reports is part of that one's figure. */
export function overUnits({ overUnits: rule }: Pick<Indicator, 'overUnits'>, units: readonly OfUnit[]): Figure | null {
  if (units.length === 0 || rule === 'COMMUNE_ONLY') return null;
  const figures = topmost(units).map(({ figure }) => figure);
  return rule === 'MEAN'
    ? { value: mean(figures.map(({ value }) => value)), outOf: null }
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
  const [only, ...others] = years;
  if (only && others.length === 0) return only;
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
