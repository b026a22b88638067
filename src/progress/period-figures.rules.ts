import { dayBefore } from '../day.js';
import { hasBegun } from '../indicators/applying.rules.js';
import type { Span, Years } from '../indicators/period.js';
import type { Figure } from '../indicators/verdict.rules.js';
import type { Nothing, OrderedFacts, View, IndicatorFacts } from './facts.js';
import { growth, overYears, totalOver, type Covering, type Total } from './figure.rules.js';

/** Figures of one unit, or of the commune, for one indicator. */
export interface Figures {
  cumulative: Total;
  /** Figure of each year so far; of a plan of one year one. */
  years: readonly (Figure | null)[];
  inPeriod: Figure | null;
  /** Whether some figure was due. */
  due: boolean;
  /** Whether a figure or "nothing to report" came for the last part that was due. */
  reported: boolean;
}

type TotalOf = (results: readonly Covering[]) => Total;

/**
 * Figures of a unit, or of the commune, up to the end of the period, and of the period alone: a function of its results
 * and of its "nothing to report", for as many units as are asked for.
 */
export function figuresIn({ plan, spanIn, partsOf }: OrderedFacts, { period, asOf }: View, indicator: IndicatorFacts) {
  const asked = spanIn(period);
  const parts = partsOf(indicator).filter(({ to }) => to <= asked.to);
  const within = (span: Span): TotalOf =>
    totalOver(indicator, { span, last: parts.findLast(({ to }) => to <= span.to) ?? span }, spanIn);
  const years = yearsUpTo(plan, asked);
  const totals = years.map(within);
  const inPeriod = inPeriodOf(indicator, { asked, year: years.at(-1) as Span }, within);
  const due = parts.findLast(({ to }) => to < asOf && hasBegun(indicator, to));
  const endOf = ({ period: of }: { period: string }) => spanIn(of).to;
  const isDue = (each: { period: string }) => endOf(each) === due?.to;
  // Nothing to report is zero of a flow, and no figure of a stock or a ratio.
  const isZero = indicator.overTime === 'SUM' && indicator.overUnits !== 'RATIO';
  const withZeros = (results: readonly Covering[], nothing: readonly Nothing[]): readonly Covering[] => {
    const zeros = nothing.filter((each) => !results.some((other) => endOf(other) === endOf(each)));
    return [...results, ...zeros.map(({ period: of }) => ({ id: null, period: of, value: '0', outOf: null }))];
  };
  return (results: readonly Covering[], nothing: readonly Nothing[]): Figures => {
    const said = isZero && nothing.length > 0 ? withZeros(results, nothing) : results;
    const ofYears = totals.map((total) => total(said));
    return {
      cumulative: overYears(indicator, ofYears),
      years: ofYears.map(({ figure }) => figure),
      inPeriod: inPeriod(said, ofYears.at(-1) as Total),
      due: due !== undefined,
      reported: results.some(isDue) || nothing.some(isDue),
    };
  };
}

/** Figure of the period alone, of approved figures and reports of nothing (`said`); beside it that of its year. */
function inPeriodOf(
  { reported, overTime }: IndicatorFacts,
  { asked, year }: { asked: Span; year: Span },
  within: (span: Span) => TotalOf,
): (said: readonly Covering[], ofYear: Total) => Figure | null {
  if (reported === 'CUMULATIVE' && overTime === 'SUM') return grown(asked, within);
  if (asked.from === year.from && asked.to === year.to) return (_, ofYear) => ofYear.figure;
  const total = within(asked);
  return (said) => total(said).figure;
}

/** Figure of a period alone, of results that say everything since the beginning of the year. */
function grown({ from, to }: Span, within: (span: Span) => TotalOf) {
  const begin = `${from.slice(0, 4)}-01-01`;
  const now = within({ from: begin, to });
  if (from === begin) return (said: readonly Covering[]) => now(said).figure;
  const before = within({ from: begin, to: dayBefore(from) });
  return (said: readonly Covering[]) => growth(now(said).figure, before(said).figure);
}

/** The years of a plan up to the end of a period, the last one as far as the period goes. */
function yearsUpTo({ year, untilYear }: Years, { to }: Span): Span[] {
  const last = Math.min(untilYear ?? year, Number(to.slice(0, 4)));
  return Array.from({ length: Math.max(1, last - year + 1) }, (_, index) => ({
    from: `${year + index}-01-01`,
    to: to < `${year + index}-12-31` ? to : `${year + index}-12-31`,
  }));
}
