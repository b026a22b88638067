import { createHash } from 'node:crypto';
import { spanOf, type Seasons } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { brokenPeriod, brokenUnit } from '../indicators/reportable.rules.js';
import { jcs } from '../api/canonical-json.js';
import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import { isSaid } from './blank-entry.rules.js';
import type { EntryValues } from './entry.rules.js';
import { brokenFigures } from './finding.rules.js';
import type { CheckedIndicator } from './check-subject.rules.js';
import type { Submission } from './submission.entity.js';

/** Points against place and period of a report: another year, another name of the period, another plan's unit. */
export function brokenPlace(
  plan: Pick<Plan, 'year' | 'untilYear' | 'unitPath' | 'settings'>,
  unit: Pick<Unit, 'code' | 'path'>,
  period: string,
): Point[] {
  return points(
    brokenPeriod(period, { ...plan, days: daysOfSeasons(plan.settings) }, '/period'),
    brokenUnit(unit, plan, '/unit'),
  );
}

/**
 * Points against submitting a report on a day: it is empty, its period has not begun, a figure is out of order or lacks
 * its evidence, or figures contradict each other.
 */
export function brokenReport(
  {
    unitId,
    period,
    narrative,
    entries,
    seasons,
  }: Pick<Submission, 'unitId' | 'period' | 'narrative' | 'entries'> & { seasons?: Seasons },
  indicators: ReadonlyMap<string, CheckedIndicator>,
  on: string,
): Point[] {
  if (!entries.some(isSaid) && Object.values(narrative).every((part) => !part))
    return [point('/entries', 'EMPTY', 'The report holds neither a figure nor prose.')];
  return points(
    spanOf(period, seasons).from > on &&
      point('/period', 'NOT_BEGUN', {
        en: `${period} has not begun on ${on}.`,
        vi: `Ngày ${vietnameseDate(on)} kỳ ${period} chưa bắt đầu.`,
      }),
    brokenFigures({ unitId, period, entries, seasons }, indicators),
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
