import { grouped } from '../database/batch.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { Seasons, Span, Years } from '../indicators/period.js';
import type { Assigned, Reporter } from '../periods/owed.rules.js';
import type { Covering } from './figure.rules.js';

interface OfIndicator {
  indicatorId: string;
  unitId: string;
}

/** An approved figure of one unit. */
export interface Approved extends Covering, OfIndicator {
  id: string;
}

/** An approved "nothing to report". */
export interface Nothing extends Span, OfIndicator {
  period: string;
}

/** All that the progress of a plan is computed from: nothing else is read. */
export interface Facts {
  plan: Years & { key: string; communeId: number };
  seasons: Seasons;
  indicators: readonly Indicator[];
  targets: readonly Assigned[];
  results: readonly Approved[];
  nothing: readonly Nothing[];
  reporters: readonly Reporter[];
  /** Units that made the plan known, of those that should. */
  launch: { acknowledged: number; expected: number };
}

/** Period and legal date of a view. */
export interface View {
  period: string;
  asOf: string;
}

/** Facts as they are looked at, by indicator, and of "nothing to report" by unit, too. */
export interface Ordered extends Facts {
  targetsOf(this: void, indicatorId: string): Assigned[];
  resultsOf(this: void, indicatorId: string): Approved[];
  nothingOf(this: void, indicatorId: string, unitId: string): Nothing[];
  /** Unit of the commune as a whole: the one below no other. */
  top: string | undefined;
}

export const ordered = (facts: Facts): Ordered => ({
  ...facts,
  targetsOf: grouped(facts.targets, ({ indicatorId }) => [indicatorId]),
  resultsOf: grouped(facts.results, ({ indicatorId }) => [indicatorId]),
  nothingOf: grouped(facts.nothing, ({ indicatorId, unitId }) => [indicatorId, unitId]),
  top: facts.reporters.find(({ path }) => !path.includes('/'))?.id,
});
