import fc from 'fast-check';
import { masked } from '../../src/communes/identifier.rules.js';
import { isPerson, unitKinds } from '../../src/units/unit-kind.rules.js';
import { dayBefore } from '../../src/day.js';
import { brokenIdentifiers, named, notValid, validOn, type TimeMeant } from '../../src/units/unit.rules.js';

it.each([
  ['2024-03-01', '2024-02-29'],
  ['2023-03-01', '2023-02-28'],
  ['1900-03-01', '1900-02-28'],
  ['2000-03-01', '2000-02-29'],
  ['2024-01-01', '2023-12-31'],
  ['2023-05-01', '2023-04-30'],
  ['2023-12-15', '2023-12-14'],
])('before %s comes %s', (day, before) => expect(dayBefore(day)).toBe(before));

it('walks back over every day of two hundred years, each once', () => {
  const perMonth: Record<string, number> = {};
  for (let day = '2101-01-01'; day !== '1901-01-01';) {
    day = dayBefore(day);
    perMonth[day.slice(0, 7)] = (perMonth[day.slice(0, 7)] ?? 0) + 1;
  }
  const months = Array.from({ length: 200 * 12 }, (_, index) => ({
    year: 1901 + Math.floor(index / 12),
    month: (index % 12) + 1,
  }));
  expect(perMonth).toEqual(
    Object.fromEntries(
      months.map(({ year, month }) => [
        `${year}-${String(month).padStart(2, '0')}`,
        new Date(year, month, 0).getDate(),
      ]),
    ),
  );
});

const during = (period: string, from: string, to: string) => ({ period, from, to });
it.each<[string, TimeMeant, string | null, string]>([
  ['the last day', '2023-06-30', null, ''],
  ['the day after', '2023-07-01', 'on 2023-07-01', 'Ngày 01/07/2023'],
  ['the first day', '2021-07-01', null, ''],
  ['the day before', '2021-06-30', 'on 2021-06-30', 'Ngày 30/06/2021'],
  ['a period in the midst', during('2022', '2022-01-01', '2022-12-31'), null, ''],
  ['a period that ends on the first day', during('2021-H1', '2021-01-01', '2021-07-01'), null, ''],
  ['a period that begins on the last day', during('x', '2023-06-30', '2023-12-31'), null, ''],
  ['a period around it', during('1985-2023', '1985-01-01', '2023-12-31'), null, ''],
  ['a period before it', during('2020', '2020-01-01', '2020-12-31'), 'in 2020', 'Trong kỳ 2020'],
  [
    'a school year behind it',
    during('2023-2024', '2023-09-01', '2024-05-31'),
    'in 2023-2024 (a school year, 2023-09-01 to 2024-05-31)',
    'Trong kỳ 2023-2024 (năm học, 01/09/2023 - 31/05/2024)',
  ],
  ['a period behind it', during('2023-Q3', '2023-07-01', '2023-09-30'), 'in 2023-Q3', 'Trong kỳ 2023-Q3'],
])('a unit from 2021-07-01 to 2023-06-30, named for %s', (_, on, en, vi) => {
  const there = [
    ': it is there from 2021-07-01 to 2023-06-30',
    '; đơn vị này có từ ngày 01/07/2021 đến ngày 30/06/2023',
  ];
  const told =
    en === null ? [] : [['/unit', `There is no unit "a" ${en}${there[0]}.`, `${vi} không có đơn vị "a"${there[1]}.`]];
  const points = notValid({ validFrom: '2021-07-01', validTo: '2023-06-30' }, { unit: 'a', on }, '/unit');
  expect(points.map((each) => [each.pointer, each.detail, each.vi])).toEqual(told);
  expect(notValid(undefined, { unit: 'a', on }, '/unit').map(({ vi }) => vi?.endsWith('"a".'))).toEqual([true]);
});

it.each<[string, string | null, string, boolean]>([
  ['2021-07-01', null, '2021-06-30', false],
  ['2021-07-01', null, '2021-07-01', true],
  ['2021-07-01', null, '9999-12-31', true],
  ['2021-07-01', '2023-12-31', '2023-12-31', true],
  ['2021-07-01', '2023-12-31', '2024-01-01', false],
  ['2021-07-01', '2021-07-01', '2021-07-01', true],
])('from %s to %s, on %s: %s', (validFrom, validTo, day, expected) =>
  expect(validOn({ validFrom, validTo }, day)).toBe(expected),
);

it('a term ends the day before the next begins: on every day exactly one of the two holds', () => {
  const day = fc
    .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (change, asked) => {
      const [old, now] = [
        { validFrom: '1900-01-01', validTo: dayBefore(change) },
        { validFrom: change, validTo: null },
      ];
      expect(validOn(old, asked) !== validOn(now, asked)).toBe(true);
    }),
  );
});

it('only households and people are people, and are sorted by the given name', () => {
  expect(unitKinds.filter(isPerson)).toEqual(['HOUSEHOLD', 'INDIVIDUAL']);
  expect(named('HAMLET', 'Thôn Đông Đoài')).toEqual({
    name: 'Thôn Đông Đoài',
    sortName: 'Thôn Đông Đoài',
    folded: 'thon dong doai',
  });
  expect(named('INDIVIDUAL', 'Nguyễn Văn Ấn').sortName).toMatch(/^Ấn/);
});

it.each([
  ['cccd', '042095001678', '•••••••••678'],
  ['cccd', '12', '12'],
  ['cccd', '', ''],
  ['gso', '042095001678', '042095001678'],
])('of %s %s answers tell %s', (system, value, told) => expect(masked({ system, value })).toBe(told));

it.each([
  ['INDIVIDUAL', 'cccd', '042095001678', []],
  ['INDIVIDUAL', 'cccd', '•••••••••678', ['/identifiers/1/value TWELVE_DIGITS']],
  ['INDIVIDUAL', 'cccd', '٠٤٢٠٩٥٠٠١٦٧٨', ['/identifiers/1/value TWELVE_DIGITS']],
  ['INDIVIDUAL', 'cccd', '0420950016789', ['/identifiers/1/value TWELVE_DIGITS']],
  ['INDIVIDUAL', 'vneid', '000.42', []],
  ['HOUSEHOLD', 'cccd', '042095001678', ['/identifiers/1/system NO_PERSON']],
  ['HAMLET', 'cccd', '678', ['/identifiers/1/system NO_PERSON', '/identifiers/1/value TWELVE_DIGITS']],
] as const)('%s with %s %s: %j', (kind, system, value, points) =>
  expect(
    brokenIdentifiers(kind, [
      { system: 'gso', value: '18307' },
      { system, value },
    ]).map(({ pointer, code }) => `${pointer} ${code}`),
  ).toEqual(points),
);
