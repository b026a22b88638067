import { createHash } from 'node:crypto';
import { liesIn, nameOf, spanOf, type Seasons } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { jcs } from '../api/canonical-json.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import { brokenEntry, type ReportedIndicator, type Reporting, type EntryValues } from './entry.rules.js';
import type { Submission } from './submission.entity.js';

/**
 * Points against unit and period of a report: the period is of another year or goes by another name, the unit came
 * later or is not the plan's.
 */
export function brokenPlace(
  plan: Pick<Plan, 'year' | 'untilYear' | 'unitPath' | 'settings'>,
  unit: Pick<Unit, 'code' | 'path' | 'validFrom'>,
  period: string,
): Point[] {
  const name = nameOf(period);
  const seasons = daysOfSeasons(plan.settings);
  const below = plan.unitPath === '' || `${unit.path}/`.startsWith(`${plan.unitPath}/`);
  return points(
    !liesIn(period, plan, seasons) && point('/period', 'NOT_OF_THE_YEAR', `${period} does not lie in ${plan.year}.`),
    name !== undefined && point('/period', 'PERIOD_HAS_NAME', `${period} is called ${name}.`),
    unit.validFrom > spanOf(period, seasons).to &&
      point('/period', 'NOT_VALID', `There was no unit "${unit.code}" in ${period}.`),
    !below && point('/unit', 'NOT_BELOW', `"${unit.code}" is not below the plan's unit.`),
  );
}

/**
 * Points against submitting a report on a day: it is empty, its period has not begun, a figure is out of order, or a
 * figure lacks its evidence.
 */
export function brokenReport(
  {
    unitId,
    period,
    narrative,
    entries,
    seasons,
  }: Pick<Submission, 'unitId' | 'period' | 'narrative' | 'entries'> & { seasons?: Seasons },
  indicators: ReadonlyMap<string, ReportedIndicator>,
  on: string,
): Point[] {
  if (entries.length === 0 && Object.values(narrative).every((part) => !part))
    return [point('/entries', 'EMPTY', 'The report holds neither a figure nor prose.')];
  return points(
    spanOf(period, seasons).from > on && point('/period', 'NOT_BEGUN', `${period} has not begun on ${on}.`),
    entries.flatMap((entry) => brokenNow(entry, indicators.get(entry.indicatorCode), { unitId, period })),
  );
}

/** An entry may have been written when its indicator was another. */
function brokenNow(entry: EntryValues, indicator: ReportedIndicator | undefined, of: Reporting): Point[] {
  const at = `/entries/${entry.indicatorCode}`;
  if (!indicator) return [point(at, 'UNKNOWN', `There is no "${entry.indicatorCode}" any more.`)];
  const unproved = indicator.evidenceRequired && entry.reported !== null && entry.evidenceIds.length === 0;
  return points(
    brokenEntry(entry, indicator, of, at),
    unproved && point(`${at}/evidenceIds`, 'EVIDENCE_MISSING', `"${entry.indicatorCode}" needs evidence.`),
  );
}

/**
 * SHA-256 (hex) of a salt and the content of a report, in RFC 8785 form. `sha256` has the hash of each evidence file by
 * its id.
 */
export function contentHash(
  {
    unitCode,
    plan,
    period,
    narrative,
    entries,
  }: Pick<Submission, 'unitCode' | 'plan' | 'period' | 'narrative'> & { entries: readonly EntryValues[] },
  { sha256, salt }: { sha256: ReadonlyMap<string, string>; salt: Buffer },
): string {
  const said = entries.map(
    ({ indicatorCode, reported, outOf, nothingToReport, note, verified, verifiedReason, evidenceIds }) => ({
      indicatorCode,
      reported,
      outOf,
      nothingToReport,
      note,
      verified,
      verifiedReason,
      evidence: evidenceIds.map((file) => sha256.get(file) ?? null).sort(),
    }),
  );
  return createHash('sha256')
    .update(salt)
    .update(jcs({ unitCode, plan, period, narrative, entries: said }))
    .digest('hex');
}
