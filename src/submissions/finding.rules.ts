import { figurePattern } from '../api/decimal.js';
import { grouped } from '../database/batch.js';
import type { Frequency } from '../indicators/indicator.entity.js';
import { usualThresholds } from '../indicators/threshold.rules.js';
import { isInWords } from '../indicators/value.rules.js';
import type { Figure } from '../indicators/verdict.rules.js';
import { pointsInVietnamese } from '../points.data.js';
import { point, points, type Point } from '../points.js';
import { isSaid } from './blank-entry.rules.js';
import {
  partsIn,
  type CheckedIndicator,
  type CheckFacts,
  type CheckSubject,
  type FiguresFound,
} from './check-subject.rules.js';
import { checks, type Check } from './check.rules.js';
import { brokenEntry, isRetiredIn, type EntryValues, type Reporting } from './entry.rules.js';
import type { Finding, FindingText } from './finding.view.js';
import { usualScope } from './scope.rules.js';

/** A report as it is checked. */
export interface CheckedReport extends Reporting {
  entries: readonly EntryValues[];
}

type Indicators = ReadonlyMap<string, CheckedIndicator>;

const errors = checks.filter(({ severity }) => severity === 'ERROR');
const noFacts: CheckFacts = { results: [], targets: [], thresholds: usualThresholds, planPeriod: '' };

/** Points against an entry today: it may have been written when its indicator was another. */
function brokenNow(entry: EntryValues, indicator: CheckedIndicator | undefined, of: Reporting): Point[] {
  const pointer = `/entries/${entry.indicatorCode}`;
  if (!indicator)
    return [
      point(pointer, 'UNKNOWN', {
        en: `There is no "${entry.indicatorCode}" any more.`,
        vi: `Không còn chỉ tiêu "${entry.indicatorCode}".`,
      }),
    ];
  const unproved = indicator.evidenceRequired && entry.reported !== null && entry.evidenceIds.length === 0;
  return points(
    brokenEntry(entry, { indicator, of }, pointer),
    unproved &&
      point(`${pointer}/evidenceIds`, 'EVIDENCE_MISSING', {
        en: `"${entry.indicatorCode}" needs evidence.`,
        vi: `Số liệu của "${entry.indicatorCode}" phải có minh chứng.`,
      }),
  );
}

/** Figure of an entry; null where there is none, where it is in words, or where it is out of order. */
function figureIn(entry: EntryValues | undefined, indicator: CheckedIndicator | undefined): Figure | null {
  const { reported, outOf = null } = entry ?? {};
  if (reported == null || !indicator || isInWords(indicator.measure)) return null;
  const isTotal = outOf === null || (figurePattern.test(outOf) && !/^(-|0$)/.test(outOf));
  return isTotal && figurePattern.test(reported) ? { value: reported, outOf } : null;
}

interface CheckFound {
  check: Check;
  indicatorCode: string;
  figures: FiguresFound;
}

/** Checks of a report that find something, in the order of the plan. */
function runChecks(
  { entries, unitId, period, seasons }: CheckedReport,
  indicators: Indicators,
  { checked = checks, ...facts }: CheckFacts & { checked?: readonly Check[] },
): CheckFound[] {
  const report = { unitId, period, seasons };
  const applying = [...indicators.values()].filter((indicator) => !isRetiredIn(report, indicator));
  const partsOf = grouped(applying, ({ partOfId }) => [partOfId ?? '']);
  // The unit's own figures by their scope; of other units those that are summands.
  const resultsOf = grouped(facts.results, (each) => [
    each.indicatorId,
    each.unitId === unitId ? each.scope : `others ${each.scope}`,
  ]);
  const targetsOf = grouped(facts.targets, ({ indicatorId }) => [indicatorId]);
  const entryOf = new Map(entries.map((entry) => [entry.indicatorCode, entry]));
  const figureOf = (code: string) => figureIn(entryOf.get(code), indicators.get(code));
  const isNothing = (code: string) => (entryOf.get(code)?.nothingToReport ?? null) !== null;
  const found = [...indicators.values()].flatMap((indicator) => {
    const scope = entryOf.get(indicator.code)?.scope ?? usualScope(indicator, unitId);
    const subject: Omit<CheckSubject, 'parts'> = {
      ...facts,
      indicator,
      figure: figureOf(indicator.code),
      scope,
      report,
      indicators,
      own: resultsOf(indicator.id, scope),
      others: resultsOf(indicator.id, 'others OWN'),
      yearBefore: indicator.continuesId === null ? [] : resultsOf(indicator.continuesId, scope),
      targets: targetsOf(indicator.id),
      figureOf,
      isNothing,
    };
    const parts = partsIn(subject, partsOf(indicator.id));
    return checked.flatMap((check) => {
      const figures = check.found({ ...subject, parts });
      return figures ? [{ check, indicatorCode: indicator.code, figures }] : [];
    });
  });
  return found.filter((each, index) => !each.check.once || found.findIndex((one) => isAlike(one, each)) === index);
}

/** Whether one explanation counts for both. */
const isAlike = (a: CheckFound, b: CheckFound) =>
  a.check === b.check && Object.entries(a.figures).every(([name, value]) => b.figures[name] === value);

const frequencies: Readonly<Record<string, { vi: string; en: string }>> = {
  MONTHLY: { vi: 'tháng', en: 'months' },
  QUARTERLY: { vi: 'quý', en: 'quarters' },
  HALF_YEARLY: { vi: 'sáu tháng', en: 'half-years' },
  YEARLY: { vi: 'năm', en: 'years' },
  SEASONAL: { vi: 'vụ', en: 'seasons' },
} satisfies Record<Frequency, object>;

/** Figure as it is printed in Vietnamese: 1763.5 → 1.763,5. A period stays as it is: 2023. */
function printed(value: string, name: string): string {
  if (name === 'period' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const [whole = '', decimals] = value.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, '.'), ...(decimals === undefined ? [] : [decimals])].join(',');
}

/** Words of both languages for what a check found. */
function textOf({ check: { vi, en }, figures }: CheckFound): FindingText {
  const fill = (text: string, print: (value: string, name: string) => string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => print(figures[name] ?? '', name));
  return {
    vi: fill(vi, (value, name) => frequencies[value]?.vi ?? printed(value, name)),
    en: fill(en, (value) => frequencies[value]?.en ?? value),
  };
}

/** Points against submitting a report by its figures alone: entries out of order, and what the ERROR checks find. */
export function brokenFigures(report: CheckedReport, indicators: Indicators): Point[] {
  const { unitId, period, seasons } = report;
  const of = { unitId, period, seasons };
  return [
    ...report.entries.filter(isSaid).flatMap((entry) => brokenNow(entry, indicators.get(entry.indicatorCode), of)),
    ...runChecks(report, indicators, { ...noFacts, checked: errors }).flatMap((found) => {
      const { check, indicatorCode } = found;
      const { vi, en } = textOf(found);
      return check.severity === 'ERROR' ? [{ ...point(`/entries/${indicatorCode}/reported`, check.code, en), vi }] : [];
    }),
  ];
}

const named = (figures: FiguresFound) => Object.entries(figures).map(([name, value]) => ({ name, value }));

/** Findings about entries out of order: their points, each code once for an indicator. */
function findingsOfEntry(entry: EntryValues, indicator: CheckedIndicator | undefined, of: Reporting): Finding[] {
  const { indicatorCode, reported, outOf } = entry;
  const figures = named({ ...(reported !== null && { reported }), ...(outOf !== null && { outOf }) });
  const found = brokenNow(entry, indicator, of);
  return found
    .filter(({ code }, index) => found.findIndex((each) => each.code === code) === index)
    .map(({ code, vi = pointsInVietnamese[code], detail: en }) => {
      const text = { vi, en };
      return { code, severity: 'ERROR', indicatorCode, figures, text, explanation: null };
    });
}

/** All findings about a report: ERROR for what `brokenFigures` refuses, WARNING for what wants an explanation. */
export function findingsOf(report: CheckedReport, indicators: Indicators, facts: CheckFacts): Finding[] {
  const { unitId, period, seasons } = report;
  const of = { unitId, period, seasons };
  return [
    ...report.entries
      .filter(isSaid)
      .flatMap((entry) => findingsOfEntry(entry, indicators.get(entry.indicatorCode), of)),
    ...runChecks(report, indicators, facts).map((found): Finding => {
      const { code, severity } = found.check;
      const { indicatorCode, figures } = found;
      return { code, severity, indicatorCode, figures: named(figures), text: textOf(found), explanation: null };
    }),
  ];
}

/** Key of a finding: a report has one of each. */
interface FindingKey {
  code: string;
  indicatorCode: string;
}

const isSame = (a: FindingKey, b: FindingKey) => a.code === b.code && a.indicatorCode === b.indicatorCode;
const figuresIn = ({ figures }: Pick<Finding, 'figures'>) =>
  figures.map(({ name, value }) => `${name}=${value}`).join();

/** Findings with the explanations given before, where code and figures are still the same. */
export const withExplanations = (findings: readonly Finding[], before: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    explanation:
      before.find((each) => isSame(each, finding) && figuresIn(each) === figuresIn(finding))?.explanation ?? null,
  }));

/** Findings after one is explained, and the points against that: there is none, or it is an ERROR. */
export function explain(
  findings: readonly Finding[],
  { explanation, ...key }: FindingKey & { explanation: string },
): { findings: Finding[]; points: Point[] } {
  const found = findings.find((each) => isSame(each, key));
  return {
    findings: findings.map((each) => (each === found ? { ...each, explanation } : each)),
    points: points(
      !found &&
        point('/code', 'NO_FINDING', {
          en: `The report has no finding ${key.code} for "${key.indicatorCode}".`,
          vi: `Báo cáo không có cảnh báo ${key.code} về "${key.indicatorCode}"; hãy đọc lại báo cáo.`,
        }),
      found?.severity === 'ERROR' && point('/code', 'NOT_TO_EXPLAIN', 'An error is corrected, not explained.'),
    ),
  };
}
