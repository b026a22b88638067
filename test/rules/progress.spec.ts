import fc from 'fast-check';
import type { Indicator } from '../../src/indicators/indicator.entity.js';
import type { ApprovedFigure, Facts } from '../../src/progress/facts.js';
import { progressOf } from '../../src/progress/progress.rules.js';
import type { FigureScope } from '../../src/submissions/scope.rules.js';
import { atLeast, hectare, percent } from './lines/line.js';
import { indicatorOf } from './lines/judge.js';

const area = indicatorOf({ name: 'Diện tích lúa', measure: hectare, ...atLeast('100'), judged: {}, overTime: 'SUM' });
const ofUnits: Indicator = { ...area, frequency: 'QUARTERLY', responsibleUnitId: null };

const units = ['a', 'b', 'c', 'd'].map((code) => ({ id: code, code, kind: 'HAMLET', path: `xa/${code}` }));
const facts = (indicator: Indicator, results: readonly ApprovedFigure[]): Facts => ({
  plan: { year: 2023, untilYear: null, key: '2023', communeId: 1 },
  seasons: {},
  indicators: [indicator],
  targetsOf: (indicatorId) => units.map(({ id: unitId }) => ({ indicatorId, unitId, period: '2023', value: '25' })),
  resultsOf: () => results,
  nothingOf: () => [],
  reporters: [{ id: 'unit-0', code: 'ubnd', kind: 'OFFICE', path: 'xa' }, ...units],
  launch: { acknowledged: 0, expected: 0 },
});
const result = (unitId: string, period: string, value: string, outOf: string | null = null): ApprovedFigure => ({
  id: `${unitId} ${period}`,
  unitId,
  scope: unitId === area.responsibleUnitId ? 'COMMUNE' : 'OWN',
  period,
  value,
  outOf,
});
const stand = (indicator: Indicator, results: readonly ApprovedFigure[], period = '2023') =>
  progressOf(facts(indicator, results), { period, asOf: '2024-01-10' })[0]!;

const quarters = fc.constantFrom('2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2023-H1');
const results = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...units.map(({ id }) => id)), quarters, fc.nat(60), fc.integer({ min: 60, max: 99 }))
    .map(([unitId, period, value, outOf]) => result(unitId, period, String(value), String(outOf))),
  { selector: ({ id }) => id, minLength: 1 },
);

it('does not ask in which order the results came', () => {
  fc.assert(
    fc.property(
      results.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
      ([some, shuffled]) => expect(stand(ofUnits, shuffled)).toEqual(stand(ofUnits, some)),
    ),
  );
});

it('makes the commune of a SUM out of its units, value and total apart', () => {
  const ratio: Indicator = { ...ofUnits, measure: percent, overUnits: 'RATIO', endsAt100: true };
  const sum = (figures: readonly string[]) => figures.reduce((total, each) => total + Number(each), 0);
  fc.assert(
    fc.property(results, fc.constantFrom(ofUnits, ratio), (some, indicator) => {
      const { commune, units: rows } = stand(indicator, some);
      const known = rows.flatMap(({ cumulative }) => cumulative ?? []);
      expect(Number(commune.cumulative?.value)).toBe(sum(known.map(({ value }) => value)));
      expect(Number(commune.cumulative?.outOf)).toBe(sum(known.map(({ outOf }) => outOf!)));
      expect(commune.coverage.owed).toBe(units.length);
    }),
  );
});

it('never stands worse with more of what is better', () => {
  const order = ['MISSED', 'MET', 'EXCEEDED'];
  fc.assert(
    fc.property(results, fc.integer({ min: 1, max: 50 }), (some, more) => {
      const [first, ...others] = some;
      const plain = { ...first!, value: String(Number(first!.value) + more) };
      const [less, better] = [some, [plain, ...others]].map((each) => stand(ofUnits, each).commune);
      expect(order.indexOf(better!.state)).toBeGreaterThanOrEqual(order.indexOf(less!.state));
      expect(Number(better!.percent)).toBeGreaterThanOrEqual(Number(less!.percent));
    }),
  );
});

describe('the figure of the unit that answers for it', () => {
  const quarterly: Indicator = { ...area, frequency: 'QUARTERLY', responsibleUnitId: 'd' };
  const hamlets = ['a', 'b', 'c'].map((unit) => result(unit, '2023-Q1', '10'));
  const said = (scope: FigureScope, unit = 'd', value = '12') => ({ ...result(unit, '2023-Q1', value), scope });
  const shown = (some: readonly ApprovedFigure[], indicator = quarterly) => {
    const { commune, units: rows } = stand(indicator, some, '2023-Q1');
    return [
      commune.cumulative?.value,
      `${commune.coverage.reported}/${commune.coverage.owed}`,
      ...rows.map(({ unitCode, cumulative }) => `${unitCode} ${cumulative?.value}`),
      ...commune.notes,
    ];
  };
  const three = ['a 10', 'b 10', 'c 10'];

  it('is that of the commune, and no summand', () =>
    expect(shown([...hamlets, said('COMMUNE')])).toEqual(['12', '1/1', ...three, 'UNITS_DIFFER']));

  it('is its own where it says so: a row, and a summand', () =>
    expect(shown([...hamlets, said('OWN')])).toEqual(['42', '4/4', ...three, 'd 12']));

  it('of its own holds nothing of the units below it', () => {
    const office: Indicator = { ...quarterly, responsibleUnitId: 'unit-0' };
    expect(shown([...hamlets, said('OWN', 'd', '1'), said('OWN', 'unit-0')], office)).toEqual([
      '43',
      '5/5',
      'ubnd 12',
      ...three,
      'd 1',
    ]);
  });

  it('stays that of the commune when another unit answers for it, until this one reports', () => {
    const former = said('COMMUNE', 'a');
    expect(shown([former])).toEqual(['12', '1/1', 'a undefined', 'b undefined', 'c undefined']);
    expect(shown([former, said('COMMUNE', 'd', '13')])[0]).toBe('13');
    expect(shown([said('COMMUNE', 'd', '13'), former])[0]).toBe('13');
  });

  it('of nothing is zero for whom it is said', () => {
    const nothing = (scope: FigureScope) => ({
      ...facts(quarterly, hamlets),
      nothingOf: () => [{ unitId: 'd', period: '2023-Q1', scope }],
    });
    const figureOf = (scope: FigureScope) =>
      progressOf(nothing(scope), { period: '2023-Q1', asOf: '2024-01-10' })[0]!.commune.cumulative?.value;
    expect([figureOf('COMMUNE'), figureOf('OWN')]).toEqual(['0', '30']);
  });
});

it('shows the answer of each reading, also of one over other years', () => {
  const planted = indicatorOf({
    name: 'Trồng rừng',
    measure: hectare,
    ...atLeast('30'),
    overTime: 'SUM',
    overYears: 'EACH',
    question: 'Năm vượt có bù cho năm thiếu không?',
    readings: [{ text: 'Không' }, { text: 'Có', overYears: 'TOTAL', target: '90' }],
    judged: {},
  });
  const term: Facts = {
    ...facts(planted, [result('unit-0', '2021', '29'), result('unit-0', '2022', '31'), result('unit-0', '2023', '30')]),
    plan: { year: 2021, untilYear: 2023, key: '2021-2023', communeId: 1 },
    targetsOf: () => [],
  };
  const { state, readings } = progressOf(term, { period: '2021-2023', asOf: '2024-01-10' })[0]!.commune;
  expect([state, ...readings.map((each) => `${each.code} ${each.state} ${each.percent}`)]).toEqual([
    'NEEDS_CLARIFICATION',
    'A MISSED 100',
    'B MET 100',
  ]);
});
