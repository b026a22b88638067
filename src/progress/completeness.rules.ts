import { grouped } from '../database/batch.js';
import type { Span } from '../indicators/period.js';
import { owes, type Figure, type Reporter } from '../periods/owed.rules.js';
import type { SubmissionState } from '../submissions/submission.workflow.js';
import type { Completeness } from './completeness.view.js';
import type { View } from './facts.js';

/** A report of a unit for one period: submitted, returned or approved. */
export interface Report {
  unitId: string;
  period: string;
  state: SubmissionState;
  late: boolean | null;
  estimate: boolean | null;
  /** Ids of the indicators it tells of. */
  entries: readonly { indicatorId: string; nothing: boolean }[];
}

/** All that the completeness of a period is computed from. */
export interface CompletenessFacts {
  view: View & { communeId: number; plan: string };
  figures: readonly Figure[];
  /** Units for each of the days that the figures are of, at their places on the last. */
  reporters: readonly (Reporter & Span)[];
  reports: readonly Report[];
  dueDay(unitId: string | null): string | null;
}

/** Facts of completeness, by unit and by indicator. */
interface Ordered extends CompletenessFacts {
  daysOf(this: void, unitId: string): (Reporter & Span)[];
  reportsOf(this: void, unitId: string): Report[];
  targeted: ReadonlyMap<string, ReadonlySet<string>>;
}

const noUnits: ReadonlySet<string> = new Set();

type Count = 'reported' | 'nothing' | 'estimates' | 'returned' | 'missing';
type Counts = Record<Count | 'late' | 'owed', number>;

const none: Counts = { owed: 0, reported: 0, nothing: 0, estimates: 0, returned: 0, missing: 0, late: 0 };

/** Rows of a period: that of the commune, then those of the units that owe a figure, in the order of `reporters`. */
export function completenessOf(asked: CompletenessFacts): Completeness[] {
  const reporters = [...new Map(asked.reporters.map((unit) => [unit.id, unit])).values()];
  const ordered: Ordered = {
    ...asked,
    daysOf: grouped(asked.reporters, ({ id }) => [id]),
    reportsOf: grouped(asked.reports, ({ unitId }) => [unitId]),
    targeted: new Map(asked.figures.map(({ indicator: { id, targeted } }) => [id, new Set(targeted)])),
  };
  const units = reporters.flatMap((unit) => rowOf(ordered, unit) ?? []);
  const counts = units.reduce<Counts>((sum, row) => {
    const added = { ...sum };
    for (const name of Object.keys(none) as (keyof Counts)[]) added[name] += row[name];
    return added;
  }, none);
  const commune: Completeness = {
    ...placeOf(asked, null),
    state: null,
    units: units.length,
    unitsComplete: units.filter(({ unitsComplete }) => unitsComplete === 1).length,
    ...counts,
    // A code names the unit that answers for it: the public is told numbers.
    missingCodes: [],
  };
  return [commune, ...units];
}

/** The row of a unit; undefined where it owes nothing. */
function rowOf(asked: Ordered, unit: Reporter): Completeness | undefined {
  const days = asked.daysOf(unit.id);
  const isThere = (part: Span) => days.some(({ from, to }) => from === part.from && to === part.to);
  const owed = asked.figures.filter(
    ({ indicator, part }) => isThere(part) && owes(unit, indicator, asked.targeted.get(indicator.id) ?? noUnits),
  );
  if (owed.length === 0) return undefined;
  const reports = new Map(asked.reportsOf(unit.id).map((each) => [each.period, each]));
  const counts = { ...none, owed: owed.length };
  const missing = new Set<string>();
  for (const { indicator, part } of owed) {
    const report = reports.get(part.period);
    const entry = report?.entries.find(({ indicatorId }) => indicatorId === indicator.id);
    const count = countOf(report, entry);
    counts[count] += 1;
    if (entry && report?.late === true) counts.late += 1;
    const isOver = asked.view.asOf > part.to;
    if (count === 'missing' || count === 'returned' || (count === 'estimates' && isOver)) missing.add(indicator.code);
  }
  return {
    ...placeOf(asked, unit),
    state: reports.get(asked.view.period)?.state ?? null,
    units: 1,
    unitsComplete: missing.size === 0 ? 1 : 0,
    ...counts,
    missingCodes: [...missing],
  };
}

function countOf(report: Report | undefined, entry: Report['entries'][number] | undefined): Count {
  if (!report || !entry) return 'missing';
  if (report.state === 'RETURNED') return 'returned';
  if (report.estimate === true) return 'estimates';
  return entry.nothing ? 'nothing' : 'reported';
}

const placeOf = ({ view, dueDay }: CompletenessFacts, unit: Reporter | null) => ({
  communeId: view.communeId,
  plan: view.plan,
  period: view.period,
  asOf: view.asOf,
  unitId: unit?.id ?? null,
  unitCode: unit?.code ?? null,
  dueOn: dueDay(unit?.id ?? null),
});
