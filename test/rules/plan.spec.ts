import { brokenKey, countedOn, lastYearOf, restOf, untimely, wordOf } from '../../src/indicators/plan.rules.js';

type Drafted = Parameters<typeof brokenKey>[0];
const yearly: Drafted = { kind: 'YEARLY', key: '2024', year: 2024 };
const movement: Drafted = { kind: 'MOVEMENT', key: '2024-nuoc-sach', year: 2024 };
const child: Drafted = {
  kind: 'CHILD',
  key: '2024-khu-dan-cu-1',
  year: 2024,
  parentPlan: '2024',
  unit: 'khu-dan-cu-1',
};

it.each<[string, Drafted, boolean, string[]]>([
  ["a year's plan under its year", yearly, false, []],
  ["another year's key", { ...yearly, key: '2023' }, false, ['/key KEY_FORM']],
  ['a year with a word', { ...yearly, key: '2024-x' }, false, ['/key KEY_FORM']],
  ['a yearly plan of a unit', { ...yearly, unit: 'khu-dan-cu-1' }, false, ['/kind NOT_A_CHILD']],
  ['a yearly plan below another', { ...yearly, parentPlan: '2023' }, false, ['/kind NOT_A_CHILD']],
  ['a term under its years', { kind: 'TERM', key: '2021-2025', year: 2021 }, false, []],
  ['a programme of fifteen years', { kind: 'TERM', key: '2006-2020', year: 2006 }, false, []],
  [
    'a term of two years, which is a school year',
    { kind: 'TERM', key: '2021-2022', year: 2021 },
    false,
    ['/key KEY_FORM'],
  ],
  ['a term that begins in another year', { kind: 'TERM', key: '2020-2025', year: 2021 }, false, ['/key KEY_FORM']],
  ['a term as long as a life', { kind: 'TERM', key: '2021-2099', year: 2021 }, false, ['/key KEY_FORM']],
  ['a yearly plan of several years', { ...yearly, key: '2024-2028' }, false, ['/key KEY_FORM']],
  ['a movement with its word', movement, false, []],
  ['a movement without a word', { ...movement, key: '2024' }, false, ['/key KEY_FORM']],
  ['a movement with an empty word', { ...movement, key: '2024-' }, false, ['/key KEY_FORM']],
  ['a movement of another year', { ...movement, key: '2023-nuoc-sach' }, false, ['/key KEY_FORM']],
  ['a movement named like a unit', { ...movement, key: '2024-khu-dan-cu-1' }, true, ['/key UNIT_CODE']],
  ['a movement of three years', { ...movement, key: '2024-2026-nuoc-sach' }, false, []],
  ['a movement of two years', { ...movement, key: '2024-2025-nuoc-sach' }, false, []],
  ['a movement of years out of order', { ...movement, key: '2024-2021-nuoc-sach' }, false, ['/key KEY_FORM']],
  ['a movement of one year told twice', { ...movement, key: '2024-2024-nuoc-sach' }, false, ['/key KEY_FORM']],
  ['a movement whose word is a year', { ...movement, key: '2024-2026' }, false, ['/key KEY_FORM']],
  ['a movement whose word begins with a number', { ...movement, key: '2024-1000-cay-xanh' }, false, []],
  ['a movement of years named like a unit', { ...movement, key: '2024-2026-ubnd' }, true, ['/key UNIT_CODE']],
  ['a movement below a plan', { ...movement, parentPlan: '2024' }, false, ['/kind NOT_A_CHILD']],
  ["a unit's plan under the plan above", child, true, []],
  ['a child of a movement', { ...child, parentPlan: '2024-nuoc-sach', key: '2024-nuoc-sach-khu-dan-cu-1' }, false, []],
  ['a child without a unit', { ...child, unit: undefined }, true, ['/parentPlan CHILD_OF']],
  ['a child of no plan', { ...child, parentPlan: undefined }, true, ['/parentPlan CHILD_OF']],
  ["a child under another unit's key", { ...child, key: '2024-khu-dan-cu-2' }, true, ['/key KEY_FORM']],
])('%s', (_, drafted, wordIsUnit, expected) => {
  expect(brokenKey(drafted, wordIsUnit).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

it("a movement's word stands after its years", () =>
  expect(['2024-nuoc-sach', '2024-2026-nuoc-sach', '2024-1000-cay-xanh', '2024'].map(wordOf)).toEqual([
    'nuoc-sach',
    'nuoc-sach',
    '1000-cay-xanh',
    '',
  ]));

it.each<[Drafted, number | null]>([
  [yearly, null],
  [movement, null],
  [{ ...movement, key: '2024-2026-nuoc-sach' }, 2026],
  [{ ...movement, key: '2024-2025-nuoc-sach' }, 2025],
  [{ ...movement, key: '2024-2021-nuoc-sach' }, null],
  [{ ...movement, key: '2024-1000-cay-xanh' }, null],
  [{ kind: 'TERM', key: '2021-2025', year: 2021 }, 2025],
  [{ kind: 'TERM', key: '2021-2022', year: 2021 }, null],
  [{ ...child, key: '2024-2026-nuoc-sach' }, null],
])('the last year of %j is %s', (drafted, last) => expect(lastYearOf(drafted)).toBe(last));

it.each<[string, string | null, string, string]>([
  ['while its year runs: today', '2023-02-01', '2023-05-01', '2023-05-01'],
  ['on the last day of its year', '2023-02-01', '2023-12-31', '2023-12-31'],
  ['after its year: the last day of it', '2023-02-01', '2026-01-01', '2023-12-31'],
  ['before its year', '2022-12-20', '2022-12-25', '2022-12-25'],
  ['issued after its year: that day', '2024-01-10', '2026-01-01', '2024-01-10'],
  ['a draft', null, '2023-05-01', '2023-05-01'],
])('the units of a plan are counted %s', (_, issuedOn, today, expected) =>
  expect(countedOn({ year: 2023, untilYear: null, issuedOn }, today)).toBe(expected),
);

it.each<[string, string, string, string[]]>([
  ['on the day of its issue', '2023-02-01', '2023-02-01', []],
  ['later, said later', '2023-02-02', '2023-03-01', []],
  ['the day before its issue', '2023-01-31', '2023-02-01', ['/heldOn BEFORE_ISSUE']],
  ['said before its issue', '2023-01-31', '2023-01-31', ['/heldOn BEFORE_ISSUE', '/headers/legal-date BEFORE_ISSUE']],
  ['ahead', '2023-02-03', '2023-02-02', ['/heldOn AHEAD']],
])('a plan is made known %s', (_, heldOn, on, expected) =>
  expect(untimely({ issuedOn: '2023-02-01' }, heldOn, on).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
    expected,
  ),
);

it('counts a term on its last day, not on that of its first year', () => {
  const term = { year: 2021, untilYear: 2025, issuedOn: null };
  expect(countedOn(term, '2023-06-30')).toBe('2023-06-30');
  expect(countedOn(term, '2026-06-30')).toBe('2025-12-31');
});

it.each([
  ['before its years: all of them', '2022-12-15', '2023', '2023-01-01'],
  ['on its first day', '2023-01-01', '2023', '2023-01-01'],
  ['while they run: the rest', '2023-05-02', '2023-05-02/2023-12-31', '2023-05-02'],
  ['on its last day', '2023-12-31', '2023-12-31/2023-12-31', '2023-12-31'],
  ['after them: all of them', '2024-01-01', '2023', '2023-01-01'],
])('a change of a plan is about what is left of its years; %s', (_, today, period, from) =>
  expect(restOf({ year: 2023 }, today)).toEqual({ period, from, to: '2023-12-31' }),
);
