import type { Span } from '../../src/indicators/period.js';
import { figuresWithin, type Owing } from '../../src/periods/owed.rules.js';
import { completenessOf, type CompletenessFacts, type Report } from '../../src/progress/completeness.rules.js';

const indicator = (code: string): Owing => ({
  id: code,
  code,
  frequency: 'QUARTERLY',
  seasons: [],
  derived: false,
  appliesFrom: null,
  retiredOn: null,
  reportedBy: { units: [], kinds: ['HAMLET'] },
  responsibleUnitId: null,
  targeted: [],
});
const [first, second] = [
  { from: '2023-01-01', to: '2023-03-31' },
  { from: '2023-04-01', to: '2023-06-30' },
] as const;
const unit = (id: string, kind = 'HAMLET', days: Span = second) => ({ id, code: id, kind, path: id, ...days });
const report = (unitId: string, change: Partial<Report> = {}): Report => ({
  unitId,
  period: '2023-Q2',
  state: 'APPROVED',
  late: false,
  estimate: false,
  entries: [
    { indicatorId: 'area', nothing: false },
    { indicatorId: 'deer', nothing: true },
  ],
  ...change,
});
const calendar = { plan: { year: 2023, untilYear: null }, seasons: {} };
const asked = (reports: readonly Report[], asOf = '2023-07-10', period = '2023-Q2'): CompletenessFacts => ({
  view: { communeId: 1, plan: '2023', period, asOf },
  figures: figuresWithin([indicator('area'), indicator('deer'), indicator('pigs')], period, calendar),
  reporters: [unit('a'), unit('b'), unit('office', 'DEPARTMENT')],
  reports,
  dueDay: (of) => (of === 'b' ? '2023-07-20' : '2023-07-05'),
});
const numbers = { reported: 0, nothing: 0, estimates: 0, returned: 0, missing: 0, late: 0 };

it('counts every figure owed once, of the units that owe some', () => {
  const [commune, a, b, ...others] = completenessOf(asked([report('a', { late: true })]));
  expect(others).toEqual([]);
  expect(a).toMatchObject({ unitCode: 'a', dueOn: '2023-07-05', state: 'APPROVED', owed: 3, unitsComplete: 0 });
  expect(a).toMatchObject({ ...numbers, reported: 1, nothing: 1, missing: 1, late: 2, missingCodes: ['pigs'] });
  expect(b).toMatchObject({ unitCode: 'b', dueOn: '2023-07-20', state: null, owed: 3, ...numbers, missing: 3 });
  expect(commune).toMatchObject({ unitCode: null, state: null, units: 2, unitsComplete: 0, owed: 6 });
  expect(commune).toMatchObject({ ...numbers, reported: 1, nothing: 1, missing: 4, late: 2 });
});

it('of a half-year counts the figures of both quarters, a unit only from its first day on', () => {
  const late = report('a', { period: '2023-Q1', late: true });
  const halfYear = asked([late, report('a', { estimate: true })], '2023-06-30', '2023-H1');
  const reporters = [unit('a', 'HAMLET', first), unit('a'), unit('b')];
  const [, a, b] = completenessOf({ ...halfYear, reporters });
  expect(a).toMatchObject({ ...numbers, owed: 6, reported: 1, nothing: 1, estimates: 2, missing: 2, late: 2 });
  expect(a).toMatchObject({ state: null, missingCodes: ['pigs'] });
  expect(b).toMatchObject({ ...numbers, owed: 3, missing: 3 });
});

it('tells the public no indicator, which would name the unit that answers for it', () =>
  expect(completenessOf(asked([]))[0]?.missingCodes).toEqual([]));

it('asks for what was returned', () => {
  const [, a] = completenessOf(asked([report('a', { state: 'RETURNED' })]));
  expect(a).toMatchObject({ ...numbers, returned: 2, missing: 1, missingCodes: ['area', 'deer', 'pigs'] });
});

it('asks for an estimate again once the period is over, not before', () => {
  const estimate = report('a', { estimate: true });
  const [, during] = completenessOf(asked([estimate], '2023-06-30'));
  const [, after] = completenessOf(asked([estimate], '2023-07-01'));
  expect(during).toMatchObject({ ...numbers, estimates: 2, missing: 1, missingCodes: ['pigs'] });
  expect(after).toMatchObject({ ...numbers, estimates: 2, missing: 1, missingCodes: ['area', 'deer', 'pigs'] });
});

it.each(['owed', 'reported', 'nothing', 'estimates', 'returned', 'missing'] as const)(
  'the commune has the sum of its units: %s',
  (member) => {
    const [commune, ...units] = completenessOf(
      asked([report('a', { estimate: true }), report('b', { state: 'RETURNED' })]),
    );
    expect(commune?.[member]).toBe(units.reduce((sum, row) => sum + row[member], 0));
  },
);
