import { calendarOf, isClosable, partsOf } from '../../src/periods/calendar.rules.js';
import { figuresWithin, owersOf, owes, reportedFor, type Owing } from '../../src/periods/owed.rules.js';

const indicator = (change: Partial<Owing> = {}): Owing => ({
  id: 'i',
  code: 'econ.maize.area',
  frequency: 'QUARTERLY',
  seasons: [],
  derived: false,
  appliesFrom: null,
  retiredOn: null,
  reportedBy: null,
  responsibleUnitId: 'office',
  targeted: ['hamlet-1'],
  ...change,
});
const unit = (id: string, kind = 'HAMLET') => ({ id, code: id, kind, path: id });
const units = [unit('office', 'DEPARTMENT'), unit('hamlet-1'), unit('hamlet-2')];
const year = { plan: { year: 2023, untilYear: null }, seasons: {} };

it.each([
  [null, ['office', 'hamlet-1']],
  [{ units: ['hamlet-2'], kinds: [] }, ['hamlet-2']],
  [{ units: [], kinds: ['HAMLET'] }, ['hamlet-1', 'hamlet-2']],
  [{ units: ['office'], kinds: ['HAMLET'] }, ['office', 'hamlet-1', 'hamlet-2']],
] as const)('reported by %j: owed by %j', (reportedBy, owing) => {
  const of = indicator({ reportedBy: reportedBy as Owing['reportedBy'] });
  expect(units.filter((each) => owes(each, of, new Set(of.targeted))).map(({ id }) => id)).toEqual(owing);
});

it('who reported all the same is counted among those that owe', () => {
  const targets = [{ indicatorId: 'i', unitId: 'hamlet-1', period: '2023', value: '1' }];
  const owers = (besides?: string[]) =>
    owersOf({ reporters: units, targets }, indicator(), new Set(besides)).map(({ id }) => id);
  expect(owers()).toEqual(['office', 'hamlet-1']);
  expect(owers(['hamlet-2'])).toEqual(['office', 'hamlet-1', 'hamlet-2']);
});

describe('an indicator is owed for the periods its frequency names', () => {
  it.each([
    [{}, '2023-Q2', 1],
    [{}, '2023-H1', 0],
    [{}, '2023', 0],
    [{ frequency: 'YEARLY' }, '2023', 1],
    [{ frequency: 'SEASONAL', seasons: ['WINTER_SPRING'] }, '2022-2023-winter-spring', 1],
    [{ frequency: 'SEASONAL', seasons: ['WINTER_SPRING'] }, '2023-spring', 0],
    [{ derived: true }, '2023-Q2', 0],
    // Retired by the last day it is not asked for, after it it is.
    [{ retiredOn: '2023-06-30' }, '2023-Q2', 0],
    [{ retiredOn: '2023-07-01' }, '2023-Q2', 1],
    // Begun by the last day it is asked for, after it it is not.
    [{ appliesFrom: '2023-06-30' }, '2023-Q2', 1],
    [{ appliesFrom: '2023-07-01' }, '2023-Q2', 0],
    [{ frequency: 'YEARLY', appliesFrom: '2023-09-15' }, '2023', 1],
  ] as const)('%j in %s: %d', (change, period, owed) =>
    expect(reportedFor([indicator(change as Partial<Owing>)], period, year)).toHaveLength(owed),
  );
});

describe('for a longer period each figure within it is owed', () => {
  it.each([
    [{}, '2023-H1', ['2023-Q1', '2023-Q2']],
    [{}, '2023-9M', ['2023-Q1', '2023-Q2', '2023-Q3']],
    [{}, '2023', ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']],
    [{}, '2023-05', []],
    [{ frequency: 'MONTHLY' }, '2023-Q2', ['2023-04', '2023-05', '2023-06']],
    [{ frequency: 'YEARLY' }, '2023-H2', []],
    [{ retiredOn: '2023-06-30' }, '2023-H1', ['2023-Q1']],
    [{ appliesFrom: '2023-09-15' }, '2023', ['2023-Q3', '2023-Q4']],
    // A crop belongs where it ends.
    [{ frequency: 'SEASONAL', seasons: ['WINTER_SPRING'] }, '2023-H1', ['2022-2023-winter-spring']],
  ] as const)('%j in %s: %j', (change, period, parts) =>
    expect(figuresWithin([indicator(change as Partial<Owing>)], period, year).map(({ part }) => part.period)).toEqual(
      parts,
    ),
  );
});

it.each([
  ['2023-01', true],
  ['2023-02', false],
  ['2023-Q3', true],
  ['2023-9M', true],
  ['2023', true],
  ['2021-2025', false],
  ['2022-2023', false],
  ['2023-spring', false],
  ['2023-01-03/2023-02-04', false],
])('%s is closed: %s', (period, closable) => {
  const calendar = [{ period: '2023-01', from: '2023-01-01', to: '2023-01-31' }];
  expect(isClosable(period, calendar, year.plan)).toBe(closable);
});

it('a term is closed as a whole', () =>
  expect(isClosable('2021-2025', [], { year: 2021, untilYear: 2025 })).toBe(true));

it('the calendar of a plan has each period once, in the order of their ends', () => {
  const indicators = [
    indicator({ frequency: 'YEARLY' }),
    indicator({ frequency: 'QUARTERLY' }),
    indicator({ frequency: 'QUARTERLY' }),
    indicator({ frequency: 'MONTHLY', derived: true }),
    indicator({ frequency: 'SEASONAL', seasons: ['MUA'] }),
  ];
  expect(calendarOf(indicators, year.plan).map(({ period }) => period)).toEqual([
    '2023-Q1',
    '2023-Q2',
    '2023-Q3',
    '2023-mua',
    '2023',
    '2023-Q4',
  ]);
});

it("the seasons follow the plan's own days", () => {
  const seasonal = indicator({ frequency: 'SEASONAL', seasons: ['MUA', 'SUMMER_AUTUMN'] });
  expect(partsOf(seasonal, year.plan, { MUA: ['05-25', '09-20'], SUMMER_AUTUMN: ['05-01', '09-30'] })).toEqual([
    { period: '2023-mua', from: '2023-05-25', to: '2023-09-20' },
    { period: '2023-summer-autumn', from: '2023-05-01', to: '2023-09-30' },
  ]);
});
