import { grouped } from '../database/batch.js';
import { compare } from '../indicators/fraction.js';
import { periodBefore } from '../indicators/frequency.rules.js';
import { hasBegun, isRetired } from '../indicators/applying.rules.js';
import { shiftYears, touches, type Span } from '../indicators/period.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { owersOf, type Reporter } from '../periods/owed.rules.js';
import { completionOf, type Completion } from './completion.rules.js';
import {
  ordered,
  type ApprovedFigure,
  type Facts,
  type OrderedFacts,
  type View,
  type IndicatorFacts,
} from './facts.js';
import { overUnits, worst, type OfUnit } from './figure.rules.js';
import { figuresIn, type Figures } from './period-figures.rules.js';
import type { Progress } from './progress.view.js';
import { noPast, rowsOf, type Past, type UnjudgedRow } from './row.rules.js';

/** Rows of an indicator: of the commune, then of its units. Those of the units are made when they are asked for. */
export interface Rows {
  indicator: IndicatorFacts;
  commune: Progress;
  readonly units: Progress[];
}

/** An indicator's figures in a period, of the commune and of its units, before they are judged. */
interface Figured {
  indicator: IndicatorFacts;
  commune: Omit<UnjudgedRow, 'past'>;
  units: readonly { unit: Reporter; figures: Figures }[];
}

/** Progress of a plan: the rows of its indicators, in their order; its n of N is counted when it is asked for. */
export interface Stand {
  rows: Rows[];
  readonly completion: Completion;
  /** The n of N of a unit: of the indicators that count and have a target of its own; null: none has. */
  completionOf(this: void, unitId: string): Completion | null;
}

/**
 * Progress of a plan as its approved results tell, in the order of its indicators, beside the period before and the
 * year before (`earlier`: facts of the plan that this one continues; the same period of its year is looked at).
 */
export const progressOf = (facts: Facts, view: View, earlier?: Facts): Rows[] => standOf(facts, view, earlier).rows;

/** The same, with the n of N. */
export function standOf(facts: Facts, view: View, earlier?: Facts): Stand {
  const now = ordered(facts);
  const past = pastOf(now, view, earlier);
  const rows = figuredOf(now, view).map(({ indicator, commune, units }, index): Rows => {
    const rowOf = rowsOf(now, view, indicator);
    const pastFor = past(indicator, index);
    const { before, yearBefore } = pastFor(null);
    return {
      indicator,
      commune: rowOf(null, { ...commune, past: { before, yearBefore: yearBefore ?? baselineOf(indicator, view) } }),
      get units() {
        return units.map(({ unit, figures }) =>
          rowOf(unit, { figures, coverage: alone(figures), notes: [], past: pastFor(unit) }),
        );
      },
    };
  });
  const asked = now.spanIn(view.period);
  const completion = () => completed(rows.map(ofCommuneIn), asked);
  const withSentence = (each: Rows): Rows => {
    const { indicator } = each;
    if (indicator.derivation !== 'PLAN_COMPLETION') return each;
    const { sentence, achieved, counted } = completion();
    const commune = rowsOf(now, view, indicator)(null, { ...computed(share(achieved, counted)), past: noPast });
    return { indicator, commune: { ...commune, sentence }, units: [] };
  };
  return {
    rows: rows.map(withSentence),
    get completion() {
      return completion();
    },
    completionOf: (unitId) => {
      const own = rows.flatMap(({ indicator, units }) =>
        units.filter((row) => row.unitId === unitId && row.target !== null).map((row) => ({ indicator, row })),
      );
      return own.length === 0 ? null : completed(own, asked);
    },
  };
}

/** A row that is counted, of its indicator. */
interface OfIndicator {
  indicator: IndicatorFacts;
  row: Progress;
}

const ofCommuneIn = ({ indicator, commune }: Rows): OfIndicator => ({ indicator, row: commune });

/** The commune's figures from the beginning of the year to the end of a period, by the id of the indicator. */
export const cumulativeIn = (facts: Facts, view: View): ReadonlyMap<string, Figure | null> =>
  new Map(figuredOf(ordered(facts), view).map((each) => [each.indicator.id, each.commune.figures.cumulative.figure]));

/** The n of N: of the indicators that count, those that apply on the last day of the period. */
function completed(rows: readonly OfIndicator[], { to }: Span) {
  const counted = rows.filter(
    ({ indicator }) => indicator.counted && hasBegun(indicator, to) && !isRetired(indicator, to),
  );
  return completionOf(
    counted.map(({ indicator: { name }, row: { state, readings } }) => ({
      name,
      state,
      readings: readings.map((reading) => reading.state),
    })),
  );
}

const figuredOf = (facts: OrderedFacts, view: View): Figured[] =>
  facts.indicators.map((indicator) => figuresOf(facts, view, indicator));

const baselineOf = ({ baseline }: IndicatorFacts, { period }: View) =>
  baseline === null ? null : { period: shiftYears(period, -1), value: baseline, outOf: null };

/** Figures to compare with: of the period before, and of the year before. */
function pastOf(facts: OrderedFacts, view: View, earlier: Facts | undefined) {
  const before = periodBefore(view.period);
  const periodAgo = before === null ? [] : figuredOf(facts, { ...view, period: before });
  const yearView = earlier && { ...view, period: shiftYears(view.period, earlier.plan.year - facts.plan.year) };
  const isThere = earlier && yearView && touches(yearView.period, earlier.plan, earlier.seasons);
  const yearAgo = isThere ? figuredOf(ordered(earlier), yearView) : [];
  if (periodAgo.length === 0 && yearAgo.length === 0) return () => () => noPast;
  const yearOf = new Map(yearAgo.map((each) => [`${earlier?.plan.key}/${each.indicator.code}`, each]));
  const named = (period: string | null | undefined, figure: Figure | null | undefined) =>
    period && figure ? { period, value: figure.value, outOf: figure.outOf } : null;
  return ({ continues }: IndicatorFacts, index: number) => {
    const [beforeOf, yearBeforeOf] = [byUnit(periodAgo[index]), byUnit(yearOf.get(continues ?? ''))];
    return (unit: Reporter | null): Past => ({
      before: named(before, beforeOf.get(unit?.id)?.inPeriod),
      yearBefore: named(yearView?.period, yearBeforeOf.get(unit?.id)?.cumulative.figure),
    });
  };
}

/** Figures by the id of their unit; those of the commune have none. */
const byUnit = (figured: Figured | undefined) =>
  new Map<string | undefined, Figures>(
    figured && [
      [undefined, figured.commune.figures],
      ...figured.units.map(({ unit, figures }) => [unit.id, figures] as const),
    ],
  );

const share = (of: number, all: number): Figure | null =>
  all === 0 ? null : { value: String(of), outOf: String(all) };

/** The commune's figure of an indicator that is computed when it is read. */
const computed = (figure: Figure | null): Figured['commune'] => ({
  figures: {
    cumulative: { figure, from: [], twice: [] },
    years: [figure],
    inPeriod: figure,
    due: true,
    reported: figure !== null,
  },
  coverage: { reported: figure === null ? 0 : 1, owed: 1 },
  notes: [],
});

/** Coverage of a row of one unit. */
const alone = ({ reported }: Figures) => ({ reported: reported ? 1 : 0, owed: 1 });

function figuresOf(facts: OrderedFacts, view: View, indicator: IndicatorFacts): Figured {
  if (indicator.derivation !== null && indicator.derivation !== 'AWARDS') {
    const { acknowledged, expected } = facts.launch;
    return { indicator, commune: computed(share(acknowledged, expected)), units: [] };
  }
  const { responsibleUnitId } = indicator;
  const results = facts.resultsOf(indicator.id);
  const nothing = facts.nothingOf(indicator.id);
  const own = results.filter(({ scope }) => scope === 'OWN');
  const resultsOf = grouped(own, ({ unitId }) => [unitId]);
  const nothingOf = grouped(nothing, ({ scope, unitId }) => (scope === 'OWN' ? [unitId] : []));
  const figuresFrom = figuresIn(facts, view, indicator);
  const owing = { reporters: facts.reporters, targets: facts.targetsOf(indicator.id) };
  const reporting = new Set(own.map(({ unitId }) => unitId));
  // The unit that answers for it is a summand only with figures of its own.
  const summands = owersOf(owing, indicator, reporting).filter(
    ({ id }) => id !== responsibleUnitId || resultsOf(id).length + nothingOf(id).length > 0,
  );
  const units = summands.map((unit) => ({ unit, figures: figuresFrom(resultsOf(unit.id), nothingOf(unit.id)) }));
  const said = figuresFrom(
    ofCommune(results, responsibleUnitId),
    nothing.filter(({ scope }) => scope === 'COMMUNE'),
  );
  const rollUp = indicator.basis === 'EACH_UNIT' ? worst : overUnits;
  const summed = (which: (figures: Figures) => Figure | null | undefined) =>
    rollUp(
      indicator,
      units.flatMap(({ unit, figures }): OfUnit[] => {
        const figure = which(figures);
        // A figure of its own holds nothing of the units below it.
        const unitPath = unit.id === responsibleUnitId ? `${unit.path}/` : unit.path;
        return figure ? [{ unitPath, figure }] : [];
      }),
    );
  const sum = summed(({ cumulative }) => cumulative.figure);
  if (said.cumulative.figure !== null || units.length === 0) {
    const differs =
      sum !== null &&
      said.cumulative.figure !== null &&
      units.every(({ figures }) => figures.reported) &&
      !same(indicator, said.cumulative.figure, sum);
    const coverage = { reported: said.reported ? 1 : 0, owed: responsibleUnitId === null ? 0 : 1 };
    return { indicator, commune: { figures: said, coverage, notes: differs ? ['UNITS_DIFFER'] : [] }, units };
  }
  const figures = {
    ...said,
    cumulative: {
      figure: sum,
      from: units.flatMap(({ figures: { cumulative } }) => cumulative.from),
      twice: units.flatMap(({ figures: { cumulative } }) => cumulative.twice),
    },
    years: said.years.map((_, year) => summed(({ years }) => years[year])),
    inPeriod: summed(({ inPeriod }) => inPeriod),
  };
  const reported = units.filter((each) => each.figures.reported).length;
  return { indicator, commune: { figures, coverage: { reported, owed: units.length }, notes: [] }, units };
}

/** Figures of the commune, of each period one: of two that of the unit that answers for the indicator now. */
function ofCommune(results: readonly ApprovedFigure[], responsibleUnitId: string | null): ApprovedFigure[] {
  const said = results.filter(({ scope }) => scope === 'COMMUNE');
  const now = said.filter(({ unitId }) => unitId === responsibleUnitId);
  return [...new Map([...said, ...now].map((each) => [each.period, each])).values()];
}

const same = (indicator: IndicatorFacts, a: Figure, b: Figure) =>
  compare(levelOf(indicator, a), levelOf(indicator, b)) === 0;
