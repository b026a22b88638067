import type { Indicator } from '../indicators/indicator.entity.js';
import type { Facts, Reporter } from './facts.js';

/**
 * Units that owe a report of an indicator: those it names, else the one that answers for it and every unit with a
 * target of it. `besides`: units that reported all the same.
 */
export function owersOf(
  { reporters, targets }: Pick<Facts, 'reporters' | 'targets'>,
  { id, reportedBy, responsibleUnitId }: Pick<Indicator, 'id' | 'reportedBy' | 'responsibleUnitId'>,
  besides: readonly string[] = [],
): Reporter[] {
  const named = new Set(besides);
  if (reportedBy === null) {
    if (responsibleUnitId !== null) named.add(responsibleUnitId);
    for (const target of targets) if (target.indicatorId === id) named.add(target.unitId);
  }
  return reporters.filter(
    (unit) =>
      named.has(unit.id) ||
      reportedBy?.units.includes(unit.code) === true ||
      (reportedBy?.kinds as readonly string[] | undefined)?.includes(unit.kind) === true,
  );
}
