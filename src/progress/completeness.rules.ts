import { owes, type Owing, type Reporter } from '../periods/owed.rules.js';
import type { SubmissionState } from '../submissions/submission.workflow.js';
import type { Completeness } from './completeness.view.js';
import type { View } from './facts.js';

/** A report of a unit for the period: submitted, returned or approved. */
export interface Report {
  unitId: string;
  state: SubmissionState;
  late: boolean | null;
  estimate: boolean | null;
  /** Ids of the indicators it tells of. */
  entries: readonly { indicatorId: string; nothing: boolean }[];
}

/** All that the completeness of a period is computed from. */
export interface Asked {
  view: View & { communeId: number; plan: string; last: string };
  indicators: readonly Owing[];
  reporters: readonly Reporter[];
  reports: readonly Report[];
  dueDay(unitId: string | null): string | null;
}

type Count = 'reported' | 'nothing' | 'estimates' | 'returned' | 'missing';
type Counts = Record<Count | 'late' | 'owed', number>;

const none: Counts = { owed: 0, reported: 0, nothing: 0, estimates: 0, returned: 0, missing: 0, late: 0 };

/** Rows of a period: that of the commune, then those of the units that owe a figure, in the order of `reporters`. */
export function completenessOf(asked: Asked): Completeness[] {
  const units = asked.reporters.flatMap((unit) => rowOf(asked, unit) ?? []);
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
function rowOf(asked: Asked, unit: Reporter): Completeness | undefined {
  const owed = asked.indicators.filter((each) => owes(unit, each, new Set(each.targeted)));
  if (owed.length === 0) return undefined;
  const report = asked.reports.find(({ unitId }) => unitId === unit.id);
  const isOver = asked.view.asOf > asked.view.last;
  const counts = { ...none, owed: owed.length };
  const missingCodes: string[] = [];
  for (const { id, code } of owed) {
    const entry = report?.entries.find(({ indicatorId }) => indicatorId === id);
    const count = countOf(report, entry);
    counts[count] += 1;
    if (entry && report?.late === true) counts.late += 1;
    if (count === 'missing' || count === 'returned' || (count === 'estimates' && isOver)) missingCodes.push(code);
  }
  return {
    ...placeOf(asked, unit),
    state: report?.state ?? null,
    units: 1,
    unitsComplete: missingCodes.length === 0 ? 1 : 0,
    ...counts,
    missingCodes,
  };
}

function countOf(report: Report | undefined, entry: Report['entries'][number] | undefined): Count {
  if (!report || !entry) return 'missing';
  if (report.state === 'RETURNED') return 'returned';
  if (report.estimate === true) return 'estimates';
  return entry.nothing ? 'nothing' : 'reported';
}

const placeOf = ({ view, dueDay }: Asked, unit: Reporter | null) => ({
  communeId: view.communeId,
  plan: view.plan,
  period: view.period,
  asOf: view.asOf,
  unitId: unit?.id ?? null,
  unitCode: unit?.code ?? null,
  dueOn: dueDay(unit?.id ?? null),
});
