import Big from 'big.js';
import { compare, fraction, times } from '../indicators/fraction.js';
import { periodPreceding } from '../indicators/frequency.rules.js';
import { shiftYears, spanOf } from '../indicators/period.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { PointCode } from '../points.js';
import {
  addsOverUnits,
  inFull,
  isCumulative,
  isFar,
  isOfFrequency,
  jump,
  targetFor,
  unitsBeside,
  type FiguresFound,
  type CheckSubject,
} from './check-subject.rules.js';

interface CheckOf<Severity extends string, Code extends string> {
  code: Code;
  severity: Severity;
  vi: string;
  en: string;
  /** One explanation counts for all indicators with the same figures: a report has the finding once. */
  once?: true;
  found(subject: CheckSubject): FiguresFound | undefined;
}
/** An ERROR is judged by the report and its plan alone: a report that is in order stays so. */
export type Check = CheckOf<'ERROR', PointCode> | CheckOf<'WARNING', string>;

/** A check of a figure: `found` is asked only where there is one. */
const ofFigure =
  (found: (figure: Figure, subject: CheckSubject) => FiguresFound | undefined) => (subject: CheckSubject) =>
    subject.figure ? found(subject.figure, subject) : undefined;

/** Checks of a report, each with its sentence in both languages. */
export const checks: readonly Check[] = [
  {
    code: 'PARTS_ABOVE',
    severity: 'ERROR',
    vi: 'Tổng các phần là {sum}, lớn hơn số chung {reported}.',
    en: 'The parts come to {sum}, more than the whole, {reported}.',
    found: ({ parts }) => (parts && !parts.structure && parts.above ? parts.figures : undefined),
  },
  {
    code: 'STRUCTURE',
    severity: 'ERROR',
    vi: 'Cơ cấu cộng lại là {sum}, không phải {reported}.',
    en: 'The shares of the structure come to {sum}, not to {reported}.',
    found: ({ parts }) => {
      const broken = parts?.structure === true && parts.found === 'PARTS' && (parts.complete || parts.above);
      return broken ? parts.figures : undefined;
    },
  },
  {
    code: 'NOT_ABOVE',
    severity: 'ERROR',
    vi: 'Số {reported} cao hơn {above} của chỉ tiêu bao trùm "{indicator}"; hãy xem lại hai số.',
    en: 'The figure, {reported}, lies above {above}, that of "{indicator}", which includes it: check both.',
    found: ofFigure((figure, { indicator, indicators, figureOf }) => {
      const other = indicator.notAbove === null ? undefined : indicators.get(indicator.notAbove);
      const above = other && figureOf(other.code);
      if (!above || other.measure.unit !== indicator.measure.unit) return undefined;
      const [level, most] = [levelOf(indicator, figure), levelOf(other, above)];
      const broken = compare(level, most) > 0;
      return broken ? { reported: inFull(level), above: inFull(most), indicator: other.name } : undefined;
    }),
  },
  {
    code: 'PARTS_BELOW',
    severity: 'WARNING',
    vi: 'Các phần cộng lại là {sum}, ít hơn số chung {reported}; hãy xem lại hoặc giải trình.',
    en: 'All parts come to {sum}, less than the whole, {reported}: check them, or say why.',
    found: ({ parts }) =>
      parts && !parts.structure && parts.complete && parts.found && !parts.above ? parts.figures : undefined,
  },
  {
    code: 'PARTS_ROUNDED',
    severity: 'WARNING',
    vi: 'Cơ cấu cộng lại là {sum}, không đúng {reported}; nếu do làm tròn thì giải trình.',
    en: 'The shares of the structure come to {sum}, not exactly to {reported}: say whether by rounding.',
    found: ({ parts }) => (parts?.complete === true && parts.found === 'PARTS_ROUNDED' ? parts.figures : undefined),
  },
  {
    code: 'FREQUENCY',
    severity: 'WARNING',
    once: true,
    vi:
      'Chỉ tiêu này, và chỉ tiêu khác trong báo cáo, báo cáo theo {frequency}, không theo kỳ {period}; ' +
      'hãy báo cáo đúng kỳ hoặc giải trình một lần.',
    en:
      'This indicator, and any other of the report that is reported by {frequency}, is not reported for {period}: ' +
      'report it for its own period, or say why, once for all.',
    found: ofFigure((_, { indicator, report: { period } }) =>
      isOfFrequency(period, indicator) ? undefined : { period, frequency: indicator.frequency },
    ),
  },
  {
    code: 'SAME_DAYS',
    severity: 'WARNING',
    vi: 'Trùng thời gian với kỳ {period} (đã có {other}); hãy bỏ một số hoặc giải trình.',
    en: 'The same days lie in {period}, which has {other}: leave one of them out, or say why.',
    found: ofFigure((figure, subject) => {
      const { indicator, report, own } = subject;
      const { from, to } = spanOf(report.period, report.seasons);
      // Figures of one frequency follow each other; each cumulative one holds the one before.
      if (isCumulative(indicator)) return undefined;
      const same = own.find((each) => {
        const days = spanOf(each.period, report.seasons);
        if (each.period === report.period || days.from > to || days.to < from) return false;
        if (isOfFrequency(report.period, indicator) && isOfFrequency(each.period, indicator)) return false;
        return indicator.overTime === 'SUM' || indicator.overTime === 'MEAN'
          ? true
          : days.to === to && compare(levelOf(indicator, figure), levelOf(indicator, each)) !== 0;
      });
      return same && { reported: figure.value, other: same.value, period: same.period };
    }),
  },
  {
    code: 'FALLS',
    severity: 'WARNING',
    vi: 'Số lũy kế {reported} không khớp {other} của kỳ {period}: số lũy kế không giảm; hãy xem lại hoặc giải trình.',
    en: 'The figure since New Year, {reported}, contradicts {other}, that of {period}: it never falls.',
    found: ofFigure((figure, { indicator, report, own }) => {
      if (!isCumulative(indicator)) return undefined;
      const lastDayOf = (period: string) => spanOf(period, report.seasons).to;
      const to = lastDayOf(report.period);
      const level = levelOf(indicator, figure);
      const other = own.find((each) => {
        const last = lastDayOf(each.period);
        if (last === to || last.slice(0, 4) !== to.slice(0, 4)) return false;
        const rises = compare(levelOf(indicator, each), level);
        return last < to ? rises > 0 : rises < 0;
      });
      return other && { reported: figure.value, other: other.value, period: other.period };
    }),
  },
  {
    code: 'JUMP_PERIOD',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} chênh lệch lớn so với {before} của kỳ trước ({period}).',
    en: 'The figure, {reported}, is far from {before}, that of the period before ({period}).',
    // The period before the first of a year is one of the plan that this one continues.
    found: (subject) => {
      const { indicator, report, own, yearBefore, thresholds } = subject;
      if (isCumulative(indicator)) return undefined;
      const before = periodPreceding(report.period);
      const then = [...own, ...yearBefore].find(({ period }) => period === before);
      return jump(subject, then, thresholds.JUMP_PERIOD);
    },
  },
  {
    code: 'JUMP_YEAR',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} chênh lệch lớn so với {before} của cùng kỳ năm trước ({period}).',
    en: 'The figure, {reported}, is far from {before}, that of the same period of the year before ({period}).',
    found: (subject) => {
      const { report, yearBefore, thresholds } = subject;
      const before = shiftYears(report.period, -1);
      const same = yearBefore.find(({ period }) => period === before);
      return jump(subject, same, thresholds.JUMP_YEAR);
    },
  },
  {
    code: 'FAR_OVER',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} vượt xa mức giao {target}.',
    en: 'The figure, {reported}, is far over the target, {target}.',
    found: ofFigure((figure, subject) => {
      const { indicator, thresholds } = subject;
      const target = indicator.basis === 'LEVEL' ? targetFor(subject) : null;
      if (target === null || !new Big(target).gt(0)) return undefined;
      const level = levelOf(indicator, figure);
      const far = compare(times(level, '100'), times(fraction(target), thresholds.FAR_OVER)) > 0;
      return far ? { reported: inFull(level), target } : undefined;
    }),
  },
  {
    code: 'UNITS_SUM',
    severity: 'WARNING',
    vi: 'Số toàn xã là {reported}, tổng của {units} đơn vị đã báo cáo là {sum}; hãy đối chiếu.',
    en: "The commune's figure is {reported}, that of the {units} units that have reported {sum}: compare them.",
    found: ofFigure((figure, subject) => {
      const { indicator, scope, thresholds } = subject;
      const below = addsOverUnits(indicator) && scope === 'COMMUNE' ? unitsBeside(subject) : undefined;
      if (!below) return undefined;
      const [level, sum] = [levelOf(indicator, figure), levelOf(indicator, below.figure)];
      // Units that are missing would explain that the sum is less, and any ratio.
      const said = below.complete || (indicator.overUnits === 'SUM' && compare(sum, level) > 0);
      const differs = sum.over.eq(0) ? !level.over.eq(0) : isFar(level, sum, thresholds.UNITS_SUM);
      return said && differs ? { reported: inFull(level), sum: inFull(sum), units: String(below.units) } : undefined;
    }),
  },
  {
    code: 'SHARE_AS_COUNT',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} trên tổng số {outOf} giống một tỷ lệ (mức giao {target}) hơn là số đếm.',
    en: 'The figure, {reported} of {outOf}, looks like the share itself (the target is {target}), not like the count.',
    found: ofFigure((figure, { indicator }) => {
      const { target } = indicator;
      const { value, outOf } = figure;
      // Few of many are told from a share by nothing.
      if (outOf === null || target === null || !indicator.endsAt100 || new Big(value).lt(10)) return undefined;
      const known = fraction(target);
      const isShare = !isFar(fraction(value), known, '10') && isFar(levelOf(indicator, figure), known, '25');
      return isShare ? { reported: value, outOf, target } : undefined;
    }),
  },
];
