import { grouped } from '../database/batch.js';
import { compare } from '../indicators/fraction.js';
import { periodBefore } from '../indicators/frequency.rules.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { shiftYears, spanOf, type Span, type Years } from '../indicators/period.js';
import { dayBefore } from '../units/unit.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { partsOf } from '../periods/calendar.rules.js';
import { owersOf } from '../periods/owed.rules.js';
import { completionOf } from './completion.rules.js';
import type { Approved, Facts, View } from './facts.js';
import { growth, overUnits, overYears, totalOf, worst, type OfUnit, type Total } from './figure.rules.js';
import type { Progress } from './progress.view.js';
import { rowOf, type Figures } from './row.rules.js';

/** Rows of an indicator: of the commune, then of its units. */
export interface Rows {
  indicator: Indicator;
  commune: Progress;
  units: Progress[];
}

/**
 * Progress of a plan as its approved results tell, in the order of its indicators, beside the period before and the
 * year before (`earlier`: rows of the plan that this one continues, of the same period a year before).
 */
export function progressOf(facts: Facts, view: View, earlier: readonly Rows[] = []): Rows[] {
  const rows = allRows(facts, view);
  const name = periodBefore(view.period);
  const before = name === null ? [] : allRows(facts, { ...view, period: name });
  const { to } = spanOf(view.period, facts.seasons);
  const counted = rows.filter(({ indicator }) => applies(indicator, to) && indicator.counted);
  const completion = completionOf(
    counted.map(({ indicator: { name }, commune: { state, readings } }) => ({
      name,
      state,
      readings: readings.map((reading) => reading.state),
    })),
  );
  return rows.map(({ indicator, commune, units }, place) => {
    const past = {
      before: before[place],
      year: earlier.find(({ commune: { plan, indicatorCode } }) => `${plan}/${indicatorCode}` === indicator.continues),
    };
    if (indicator.derivation === 'PLAN_COMPLETION') {
      const { achieved, counted: all, sentence } = completion;
      return { indicator, commune: { ...computed(facts, view, indicator, share(achieved, all)), sentence }, units };
    }
    return {
      indicator,
      commune: { ...commune, ...beside(past, ({ commune: row }) => row, baselineOf(indicator, view)) },
      units: units.map((unit) => ({
        ...unit,
        ...beside(past, (of) => of.units.find(({ unitId }) => unitId === unit.unitId)),
      })),
    };
  });
}

const allRows = (facts: Facts, view: View): Rows[] => {
  const resultsOf = grouped(facts.results, ({ indicatorId }) => [indicatorId]);
  return facts.indicators.map((indicator) => rowsOf(facts, view, { indicator, results: resultsOf(indicator.id) }));
};

const baselineOf = ({ baseline }: Indicator, { period }: View) =>
  baseline === null ? null : { period: shiftYears(period, -1), value: baseline, outOf: null };

/** Figures to compare with: of the period before, and of the year before. */
function beside(
  { before, year }: { before?: Rows; year?: Rows },
  rowIn: (rows: Rows) => Progress | undefined,
  baseline: Progress['yearBefore'] = null,
): Pick<Progress, 'before' | 'yearBefore'> {
  const figureOf = (rows: Rows | undefined, which: 'inPeriod' | 'cumulative') => {
    const row = rows && rowIn(rows);
    const figure = row?.[which];
    return row && figure ? { period: row.period, ...figure } : null;
  };
  return { before: figureOf(before, 'inPeriod'), yearBefore: figureOf(year, 'cumulative') ?? baseline };
}

const applies = ({ retiredOn }: Indicator, last: string) => retiredOn === null || retiredOn > last;

const share = (of: number, all: number): Figure | null =>
  all === 0 ? null : { value: String(of), outOf: String(all) };

/** Row of an indicator that is computed when it is read. */
function computed(facts: Facts, view: View, indicator: Indicator, figure: Figure | null): Progress {
  const cumulative = { figure, from: [], twice: [] };
  const coverage = { reported: figure === null ? 0 : 1, owed: 1 };
  return rowOf(facts, view, {
    indicator,
    unit: null,
    cumulative,
    years: [figure],
    inPeriod: figure,
    due: true,
    coverage,
    notes: [],
  });
}

function rowsOf(facts: Facts, view: View, { indicator, results }: { indicator: Indicator; results: Approved[] }): Rows {
  if (indicator.derivation !== null) {
    const { acknowledged, expected } = facts.launch;
    return { indicator, commune: computed(facts, view, indicator, share(acknowledged, expected)), units: [] };
  }
  const ofUnit = grouped(results, ({ unitId }) => [unitId]);
  const reporting = [...new Set(results.map(({ unitId }) => unitId))];
  const figuresOf = (unitId: string | null) =>
    figures(facts, view, { indicator, unitId, results: ofUnit(unitId ?? '') });
  const { responsibleUnitId } = indicator;
  // A report of the unit that answers for it is the commune's figure, and never a summand.
  const summands = owersOf(facts, indicator, reporting).filter(({ id }) => id !== responsibleUnitId);
  const units = summands.map((unit) => ({ unit, ...figuresOf(unit.id) }));
  const own = figuresOf(responsibleUnitId);
  const rollUp = indicator.basis === 'EACH_UNIT' ? worst : overUnits;
  const summed = (which: (each: Figures) => Figure | null) =>
    rollUp(
      indicator,
      units.flatMap(({ unit, ...each }): OfUnit[] => {
        const figure = which(each);
        return figure === null ? [] : [{ unitPath: unit.path, figure }];
      }),
    );
  const sum = summed(({ cumulative }) => cumulative.figure);
  const isOwn = own.cumulative.figure !== null || units.length === 0;
  const from = isOwn ? [own] : units;
  const differs =
    units.every(({ reported }) => reported) &&
    sum !== null &&
    own.cumulative.figure !== null &&
    !same(indicator, own.cumulative.figure, sum);
  const cumulative = {
    figure: isOwn ? own.cumulative.figure : sum,
    from: from.flatMap(({ cumulative: { from: each } }) => each),
    twice: from.flatMap(({ cumulative: { twice } }) => twice),
  };
  const commune = rowOf(facts, view, {
    indicator,
    unit: null,
    cumulative,
    years: isOwn ? own.years : own.years.map((_, year) => summed(({ years }) => years[year] ?? null)),
    inPeriod: isOwn ? own.inPeriod : summed(({ inPeriod }) => inPeriod),
    due: own.due,
    coverage: isOwn
      ? { reported: own.reported ? 1 : 0, owed: responsibleUnitId === null ? 0 : 1 }
      : { reported: units.filter(({ reported }) => reported).length, owed: units.length },
    notes: differs ? ['UNITS_DIFFER'] : [],
  });
  return {
    indicator,
    commune,
    units: units.map(({ unit, reported, ...each }) =>
      rowOf(facts, view, { indicator, unit, ...each, coverage: { reported: reported ? 1 : 0, owed: 1 }, notes: [] }),
    ),
  };
}

const same = (indicator: Indicator, a: Figure, b: Figure) =>
  compare(levelOf(indicator, a), levelOf(indicator, b)) === 0;

/** Figures of a unit up to the end of the period, and of the period alone. */
function figures(
  { plan, seasons, nothing }: Facts,
  { period, asOf }: View,
  { indicator, unitId, results }: { indicator: Indicator; unitId: string | null; results: readonly Approved[] },
): Figures {
  const asked = spanOf(period, seasons);
  const parts = partsOf(indicator, plan, seasons).filter(({ to }) => to <= asked.to);
  const none = nothing.filter((each) => each.indicatorId === indicator.id && each.unitId === unitId);
  // Nothing to report is zero of a flow, and no figure of a stock or a ratio.
  const isZero = indicator.overTime === 'SUM' && indicator.overUnits !== 'RATIO';
  const zeros = isZero ? none.map((each) => ({ ...each, id: null, value: '0', outOf: null })) : [];
  const said = [...results, ...zeros.filter(({ to }) => !results.some((each) => each.to === to))];
  const within = (span: Span) =>
    totalOf(indicator, said, { span, last: parts.findLast(({ to }) => to <= span.to) ?? span });
  const years = yearsUpTo(plan, asked).map(within);
  const due = parts.findLast(({ to }) => to < asOf);
  const cumulative = overYears(indicator, years);
  const isCumulative = indicator.reported === 'CUMULATIVE' && indicator.overTime === 'SUM';
  return {
    cumulative,
    years: years.map(({ figure }) => figure),
    inPeriod: isCumulative ? grown(asked, within) : within(asked).figure,
    due: due !== undefined,
    reported: due !== undefined && [...said, ...none].some(({ to }) => to === due.to),
  };
}

/** Figure of a period alone, of results that say everything since the beginning of the year. */
function grown({ from, to }: Span, within: (span: Span) => Total): Figure | null {
  const begin = `${from.slice(0, 4)}-01-01`;
  const now = within({ from: begin, to }).figure;
  return from === begin ? now : growth(now, within({ from: begin, to: dayBefore(from) }).figure);
}

/** The years of a plan up to the end of a period, the last one as far as the period goes. */
function yearsUpTo({ year, untilYear }: Years, { to }: Span): Span[] {
  const last = Math.min(untilYear ?? year, Number(to.slice(0, 4)));
  return Array.from({ length: Math.max(1, last - year + 1) }, (_, place) => ({
    from: `${year + place}-01-01`,
    to: to < `${year + place}-12-31` ? to : `${year + place}-12-31`,
  }));
}
