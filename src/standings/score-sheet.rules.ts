import { v7 } from 'uuid';
import { daysAfter, vietnameseDate } from '../day.js';
import type { Span } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { brokenPeriod, brokenUnit } from '../indicators/reportable.rules.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import { inEach } from './scheme-codes.rules.js';
import type { SchemeDeadlines } from './scheme.entity.js';
import type { ScoreColumn, ScoreFigure, ScoreOccurrence, ScorePoints } from './score-column.view.js';
import type { ScoreSheet } from './score-sheet.entity.js';
import type { ScoreFigureGiven, ScoreOccurrenceGiven, SelfScore } from './score-sheet.inputs.js';
import { brokenFigures, brokenOccurrences, brokenPoints, type Judging } from './score-values.rules.js';

/** All that a column says, without who said it and when. */
export type ScoreValues = Pick<ScoreColumn, 'points' | 'figures' | 'occurrences'>;

/** Facts that a step on a column begins with, and is judged by. */
export interface Step extends Judging {
  /** Column before it, of which stays what is not given; undefined: the column of the unit, which is given whole. */
  before: ScoreValues | undefined;
  /** Occurrences that may be named by their ids. */
  known: readonly ScoreOccurrence[];
  /** Ids of the files that the caller sees. */
  files: ReadonlySet<string>;
  /** Lines whose maximum may be exceeded. */
  allowed: ReadonlySet<string>;
}

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

/** Ids of the files that the columns of a sheet name, each once. */
export const evidenceOf = ({ self, verified, final }: Pick<ScoreSheet, 'self' | 'verified' | 'final'>): string[] => [
  ...new Set(
    [self, verified, final].flatMap((column) => (column?.occurrences ?? []).flatMap(({ evidenceIds }) => evidenceIds)),
  ),
];

/** A column after a step, with every rule that what was given breaks. */
export function scored(step: Step, given: SelfScore): { values: ScoreValues; broken: Point[] } {
  const { before, known } = step;
  const { points: givenPoints = [], figures: givenFigures = [], occurrences: givenOccurrences = [] } = given;
  const knownIds = new Set(known.map(({ id }) => id));
  const lines = merge(
    ofPoints,
    before?.points,
    givenPoints.map((each) => ({ ...each, reason: each.reason ?? null })),
  );
  const figures = merge(ofFigures, before?.figures, givenFigures.map(figureOf));
  const occurrences = merge(
    ofOccurrences,
    before?.occurrences,
    givenOccurrences.map((each) =>
      occurrenceOf(
        each,
        before?.occurrences.find(({ id }) => id === each.id),
      ),
    ),
  );
  return {
    values: { points: lines.after, figures: figures.after, occurrences: occurrences.after },
    broken: points(
      brokenPoints(step, lines.given),
      lines.unreasoned,
      brokenFigures(step, figures.given),
      figures.unreasoned,
      brokenOccurrences(step, occurrences.given),
      occurrences.unreasoned,
      inEach(givenOccurrences, '/occurrences', ({ id, evidenceIds = [] }, at) =>
        points(
          id !== undefined && !knownIds.has(id) && point(`${at}/id`, 'UNKNOWN', 'The sheet has no such occurrence.'),
          inEach(evidenceIds, `${at}/evidenceIds`, (file, pointer) =>
            step.files.has(file) ? [] : [point(pointer, 'UNKNOWN', 'There is no such file.')],
          ),
        ),
      ),
    ),
  };
}

const figureOf = ({ figure, value, outOf, target, lines = [], reason }: ScoreFigureGiven): ScoreFigure => ({
  figure,
  value: value ?? null,
  outOf: outOf ?? null,
  target: target ?? null,
  lines: lines.map((line) => ({ value: line.value, outOf: line.outOf ?? null, weight: line.weight ?? '1' })),
  reason: reason ?? null,
});

/** An occurrence as it is given; what is left out is as it was. */
const occurrenceOf = (given: ScoreOccurrenceGiven, was: ScoreOccurrence | undefined): ScoreOccurrence => ({
  id: given.id ?? v7(),
  figure: given.figure ?? was?.figure ?? '',
  times: given.times ?? was?.times ?? 1,
  on: given.on === undefined ? (was?.on ?? null) : given.on,
  text: given.text ?? was?.text ?? '',
  evidenceIds: [...new Set(given.evidenceIds ?? was?.evidenceIds)],
  isExempt: given.isExempt ?? was?.isExempt ?? false,
  reason: given.reason ?? null,
});

/** A list of a column: its place in the input, the key and the code of each, and its value in figures. */
interface Listed<Of> {
  at: string;
  keyOf(each: Of): string;
  codeOf(each: Of): string;
  valueOf(each: Of): string;
}

const ofPoints: Listed<ScorePoints> = {
  at: '/points',
  keyOf: ({ line }) => line,
  codeOf: ({ line }) => line,
  valueOf: (each) => each.points,
};

const ratio = (value: string, outOf: string | null) => (outOf === null ? value : `${value}/${outOf}`);
const ofFigures: Listed<ScoreFigure> = {
  at: '/figures',
  keyOf: ({ figure }) => figure,
  codeOf: ({ figure }) => figure,
  valueOf: ({ value, outOf, target, lines }) => {
    const level =
      value === null
        ? lines.map((line) => `${ratio(line.value, line.outOf)} × ${line.weight}`).join(' + ')
        : ratio(value, outOf);
    return target === null ? level : `${level} : ${target}`;
  },
};

const ofOccurrences: Listed<ScoreOccurrence> = {
  at: '/occurrences',
  keyOf: ({ id }) => id,
  codeOf: ({ figure }) => figure,
  // "0/2": twice, and exempt.
  valueOf: ({ figure, times, isExempt }) => `${figure} ${isExempt ? `0/${times}` : times}`,
};

/**
 * A list after a step, the members that were given, and the points against differences without a reason. A member that
 * is given as it was keeps its reason.
 */
function merge<Of extends { reason: string | null }>(
  { at, keyOf, codeOf, valueOf }: Listed<Of>,
  before: readonly Of[] | undefined,
  drafts: readonly Of[],
): { after: Of[]; given: Of[]; unreasoned: Point[] } {
  const was = new Map(before?.map((each) => [keyOf(each), each]));
  const isSame = (each: Of) => {
    const then = was.get(keyOf(each));
    return then !== undefined && valueOf(then) === valueOf(each);
  };
  const given = drafts.map((each) => ({
    ...each,
    reason: each.reason ?? (isSame(each) ? (was.get(keyOf(each))?.reason ?? null) : null),
  }));
  const after = new Map([...was, ...given.map((each) => [keyOf(each), each] as const)]);
  return {
    after: [...after.values()],
    given,
    unreasoned:
      before === undefined
        ? []
        : inEach(given, at, (each, pointer) => {
            if (each.reason !== null || isSame(each)) return [];
            const [code, now, then] = [codeOf(each), valueOf(each), was.get(keyOf(each))];
            return [
              point(`${pointer}/reason`, 'REASON_MISSING', {
                en: `"${code}" was ${then ? valueOf(then) : 'not there'} and is ${now}: say why.`,
                vi: `"${code}" trước là ${then ? valueOf(then) : 'chưa có'}, nay là ${now}; hãy nêu lý do.`,
              }),
            ];
          }),
  };
}
