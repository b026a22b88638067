import type { EntryValues } from '../../src/submissions/entry.rules.js';
import { checks } from '../../src/submissions/check.rules.js';
import { brokenFigures, explain, findingsOf, withExplanations } from '../../src/submissions/finding.rules.js';
import type { Finding } from '../../src/submissions/finding.view.js';
import type { CheckFacts, CheckedIndicator, FigureInForce } from '../../src/submissions/check-subject.rules.js';
import type { Seasons } from '../../src/indicators/period.js';
import type { FigureScope } from '../../src/submissions/scope.rules.js';
import { thresholdsOf, usualThresholds } from '../../src/indicators/threshold.rules.js';

/** A flow in hectares, reported by quarters, of an office for the whole commune. */
const rice: CheckedIndicator = {
  id: 'rice',
  code: 'rice',
  name: 'Lúa',
  measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0, factor: null },
  endsAt100: false,
  grades: [],
  outOf: null,
  overUnits: 'SUM',
  derived: false,
  retiredOn: null,
  evidenceRequired: false,
  responsibleUnitId: 'office',
  target: null,
  baseline: null,
  comparator: 'AT_LEAST',
  basis: 'LEVEL',
  frequency: 'QUARTERLY',
  reported: 'IN_PERIOD',
  overTime: 'SUM',
  notAbove: null,
  partOfId: null,
  continuesId: null,
};
const percent = { unit: 'PERCENT', displayUnit: '%', scale: 0, factor: '100' } as const;
const share: CheckedIndicator = { ...rice, measure: percent, endsAt100: true, overUnits: 'RATIO', overTime: 'AT_END' };
const part = (code: string, of: CheckedIndicator = rice): CheckedIndicator => ({
  ...of,
  id: code,
  code,
  partOfId: 'rice',
});
const structure: CheckedIndicator = { ...share, id: 'rice', code: 'rice', comparator: 'NONE' };

const entry = (indicatorCode: string, figure: string, scope: FigureScope): EntryValues => {
  const [reported = '', outOf = null] = figure.split('/');
  return {
    indicatorId: indicatorCode,
    indicatorCode,
    scope,
    reported,
    outOf,
    nothingToReport: null,
    note: null,
    remark: null,
    verified: null,
    verifiedReason: null,
    verifiedOn: null,
    approved: null,
    approvedReason: null,
    evidenceIds: [],
  };
};
const scopeOf = (unitId: string) => (unitId === 'office' ? 'COMMUNE' : 'OWN');
const inForce = (period: string, figure: string, unitId = 'hamlet', indicatorId = 'rice'): FigureInForce => {
  const [value = '', outOf = null] = figure.split('/');
  return { indicatorId, unitId, scope: scopeOf(unitId), unitPath: unitId, period, value, outOf };
};

interface Case {
  indicators?: readonly CheckedIndicator[];
  entries?: Readonly<Record<string, string>>;
  unitId?: string;
  scope?: FigureScope;
  period?: string;
  results?: readonly FigureInForce[];
  targets?: CheckFacts['targets'];
  thresholds?: CheckFacts['thresholds'];
  planPeriod?: string;
  seasons?: Seasons;
  /** Indicators of which the report says that there is nothing to report. */
  nothing?: readonly string[];
}
const find = ({
  indicators = [rice],
  entries = { rice: '10' },
  unitId = 'hamlet',
  scope = scopeOf(unitId),
  period = '2023-Q2',
  planPeriod = '2023',
  seasons,
  nothing = [],
  ...besides
}: Case) =>
  findingsOf(
    {
      unitId,
      period,
      seasons,
      entries: [
        ...Object.entries(entries).map(([code, figure]) => entry(code, figure, scope)),
        ...nothing.map((code) => ({ ...entry(code, '0', scope), reported: null, nothingToReport: 'Không có' })),
      ],
    },
    new Map(indicators.map((each) => [each.code, each])),
    { results: [], targets: [], thresholds: usualThresholds, planPeriod, ...besides },
  );
const target = (value: string, period = '2023', unitId = 'hamlet') => ({
  indicatorId: 'rice',
  unitId,
  unitPath: unitId === 'xa' ? 'xa' : `xa/${unitId}`,
  period,
  value,
});

/** Each check where it finds something, and the nearest case in which it does not. */
const cases: Readonly<Record<string, { found: readonly Case[]; not: readonly Case[] }>> = {
  PARTS_ABOVE: {
    found: [
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6', b: '4.1' } },
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '10.1' } },
    ],
    not: [
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6', b: '4' } },
      { indicators: [rice, part('a'), part('b')], entries: { a: '6', b: '4.1' } },
      // Rates do not add up.
      { indicators: [{ ...share, id: 'rice' }, part('a', share)], entries: { rice: '10/100', a: '20/100' } },
    ],
  },
  STRUCTURE: {
    found: [
      {
        indicators: [structure, part('a', share), part('b', share)],
        unitId: 'office',
        entries: { a: '60', b: '39.4' },
      },
      {
        indicators: [structure, part('a', share), part('b', share)],
        unitId: 'office',
        entries: { a: '60', b: '40.6' },
      },
    ],
    not: [
      {
        indicators: [structure, part('a', share), part('b', share)],
        unitId: 'office',
        entries: { a: '60', b: '39.5' },
      },
      { indicators: [structure, part('a', share), part('b', share)], unitId: 'office', entries: { a: '60' } },
    ],
  },
  NOT_ABOVE: {
    found: [
      {
        indicators: [
          { ...share, notAbove: 'safe' },
          { ...share, id: 'safe', code: 'safe' },
        ],
        entries: { rice: '129/172', safe: '128/172' },
      },
      {
        // Of other totals: levels are compared, not counts.
        indicators: [
          { ...share, notAbove: 'safe' },
          { ...share, id: 'safe', code: 'safe' },
        ],
        entries: { rice: '50/100', safe: '99/200' },
      },
    ],
    not: [
      {
        indicators: [
          { ...share, notAbove: 'safe' },
          { ...share, id: 'safe', code: 'safe' },
        ],
        entries: { rice: '128/172', safe: '128/172' },
      },
      { indicators: [{ ...share, notAbove: 'safe' }], entries: { rice: '129/172' } },
    ],
  },
  PARTS_BELOW: {
    found: [
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6', b: '3.9' } },
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6' }, nothing: ['b'] },
      {
        indicators: [rice, part('a'), { ...part('b'), retiredOn: '2023-04-01' }],
        entries: { rice: '10', a: '6' },
      },
    ],
    not: [
      {
        indicators: [rice, part('a'), { ...part('b'), retiredOn: '2023-04-02' }],
        entries: { rice: '10', a: '6' },
      },
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6', b: '4' } },
      { indicators: [rice, part('a'), part('b')], entries: { rice: '10', a: '6' } },
    ],
  },
  PARTS_ROUNDED: {
    found: [
      {
        indicators: [structure, part('a', share), part('b', share)],
        unitId: 'office',
        entries: { a: '60', b: '39.5' },
      },
    ],
    not: [
      { indicators: [structure, part('a', share), part('b', share)], unitId: 'office', entries: { a: '60', b: '40' } },
    ],
  },
  FREQUENCY: {
    found: [{ period: '2023-06' }, { period: '2023' }, { indicators: [{ ...rice, frequency: 'SEASONAL' }] }],
    not: [{ period: '2023-Q2' }, { indicators: [{ ...rice, frequency: 'SEASONAL' }], period: '2023-spring' }],
  },
  SAME_DAYS: {
    found: [
      { period: '2023-H1', results: [inForce('2023-Q1', '4')] },
      { indicators: [{ ...rice, frequency: 'SEASONAL' }], results: [inForce('2023-spring', '4')] },
      {
        indicators: [{ ...rice, overTime: 'AT_END' }],
        period: '2023-H1',
        results: [inForce('2023-Q2', '9')],
      },
      // By the days that the plan gives its seasons.
      {
        indicators: [{ ...rice, frequency: 'SEASONAL' }],
        seasons: { SPRING: ['02-01', '04-02'] },
        results: [inForce('2023-spring', '4')],
      },
    ],
    not: [
      { period: '2023-Q2', results: [inForce('2023-Q1', '4'), inForce('2023-Q2', '4')] },
      {
        indicators: [{ ...rice, frequency: 'SEASONAL' }],
        seasons: { SPRING: ['02-01', '03-31'] },
        results: [inForce('2023-spring', '4')],
      },
      { period: '2023-H1', results: [inForce('2023-Q1', '4', 'other')] },
      { indicators: [{ ...rice, overTime: 'AT_END' }], period: '2023-H1', results: [inForce('2023-Q2', '10')] },
      { indicators: [{ ...rice, reported: 'CUMULATIVE' }], period: '2023-H1', results: [inForce('2023-Q1', '4')] },
    ],
  },
  FALLS: {
    found: [
      { indicators: [{ ...rice, reported: 'CUMULATIVE' }], results: [inForce('2023-Q1', '10.1')] },
      { indicators: [{ ...rice, reported: 'CUMULATIVE' }], results: [inForce('2023-Q3', '9.9')] },
    ],
    not: [
      {
        indicators: [{ ...rice, reported: 'CUMULATIVE' }],
        results: [inForce('2023-Q1', '10'), inForce('2023-Q3', '10'), inForce('2024-Q1', '1')],
      },
      { indicators: [{ ...rice, reported: 'CUMULATIVE' }], results: [inForce('2022-Q4', '40')] },
      { results: [inForce('2023-Q1', '10.1')] },
    ],
  },
  JUMP_PERIOD: {
    found: [
      { results: [inForce('2023-Q1', '6.6')] },
      { results: [inForce('2023-Q1', '20.1')] },
      // Before January comes December, of the plan that this one continues.
      ...['01 12', 'Q1 Q4', 'H1 H2'].map((named) => {
        const [first, last] = named.split(' ');
        return {
          indicators: [{ ...rice, continuesId: 'then' }],
          period: `2023-${first}`,
          results: [inForce(`2022-${last}`, '6', 'hamlet', 'then')],
        };
      }),
    ],
    not: [
      {
        indicators: [{ ...rice, continuesId: 'then' }],
        period: '2023-01',
        results: [inForce('2022-11', '1', 'hamlet', 'then')],
      },
      { unitId: 'office', scope: 'OWN', results: [inForce('2023-Q1', '66', 'office')] },
      { results: [inForce('2023-Q1', '20')] },
      { results: [inForce('2023-Q1', '0')] },
      { results: [inForce('2022-Q4', '1')] },
    ],
  },
  JUMP_YEAR: {
    found: [{ indicators: [{ ...rice, continuesId: 'then' }], results: [inForce('2022-Q2', '6.6', 'hamlet', 'then')] }],
    not: [
      { indicators: [{ ...rice, continuesId: 'then' }], results: [inForce('2022-Q2', '7', 'hamlet', 'then')] },
      { indicators: [{ ...rice, continuesId: 'then' }], results: [inForce('2022-Q2', '6.6', 'other', 'then')] },
    ],
  },
  FAR_OVER: {
    found: [
      { targets: [target('6.6')] },
      { targets: [target('100'), target('6.6', '2023-Q2')] },
      { unitId: 'office', indicators: [{ ...rice, target: '6.6' }] },
      // A season that began in the year before, and a term, have the target of the plan.
      { period: '2022-2023-winter', targets: [target('6.6')] },
      { planPeriod: '2021-2025', targets: [target('6.6', '2021-2025')] },
      { unitId: 'office', targets: [target('6.6', '2023-Q2', 'xa')] },
      { unitId: 'office', scope: 'OWN', targets: [target('6.6', '2023', 'office')] },
    ],
    not: [
      { targets: [target('7')] },
      { targets: [target('0')] },
      { indicators: [{ ...rice, target: '6.6' }] },
      { unitId: 'office', scope: 'OWN', indicators: [{ ...rice, target: '6.6' }] },
      { unitId: 'office', targets: [target('6.6', '2023', 'office')] },
      { targets: [target('6.6')], indicators: [{ ...rice, basis: 'GROWTH' }] },
    ],
  },
  UNITS_SUM: {
    found: [
      { unitId: 'office', results: [inForce('2023-Q2', '6', 'a'), inForce('2023-Q2', '3', 'b')] },
      // More than the commune, although a unit is still missing.
      {
        unitId: 'office',
        results: [inForce('2023-Q2', '11', 'a')],
        targets: [target('1', '2023', 'b')],
      },
    ],
    not: [
      { unitId: 'office', results: [inForce('2023-Q2', '6', 'a'), inForce('2023-Q2', '4', 'b')] },
      { unitId: 'office', results: [inForce('2023-Q2', '6', 'a'), inForce('2023-Q1', '3', 'b')] },
      { unitId: 'hamlet', results: [inForce('2023-Q2', '6', 'a')] },
      { unitId: 'office', scope: 'OWN', results: [inForce('2023-Q2', '6', 'a')] },
      { unitId: 'office', results: [{ ...inForce('2023-Q2', '6', 'a'), scope: 'COMMUNE' }] },
      // A bare figure and a count out of a total do not add up, as in progress.
      { unitId: 'office', results: [inForce('2023-Q2', '6/8', 'a'), inForce('2023-Q2', '30', 'b')] },
      { unitId: 'office' },
    ],
  },
  SHARE_AS_COUNT: {
    found: [{ indicators: [{ ...share, target: '95' }], entries: { rice: '95/210' } }],
    not: [
      { indicators: [{ ...share, target: '95' }], entries: { rice: '199/210' } },
      { indicators: [{ ...share, target: '1' }], entries: { rice: '1/163' } },
    ],
  },
};

it('every check has a case in which it finds something', () =>
  expect(Object.keys(cases)).toEqual(checks.map(({ code }) => code)));

describe.each(Object.entries(cases))('%s', (code, { found, not }) => {
  const codes = (each: Case) => find(each).map((finding) => finding.code);
  it('is found', () => {
    for (const each of found) expect(codes(each)).toContain(code);
  });
  it('is not found', () => {
    for (const each of not) expect(codes(each)).not.toContain(code);
  });
  it('says its figures in both languages, and leaves no blank', () => {
    for (const finding of found.flatMap((each) => find(each))) {
      expect(Object.values(finding.text).join(' ')).not.toMatch(/[{}]|undefined/);
      expect(finding.figures.every(({ value }) => value !== '')).toBe(true);
    }
  });
});

it('tells figures as each language writes them', () => {
  const [finding] = find({
    indicators: [rice, part('a')],
    entries: { rice: '1763.5', a: '12345.25' },
  });
  expect(finding).toEqual({
    code: 'PARTS_ABOVE',
    severity: 'ERROR',
    indicatorCode: 'rice',
    figures: [
      { name: 'reported', value: '1763.5' },
      { name: 'sum', value: '12345.25' },
    ],
    text: {
      vi: 'Tổng các phần là 12.345,25, lớn hơn số chung 1.763,5.',
      en: 'The parts come to 12345.25, more than the whole, 1763.5.',
    },
    explanation: null,
  });
});

it('tells once for all indicators of a frequency that the period is none of theirs', () => {
  const yearly = { ...part('c'), partOfId: null, frequency: 'YEARLY' } as const;
  const indicators = [rice, part('a'), part('b'), yearly];
  const found = find({ indicators, entries: { a: '1', b: '2', c: '3', rice: '3' }, period: '2023-06' });
  expect(
    found.map(({ code, indicatorCode, figures }) => [code, indicatorCode, ...figures.map((each) => each.value)]),
  ).toEqual([
    ['FREQUENCY', 'rice', '2023-06', 'QUARTERLY'],
    ['FREQUENCY', 'c', '2023-06', 'YEARLY'],
  ]);
  expect(found[0]?.text).toEqual({
    vi: 'Chỉ tiêu này, và chỉ tiêu khác trong báo cáo, báo cáo theo quý, không theo kỳ 2023-06; hãy báo cáo đúng kỳ hoặc giải trình một lần.',
    en: 'This indicator, and any other of the report that is reported by quarters, is not reported for 2023-06: report it for its own period, or say why, once for all.',
  });
});

it('names the indicator that another lies above', () => {
  const indicators = [
    { ...share, notAbove: 'safe' },
    { ...share, id: 'safe', code: 'safe', name: 'Hộ dùng nước sạch' },
  ];
  const entries = { rice: '60/100', safe: '50/100' };
  const [finding] = find({ indicators, entries }).filter(({ code }) => code === 'NOT_ABOVE');
  expect(finding?.text.vi).toBe('Số 60 cao hơn 50 của chỉ tiêu bao trùm "Hộ dùng nước sạch"; hãy xem lại hai số.');
  const report = {
    unitId: 'hamlet',
    period: '2023-Q2',
    entries: Object.entries(entries).map((each) => entry(...each, 'OWN')),
  };
  const points = brokenFigures(report, new Map(indicators.map((each) => [each.code, each])));
  expect(points.map(({ vi }) => vi)).toEqual([finding?.text.vi]);
});

it('an ERROR is what stops the report, whatever is known besides', () => {
  const indicators = new Map(
    [rice, part('a'), { ...part('b'), evidenceRequired: true }].map((each) => [each.code, each]),
  );
  const report = {
    unitId: 'hamlet',
    period: '2023-Q2',
    entries: [entry('rice', '10', 'OWN'), entry('a', '9', 'OWN'), entry('b', '9', 'OWN')],
  };
  const results = [inForce('2023-Q1', '100')];
  const errors = findingsOf(report, indicators, {
    results,
    targets: [],
    thresholds: usualThresholds,
    planPeriod: '2023',
  }).filter(({ severity }) => severity === 'ERROR');
  expect(errors.map(({ code, indicatorCode }) => [code, indicatorCode])).toEqual([
    ['EVIDENCE_MISSING', 'b'],
    ['PARTS_ABOVE', 'rice'],
  ]);
  expect(brokenFigures(report, indicators).map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/entries/b/evidenceIds', 'EVIDENCE_MISSING'],
    ['/entries/rice/reported', 'PARTS_ABOVE'],
  ]);
});

it('a figure in words is in no check', () => {
  const grade: CheckedIndicator = { ...rice, measure: { ...rice.measure, unit: 'RATING' }, notAbove: 'rice' };
  expect(find({ indicators: [grade], entries: { rice: 'GOOD' }, period: '2023' })).toEqual([]);
});

it('thresholds are those of the plan, else the usual ones', () => {
  const results = [inForce('2023-Q1', '6.6')];
  const jumps = (value: string) =>
    find({
      results,
      thresholds: thresholdsOf({ thresholds: [{ code: 'JUMP_PERIOD', value }] }),
    }).map(({ code }) => code);
  expect([jumps('50'), jumps('60')]).toEqual([['JUMP_PERIOD'], []]);
  expect(thresholdsOf({ thresholds: [] })).toEqual(usualThresholds);
});

describe('an explanation', () => {
  const found = find({ period: '2023-06', results: [inForce('2023-05', '1')] });
  const explained = explain(found, { code: 'FREQUENCY', indicatorCode: 'rice', explanation: 'Theo yêu cầu' });
  const told = (findings: readonly Finding[]) => findings.map(({ code, explanation }) => [code, explanation]);

  it('is of one finding', () => {
    expect(explained.points).toEqual([]);
    expect(told(explained.findings)).toEqual([
      ['FREQUENCY', 'Theo yêu cầu'],
      ['JUMP_PERIOD', null],
    ]);
  });
  it('stays while code and figures do', () => {
    expect(told(withExplanations(found, explained.findings))).toEqual(told(explained.findings));
    const another = find({ period: '2023-07' });
    expect(told(withExplanations(another, explained.findings))).toEqual([['FREQUENCY', null]]);
  });
  it('is not of a finding that is not there, nor of an error', () => {
    const codes = (findings: readonly Finding[], code: string) =>
      explain(findings, { code, indicatorCode: 'rice', explanation: 'x' }).points.map((each) => each.code);
    expect(codes(found, 'FALLS')).toEqual(['NO_FINDING']);
    const errors = find({ indicators: [rice, part('a')], entries: { rice: '1', a: '2' } });
    expect(codes(errors, 'PARTS_ABOVE')).toEqual(['NOT_TO_EXPLAIN']);
  });
});
