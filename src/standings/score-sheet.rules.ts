import { daysAfter, vietnameseDate } from '../day.js';
import type { Span } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { brokenPeriod, brokenUnit } from '../indicators/reportable.rules.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import { brokenRest, scoreAgain } from './score-column.rules.js';
import type { SchemeDeadlines } from './scheme.entity.js';
import type { ScoreSheet } from './score-sheet.entity.js';
import type { Judging } from './score-values.rules.js';

/** Day that a column is due on: so many days after the last of the period; null: none. */
export function dueDay(deadlines: SchemeDeadlines | null, column: keyof SchemeDeadlines, { to }: Span): string | null {
  const days = deadlines?.[column] ?? null;
  return days === null ? null : daysAfter(to, days);
}

/** Point against a scheme of which no revision is in force on the last day of a period. */
export const notInForce = (period: string): Point =>
  point('/scheme', 'NOT_IN_FORCE', {
    en: `No revision of the scheme is in force on the last day of ${period}.`,
    vi: `Vào ngày cuối của kỳ ${period} chưa có thang điểm nào được áp dụng.`,
  });

/**
 * Points against the place of a sheet: a period or unit that is not of the plan, a scheme that is not in force on the
 * last day of the period (`judging` undefined), a unit in none of its blocks then.
 */
export const brokenPlace = (
  {
    plan,
    unit,
    period,
  }: {
    plan: Pick<Plan, 'year' | 'untilYear' | 'unitPath' | 'settings'>;
    unit: Pick<Unit, 'code' | 'path'>;
    period: string;
  },
  judging: Judging | undefined,
): Point[] =>
  points(
    brokenPeriod(period, { ...plan, days: daysOfSeasons(plan.settings) }, '/period'),
    brokenUnit(unit, plan, '/unit'),
    judging === undefined && notInForce(period),
    judging?.subjects.length === 0 &&
      point('/unit', 'NOT_IN_BLOCK', {
        en: `"${unit.code}" is in no block of the scheme on the last day of ${period}.`,
        vi: `Vào ngày cuối của kỳ ${period}, "${unit.code}" không thuộc khối nào của thang điểm.`,
      }),
  );

/** Points against submitting a sheet on a day: its period has not begun, or its unit says nothing. */
export const brokenSheet = (
  { period, self }: Pick<ScoreSheet, 'period' | 'self'>,
  { from }: Span,
  on: string,
): Point[] =>
  points(
    from > on &&
      point('/period', 'NOT_BEGUN', {
        en: `${period} has not begun on ${on}.`,
        vi: `Ngày ${vietnameseDate(on)} kỳ ${period} chưa bắt đầu.`,
      }),
    self.points.length + self.figures.length + self.occurrences.length === 0 &&
      point('/self', 'SHEET_EMPTY', 'The sheet holds neither points nor figures nor occurrences.'),
  );

/** Points against submitting a sheet on a day: what `brokenSheet` finds, and what its scheme does not take any more. */
export const brokenSubmission = (sheet: Pick<ScoreSheet, 'period' | 'self'>, judging: Judging, on: string): Point[] => [
  ...brokenSheet(sheet, judging.span, on),
  ...brokenRest({ ...judging, allowed: new Set() }, sheet.self, scoreAgain),
];

/** Ids of the files that the columns of a sheet name, each once. */
export const evidenceOf = ({ self, verified, final }: Pick<ScoreSheet, 'self' | 'verified' | 'final'>): string[] => [
  ...new Set(
    [self, verified, final].flatMap((column) => (column?.occurrences ?? []).flatMap(({ evidenceIds }) => evidenceIds)),
  ),
];
