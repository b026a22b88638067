import Big from 'big.js';
import { vietnameseDate } from '../day.js';
import type { Span } from '../indicators/period.js';
import { point, points, type Point } from '../points.js';
import { brokenValue } from './figure-value.rules.js';
import { inEach, twice, unknown } from './scheme-codes.rules.js';
import type { Criterion, Item, SchemeFigure, SchemeRules } from './scheme-rules.js';
import type { ScoreAllowance, ScoreException, ScoreFigure, ScoreOccurrence, ScorePoints } from './score-column.view.js';
import { appliesTo, linesOf, membersOn, type Subject } from './subject.rules.js';

/** Facts that a unit is scored by. */
export interface Judging {
  rules: SchemeRules;
  /** Number of the revision that the rules are of. */
  revision: number;
  /** The unit in its blocks; none: it is in no block. */
  subjects: readonly Subject[];
  /** Period that is scored, and its days. */
  period: string;
  span: Span;
}

/** A unit in its blocks on a day. */
export const subjectsOf = ({ blocks }: SchemeRules, unit: string, day: string): Subject[] =>
  blocks.flatMap((block) => membersOn(block, day)).filter(({ member }) => member.unit === unit);

const isGiven = ({ formula: { kind } }: Criterion | Item) => kind === 'JUDGED' || kind === 'GIVEN';
/** The end that points never pass; null: none. */
const ceilingOf = (line: Criterion | Item) => ('isCeiling' in line && !line.isCeiling ? null : line.max);
/** The end that points never fall below: 0, unless the scheme has another, or the line only takes points away. */
const floorOf = ({ min, max }: Criterion | Item) => min ?? (max !== null && new Big(max).gt(0) ? '0' : null);

/** A line of the unit, or the point against its code. */
function lineFor(
  { rules, subjects }: Judging,
  code: string,
  at: string,
): { line: Criterion | Item } | { broken: Point } {
  const line = linesOf(rules.tree).find((each) => each.code === code);
  if (!line) return { broken: unknown(at, code) };
  if (subjects.some((subject) => appliesTo(line, subject))) return { line };
  return {
    broken: point(at, 'LINE_OF_OTHERS', {
      en: `The line "${code}" is not for this unit.`,
      vi: `Tiêu chí "${code}" không áp dụng cho đơn vị này.`,
    }),
  };
}

/** Points against points of a line that nobody scores, or beyond its ends. `allowed`: lines that may exceed theirs. */
export const brokenPoints = (
  judging: Judging & { allowed: ReadonlySet<string> },
  given: readonly ScorePoints[],
): Point[] => [
  ...twice(
    given.map(({ line }) => line),
    (index) => `/points/${index}/line`,
  ),
  ...inEach(given, '/points', ({ line: code, points: scored, reason }, at) => {
    const found = lineFor(judging, code, `${at}/line`);
    if ('broken' in found) return [found.broken];
    const { line } = found;
    if (!isGiven(line))
      return [
        point(`${at}/line`, 'LINE_COMPUTED', {
          en: `The points of "${code}" are computed; nobody gives them.`,
          vi: `Điểm của "${code}" do hệ thống tính, không chấm.`,
        }),
      ];
    const ceiling = judging.allowed.has(code) ? null : ceilingOf(line);
    const floor = floorOf(line);
    const { formula, max } = line;
    return points(
      ceiling !== null &&
        new Big(scored).gt(ceiling) &&
        point(`${at}/points`, 'OUT_OF_RANGE', {
          en: `"${code}" gives at most ${ceiling} points.`,
          vi: `"${code}" được tối đa ${ceiling} điểm.`,
        }),
      floor !== null &&
        new Big(scored).lt(floor) &&
        point(`${at}/points`, 'OUT_OF_RANGE', {
          en: `"${code}" gives at least ${floor} points.`,
          vi: `"${code}" được ít nhất ${floor} điểm.`,
        }),
      formula.kind === 'JUDGED' &&
        formula.reasonBelowMax &&
        reason === null &&
        new Big(scored).lt(max ?? scored) &&
        point(`${at}/reason`, 'REASON_MISSING', {
          en: `${scored} for "${code}" is below its maximum, ${max}: say why.`,
          vi: `"${code}" được ${scored} điểm, dưới mức tối đa ${max}; hãy nêu lý do.`,
        }),
    );
  }),
];

/** A figure that a sheet gives, or the point against its code. */
function figureFor({ rules }: Judging, code: string, at: string): { figure: SchemeFigure } | { broken: Point } {
  const figure = rules.figures.find((each) => each.code === code);
  if (!figure) return { broken: unknown(at, code) };
  if (figure.indicator === null && figure.scope === 'OWN') return { figure };
  return {
    broken: point(at, 'FIGURE_ELSEWHERE', {
      en: `"${code}" comes from an indicator, or is no figure of the unit itself.`,
      vi: `Số liệu "${code}" lấy từ chỉ tiêu, hoặc không phải số liệu của riêng đơn vị.`,
    }),
  };
}

/** Points against figures: not recorded in a sheet, or with a value of another kind. */
export const brokenFigures = (judging: Judging, given: readonly ScoreFigure[]): Point[] => [
  ...twice(
    given.map(({ figure }) => figure),
    (index) => `/figures/${index}/figure`,
  ),
  ...inEach(given, '/figures', (each, at) => {
    const found = figureFor(judging, each.figure, `${at}/figure`);
    return 'broken' in found ? [found.broken] : brokenValue(found.figure, each, at);
  }),
];

/** Points against occurrences: of no such figure, on a day outside the period, exempt for no reason. */
export const brokenOccurrences = (judging: Judging, given: readonly ScoreOccurrence[]): Point[] => [
  ...twice(
    given.map(({ occurrenceId }) => occurrenceId),
    (index) => `/occurrences/${index}/occurrenceId`,
  ),
  ...inEach(given, '/occurrences', ({ figure: code, text, on: day, isExempt, reason }, at) => {
    const found = figureFor(judging, code, `${at}/figure`);
    if ('broken' in found) return [found.broken];
    const { period, span } = judging;
    return points(
      day !== null &&
        (day < span.from || day > span.to) &&
        point(`${at}/on`, 'NOT_IN_PERIOD', {
          en: `An occurrence of "${code}" on ${day} is not of ${period}, from ${span.from} to ${span.to}.`,
          vi:
            `Lượt "${code}" ngày ${vietnameseDate(day)} không thuộc kỳ ${period}, ` +
            `từ ${vietnameseDate(span.from)} đến ${vietnameseDate(span.to)}.`,
        }),
      found.figure.kind !== 'OCCURRENCES' &&
        point(`${at}/figure`, 'FIGURE_KIND', {
          en: `"${code}" does not count occurrences.`,
          vi: `"${code}" không phải số liệu đếm lượt phát sinh.`,
        }),
      text === '' &&
        point(`${at}/text`, 'isDefined', {
          en: 'A new occurrence is told in words.',
          vi: 'Lượt phát sinh mới phải được mô tả bằng lời.',
        }),
      isExempt &&
        reason === null &&
        point(`${at}/reason`, 'REASON_MISSING', {
          en: `An occurrence of "${code}" is exempt: say why.`,
          vi: `Một lượt "${code}" không tính; hãy nêu lý do.`,
        }),
    );
  }),
];

/** Points against allowances: of no line of the unit with a maximum. */
export const brokenAllowances = (judging: Judging, given: readonly ScoreAllowance[]): Point[] => [
  ...twice(
    given.map(({ line }) => line),
    (index) => `/allowances/${index}/line`,
  ),
  ...inEach(given, '/allowances', ({ line: code }, at) => {
    const found = lineFor(judging, code, `${at}/line`);
    if ('broken' in found) return [found.broken];
    return points(
      found.line.max === null &&
        point(`${at}/line`, 'NO_MAXIMUM', {
          en: `"${code}" has no maximum to exceed.`,
          vi: `"${code}" không có mức tối đa.`,
        }),
    );
  }),
];

/** Points against exceptions: of no class with a quota. */
export const brokenExceptions = ({ rules }: Judging, given: readonly ScoreException[]): Point[] => [
  ...twice(
    given.map((each) => each.class),
    (index) => `/exceptions/${index}/class`,
  ),
  ...inEach(given, '/exceptions', ({ class: code }, at) => {
    if (!rules.classes.some((each) => each.code === code)) return [unknown(`${at}/class`, code)];
    return points(
      !rules.quotas.some((quota) => quota.class === code) &&
        point(`${at}/class`, 'NO_QUOTA', {
          en: `"${code}" has no quota to exceed.`,
          vi: `Loại "${code}" không có tỷ lệ khống chế.`,
        }),
    );
  }),
];
