import Big from 'big.js';
import { compare, fraction, times } from '../indicators/fraction.js';
import { periodBefore } from '../indicators/frequency.rules.js';
import { shiftYears, spanOf } from '../indicators/period.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { PointCode } from '../points.js';
import {
  inFull,
  isCumulative,
  isFar,
  isOfFrequency,
  jump,
  own,
  partsIn,
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
    found: (subject) => {
      const each = partsIn(subject);
      return each && !each.structure && each.above ? each.figures : undefined;
    },
  },
  {
    code: 'STRUCTURE',
    severity: 'ERROR',
    vi: 'Cơ cấu cộng lại là {sum}, không phải {reported}.',
    en: 'The shares of the structure come to {sum}, not to {reported}.',
    found: (subject) => {
      const each = partsIn(subject);
      const broken = each?.structure === true && each.found === 'PARTS' && (each.complete || each.above);
      return broken ? each.figures : undefined;
    },
  },
  {
    code: 'NOT_ABOVE',
    severity: 'ERROR',
    vi: 'Số báo cáo {reported} cao hơn {above} của chỉ tiêu bao trùm.',
    en: 'The figure, {reported}, lies above {above}, that of the indicator that includes it.',
    found: ofFigure((figure, { indicator, indicators, figureOf }) => {
      const other = indicator.notAbove === null ? undefined : indicators.get(indicator.notAbove);
      const above = other && figureOf(other.code);
      if (!above || other.measure.unit !== indicator.measure.unit) return undefined;
      const [level, most] = [levelOf(indicator, figure), levelOf(other, above)];
      return compare(level, most) > 0 ? { reported: inFull(level), above: inFull(most) } : undefined;
    }),
  },
  {
    code: 'PARTS_BELOW',
    severity: 'WARNING',
    vi: 'Các phần cộng lại là {sum}, ít hơn số chung {reported}.',
    en: 'All parts come to {sum}, less than the whole, {reported}.',
    found: (subject) => {
      const each = partsIn(subject);
      return each && !each.structure && each.complete && each.found && !each.above ? each.figures : undefined;
    },
  },
  {
    code: 'PARTS_ROUNDED',
    severity: 'WARNING',
    vi: 'Cơ cấu cộng lại là {sum}, lệch {reported} do làm tròn.',
    en: 'The shares of the structure come to {sum}, off {reported} as by rounding.',
    found: (subject) => {
      const each = partsIn(subject);
      return each?.complete === true && each.found === 'PARTS_ROUNDED' ? each.figures : undefined;
    },
  },
  {
    code: 'FREQUENCY',
    severity: 'WARNING',
    vi: 'Chỉ tiêu này không báo cáo theo kỳ {period}.',
    en: 'This indicator is not reported for periods like {period}.',
    found: ofFigure((_, { indicator, report: { period } }) =>
      isOfFrequency(period, indicator) ? undefined : { period },
    ),
  },
  {
    code: 'TWICE',
    severity: 'WARNING',
    vi: 'Đã có số liệu {other} của kỳ {period}, cùng những ngày này.',
    en: 'There is a figure of {period} for the same days: {other}.',
    found: ofFigure((figure, subject) => {
      const { indicator, report } = subject;
      const { from, to } = spanOf(report.period);
      // Figures of one frequency follow each other; each cumulative one holds the one before.
      if (isCumulative(indicator)) return undefined;
      const same = own(subject).find((each) => {
        const days = spanOf(each.period);
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
    vi: 'Số lũy kế {reported} thấp hơn {before} của kỳ {period}.',
    en: 'The figure since the beginning of the year, {reported}, lies below {before}, that of {period}.',
    found: ofFigure((figure, subject) => {
      const { indicator, report } = subject;
      if (!isCumulative(indicator)) return undefined;
      const { to } = spanOf(report.period);
      const earlier = own(subject)
        .filter(({ period }) => spanOf(period).to < to && spanOf(period).to.slice(0, 4) === to.slice(0, 4))
        .find((each) => compare(levelOf(indicator, each), levelOf(indicator, figure)) > 0);
      return earlier && { reported: figure.value, before: earlier.value, period: earlier.period };
    }),
  },
  {
    code: 'JUMP_PERIOD',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} chênh lệch lớn so với {before} của kỳ trước ({period}).',
    en: 'The figure, {reported}, is far from {before}, that of the period before ({period}).',
    found: (subject) => {
      const before = periodBefore(subject.report.period);
      if (before === null || isCumulative(subject.indicator)) return undefined;
      return jump(
        subject,
        own(subject).find(({ period }) => period === before),
        subject.thresholds.JUMP_PERIOD,
      );
    },
  },
  {
    code: 'JUMP_YEAR',
    severity: 'WARNING',
    vi: 'Số báo cáo {reported} chênh lệch lớn so với {before} của cùng kỳ năm trước ({period}).',
    en: 'The figure, {reported}, is far from {before}, that of the same period of the year before ({period}).',
    found: (subject) => {
      const { indicator, report, results, thresholds } = subject;
      const before = shiftYears(report.period, -1);
      const same = results.find(
        ({ indicatorId, unitId, period }) =>
          indicatorId === indicator.continuesId && unitId === report.unitId && period === before,
      );
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
    vi: 'Số toàn xã {reported} khác {sum} cộng từ {units} đơn vị.',
    en: "The commune's figure, {reported}, is not {sum}, that of its {units} units.",
    found: ofFigure((figure, subject) => {
      const { indicator, report, thresholds } = subject;
      const adding = indicator.overUnits === 'SUM' || indicator.overUnits === 'RATIO';
      const below = adding && indicator.responsibleUnitId === report.unitId ? unitsBeside(subject) : undefined;
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
