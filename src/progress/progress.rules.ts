import { grouped } from '../database/batch.js';
import { compare } from '../indicators/fraction.js';
import { periodBefore } from '../indicators/frequency.rules.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { hasBegun, isRetired } from '../indicators/applying.rules.js';
import { shiftYears, spanOf, touches, type Span, type Years } from '../indicators/period.js';
import { dayBefore } from '../units/unit.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { partsOf } from '../periods/calendar.rules.js';
import { owersOf, type Reporter } from '../periods/owed.rules.js';
import { completionOf } from './completion.rules.js';
import { ordered, type Approved, type Facts, type Nothing, type Ordered, type View } from './facts.js';
import { growth, overUnits, overYears, totalOf, worst, type OfUnit, type Total } from './figure.rules.js';
import type { Progress } from './progress.view.js';
import { rowOf, type Figures, type Past, type RowOf } from './row.rules.js';

/** Rows of an indicator: of the commune, then of its units. Those of the units are made when they are asked for. */
export interface Rows {
  indicator: Indicator;
  commune: Progress;
  readonly units: Progress[];
}

/** An indicator's figures in a period, of the commune and of its units, before they are judged. */
interface Figured {
  indicator: Indicator;
  commune: RowOf;
  units: RowOf[];
}

/**
 * Progress of a plan as its approved results tell, in the order of its indicators, beside the period before and the
 * year before (`earlier`: facts of the plan that this one continues; the same period of its year is looked at).
 */
export function progressOf(facts: Facts, view: View, earlier?: Facts): Rows[] {
  const now = ordered(facts);
  const figured = figuredOf(now, view);
  const past = pastOf(now, view, earlier);
  const rowsOf = (each: Figured, index: number): Rows => {
    const { indicator, commune, units } = each;
    const figures = past(indicator, index);
    const row = (of: RowOf, baseline: Progress['yearBefore']) => {
      const { before, yearBefore } = figures(of.unit);
      return rowOf(now, view, { ...of, past: { before, yearBefore: yearBefore ?? baseline } });
    };
    return {
      indicator,
      commune: row(commune, baselineOf(indicator, view)),
      get units() {
        return units.map((unit) => row(unit, null));
      },
    };
  };
  const rows = figured.map(rowsOf);
  if (!facts.indicators.some(({ derivation }) => derivation === 'PLAN_COMPLETION')) return rows;
  const { sentence, achieved, counted } = completed(rows, spanOf(view.period, facts.seasons));
  return rows.map((each) => {
    const { indicator } = each;
    if (indicator.derivation !== 'PLAN_COMPLETION') return each;
    const commune = rowOf(now, view, computed(indicator, share(achieved, counted)));
    return { indicator, commune: { ...commune, sentence }, units: [] };
  });
}

/** The n of N: of the indicators that count, those that apply on the last day of the period. */
function completed(rows: readonly Rows[], { to }: Span) {
  const counted = rows.filter(
    ({ indicator }) => indicator.counted && hasBegun(indicator, to) && !isRetired(indicator, to),
  );
  return completionOf(
    counted.map(({ indicator: { name }, commune: { state, readings } }) => ({
      name,
      state,
      readings: readings.map((reading) => reading.state),
    })),
  );
}

const figuredOf = (facts: Ordered, view: View): Figured[] =>
  facts.indicators.map((indicator) => figuresOf(facts, view, indicator));

const baselineOf = ({ baseline }: Indicator, { period }: View) =>
  baseline === null ? null : { period: shiftYears(period, -1), value: baseline, outOf: null };

/** Figures to compare with: of the period before, and of the year before. */
function pastOf(facts: Ordered, view: View, earlier: Facts | undefined) {
  const before = periodBefore(view.period);
  const periodAgo = before === null ? [] : figuredOf(facts, { ...view, period: before });
  const yearView = earlier && { ...view, period: shiftYears(view.period, earlier.plan.year - facts.plan.year) };
  const isThere = earlier && yearView && touches(yearView.period, earlier.plan, earlier.seasons);
  const yearAgo = isThere ? figuredOf(ordered(earlier), yearView) : [];
  const yearOf = new Map(yearAgo.map((each) => [`${earlier?.plan.key}/${each.indicator.code}`, each]));
  const named = (period: string | null | undefined, figure: Figure | null | undefined) =>
    period && figure ? { period, value: figure.value, outOf: figure.outOf } : null;
  return ({ continues }: Indicator, index: number) => {
    const [beforeOf, yearBeforeOf] = [byUnit(periodAgo[index]), byUnit(yearOf.get(continues ?? ''))];
    return (unit: Reporter | null): Past => ({
      before: named(before, beforeOf.get(unit?.id)?.inPeriod),
      yearBefore: named(yearView?.period, yearBeforeOf.get(unit?.id)?.cumulative.figure),
    });
  };
}

/** Figures by the id of their unit; those of the commune have none. */
const byUnit = (figured: Figured | undefined) =>
  new Map((figured ? [figured.commune, ...figured.units] : []).map((each) => [each.unit?.id, each]));

const share = (of: number, all: number): Figure | null =>
  all === 0 ? null : { value: String(of), outOf: String(all) };

/** The commune's figure of an indicator that is computed when it is read. */
const computed = (indicator: Indicator, figure: Figure | null): RowOf => ({
  indicator,
  unit: null,
  cumulative: { figure, from: [], twice: [] },
  years: [figure],
  inPeriod: figure,
  due: true,
  coverage: { reported: figure === null ? 0 : 1, owed: 1 },
  notes: [],
});

function figuresOf(facts: Ordered, view: View, indicator: Indicator): Figured {
  if (indicator.derivation !== null) {
    const { acknowledged, expected } = facts.launch;
    return { indicator, commune: computed(indicator, share(acknowledged, expected)), units: [] };
  }
  const { responsibleUnitId } = indicator;
  const results = facts.resultsOf(indicator.id);
  const nothing = facts.nothingOf(indicator.id);
  const own = results.filter(({ scope }) => scope === 'OWN');
  const resultsOf = grouped(own, ({ unitId }) => [unitId]);
  const nothingOf = grouped(nothing, ({ scope, unitId }) => (scope === 'OWN' ? [unitId] : []));
  const figuresFrom = figuresIn(facts, view, indicator);
  const owing = { reporters: facts.reporters, targets: facts.targetsOf(indicator.id) };
  const reporting = [...new Set(own.map(({ unitId }) => unitId))];
  // The unit that answers for it is a summand only with figures of its own.
  const summands = owersOf(owing, indicator, reporting).filter(
    ({ id }) => id !== responsibleUnitId || resultsOf(id).length + nothingOf(id).length > 0,
  );
  const units = summands.map((unit) => ({ unit, ...figuresFrom(resultsOf(unit.id), nothingOf(unit.id)) }));
  const said = figuresFrom(
    ofCommune(results, responsibleUnitId),
    nothing.filter(({ scope }) => scope === 'COMMUNE'),
  );
  const rollUp = indicator.basis === 'EACH_UNIT' ? worst : overUnits;
  const summed = (which: (each: Figures) => Figure | null) =>
    rollUp(
      indicator,
      units.flatMap(({ unit, ...each }): OfUnit[] => {
        const figure = which(each);
        // A figure of its own holds nothing of the units below it.
        const unitPath = unit.id === responsibleUnitId ? `${unit.path}/` : unit.path;
        return figure === null ? [] : [{ unitPath, figure }];
      }),
    );
  const sum = summed(({ cumulative }) => cumulative.figure);
  const isSaid = said.cumulative.figure !== null || units.length === 0;
  const from = isSaid ? [said] : units;
  const differs =
    units.every(({ reported }) => reported) &&
    sum !== null &&
    said.cumulative.figure !== null &&
    !same(indicator, said.cumulative.figure, sum);
  return {
    indicator,
    commune: {
      indicator,
      unit: null,
      cumulative: {
        figure: isSaid ? said.cumulative.figure : sum,
        from: from.flatMap(({ cumulative: { from: each } }) => each),
        twice: from.flatMap(({ cumulative: { twice } }) => twice),
      },
      years: isSaid ? said.years : said.years.map((_, year) => summed(({ years }) => years[year] ?? null)),
      inPeriod: isSaid ? said.inPeriod : summed(({ inPeriod }) => inPeriod),
      due: said.due,
      coverage: isSaid
        ? { reported: said.reported ? 1 : 0, owed: responsibleUnitId === null ? 0 : 1 }
        : { reported: units.filter(({ reported }) => reported).length, owed: units.length },
      notes: differs ? ['UNITS_DIFFER'] : [],
    },
    units: units.map(({ reported, ...each }) => ({
      indicator,
      ...each,
      coverage: { reported: reported ? 1 : 0, owed: 1 },
      notes: [],
    })),
  };
}

/** Figures of the commune, of each period one: of two that of the unit that answers for the indicator now. */
function ofCommune(results: readonly Approved[], responsibleUnitId: string | null): Approved[] {
  const said = results.filter(({ scope }) => scope === 'COMMUNE');
  const now = said.filter(({ unitId }) => unitId === responsibleUnitId);
  return [...new Map([...said, ...now].map((each) => [each.period, each])).values()];
}

const same = (indicator: Indicator, a: Figure, b: Figure) =>
  compare(levelOf(indicator, a), levelOf(indicator, b)) === 0;

/** Figures of a unit, or of the commune, up to the end of the period, and of the period alone. */
function figuresIn({ plan, seasons }: Ordered, { period, asOf }: View, indicator: Indicator) {
  const asked = spanOf(period, seasons);
  const parts = partsOf(indicator, plan, seasons).filter(({ to }) => to <= asked.to);
  const years = yearsUpTo(plan, asked);
  const isYear = asked.from === years.at(-1)?.from && asked.to === years.at(-1)?.to;
  const due = parts.findLast(({ to }) => to < asOf && hasBegun(indicator, to));
  // Nothing to report is zero of a flow, and no figure of a stock or a ratio.
  const isZero = indicator.overTime === 'SUM' && indicator.overUnits !== 'RATIO';
  const isCumulative = indicator.reported === 'CUMULATIVE' && indicator.overTime === 'SUM';
  return (results: readonly Approved[], nothing: readonly Nothing[]): Figures => {
    const zeros = isZero ? nothing.map((each) => ({ ...each, id: null, value: '0', outOf: null })) : [];
    const said = [...results, ...zeros.filter(({ to }) => !results.some((each) => each.to === to))];
    const within = (span: Span) =>
      totalOf(indicator, said, { span, last: parts.findLast(({ to }) => to <= span.to) ?? span });
    const ofYears = years.map(within);
    return {
      cumulative: overYears(indicator, ofYears),
      years: ofYears.map(({ figure }) => figure),
      // The year itself is its last one.
      inPeriod: isCumulative ? grown(asked, within) : ((isYear ? ofYears.at(-1) : within(asked))?.figure ?? null),
      due: due !== undefined,
      reported: due !== undefined && [...said, ...nothing].some(({ to }) => to === due.to),
    };
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
  return Array.from({ length: Math.max(1, last - year + 1) }, (_, index) => ({
    from: `${year + index}-01-01`,
    to: to < `${year + index}-12-31` ? to : `${year + index}-12-31`,
  }));
}
