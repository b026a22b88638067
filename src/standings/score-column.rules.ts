import { v7 } from 'uuid';
import { vietnameseDate } from '../day.js';
import { pointsInVietnamese } from '../points.data.js';
import { point, points, type Point, type Sentence } from '../points.js';
import { inEach } from './scheme-codes.rules.js';
import type { ScoreColumn, ScoreFigure, ScoreOccurrence, ScorePoints } from './score-column.view.js';
import type { ScoreFigureGiven, ScoreOccurrenceGiven, SelfScore } from './score-sheet.inputs.js';
import { brokenFigures, brokenOccurrences, brokenPoints, type Judging } from './score-values.rules.js';

/** All that a column says, without who said it and when. */
export type ScoreValues = Pick<ScoreColumn, 'points' | 'figures' | 'occurrences'>;

/** Facts that a step on a column begins with, and is judged by. */
export interface Step extends Judging {
  /** Column before it, of which stays what is not given; undefined: the column of the unit, which is given whole. */
  before: ScoreValues | undefined;
  /** Legal date of the step. */
  on: string;
  /** Occurrences that may be named by their ids. */
  known: readonly ScoreOccurrence[];
  /** Ids of the files that the caller sees. */
  files: ReadonlySet<string>;
  /** Lines whose maximum may be exceeded. */
  allowed: ReadonlySet<string>;
}

/** A column after a step, with every rule that what was given breaks. */
export function scored(step: Step, given: SelfScore): { values: ScoreValues; broken: Point[] } {
  const { before, known } = step;
  const { points: givenPoints = [], figures: givenFigures = [], occurrences: givenOccurrences = [] } = given;
  const knownIds = new Set(known.map(({ occurrenceId }) => occurrenceId));
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
        before?.occurrences.find(({ occurrenceId }) => occurrenceId === each.occurrenceId),
      ),
    ),
  );
  return {
    values: { points: lines.after, figures: figures.after, occurrences: occurrences.after },
    broken: points(
      brokenRest(step, { points: lines.rest, figures: figures.rest, occurrences: occurrences.rest }, giveOrReturn),
      brokenPoints(step, lines.given),
      lines.unreasoned,
      brokenFigures(step, figures.given),
      figures.unreasoned,
      brokenOccurrences(step, occurrences.given),
      occurrences.unreasoned,
      inEach(givenOccurrences, '/occurrences', ({ occurrenceId, on: day, evidenceIds = [] }, at) =>
        points(
          day != null &&
            day > step.on &&
            point(`${at}/on`, 'AHEAD', {
              en: `${day} lies ahead of ${step.on}.`,
              vi: `Ngày ${vietnameseDate(day)} sau ngày ${vietnameseDate(step.on)}: chưa tới.`,
            }),
          occurrenceId !== undefined &&
            !knownIds.has(occurrenceId) &&
            point(`${at}/occurrenceId`, 'UNKNOWN', {
              en: 'The sheet has no such occurrence.',
              vi: 'Phiếu không có lượt phát sinh này.',
            }),
          inEach(evidenceIds, `${at}/evidenceIds`, (file, pointer) =>
            step.files.has(file)
              ? []
              : [point(pointer, 'UNKNOWN', { en: 'There is no such file.', vi: 'Không có tệp này.' })],
          ),
        ),
      ),
    ),
  };
}

const giveOrReturn = {
  en: 'Give it here anew, or return the sheet (returnScores).',
  vi: 'Hãy ghi lại mục này ở đây, hoặc trả lại phiếu (returnScores).',
};
export const scoreAgain = { en: 'Score the sheet again (selfScore).', vi: 'Hãy tự chấm lại phiếu (selfScore).' };

/**
 * Points against what a column has already, by the revision of the scheme that is in force now: another may have been
 * when it was given. `advice`: a way out.
 */
export const brokenRest = (
  judging: Judging & Pick<Step, 'allowed'>,
  rest: ScoreValues,
  advice: Exclude<Sentence, string>,
): Point[] =>
  [
    ...brokenPoints(judging, rest.points),
    ...brokenFigures(judging, rest.figures),
    ...brokenOccurrences(judging, rest.occurrences),
  ].map(({ pointer, code, detail, vi = pointsInVietnamese[code] }) =>
    point(pointer.replace(/(?<=^\/\w+)\/.*/, ''), 'OTHER_REVISION', {
      en: `By revision ${judging.revision} of the scheme, in force now: ${detail} ${advice.en}`,
      vi: `Theo thang điểm đang áp dụng (lần ${judging.revision}): ${vi} ${advice.vi}`,
    }),
  );

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
  occurrenceId: given.occurrenceId ?? v7(),
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
  keyOf: ({ occurrenceId }) => occurrenceId,
  codeOf: ({ figure }) => figure,
  // "0/2": twice, and exempt.
  valueOf: ({ figure, times, isExempt }) => `${figure} ${isExempt ? `0/${times}` : times}`,
};

/**
 * A list after a step, the members that were given and those that were not, and the points against differences without
 * a reason. A member that is given as it was keeps its reason.
 */
function merge<Of extends { reason: string | null }>(
  { at, keyOf, codeOf, valueOf }: Listed<Of>,
  before: readonly Of[] | undefined,
  drafts: readonly Of[],
): { after: Of[]; given: Of[]; rest: Of[]; unreasoned: Point[] } {
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
    rest: [...was.values()].filter((each) => after.get(keyOf(each)) === each),
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
