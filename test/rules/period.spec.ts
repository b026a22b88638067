import fc from 'fast-check';
import { periodPattern } from '../../src/api/scalars.js';
import { nameOf, periodOf, shiftYears, spanOf, touches } from '../../src/indicators/period.js';
import { brokenPeriod } from '../../src/indicators/reportable.rules.js';

it.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-H1', '2023-01-01', '2023-06-30'],
  ['2023-H2', '2023-07-01', '2023-12-31'],
  ['2023-9M', '2023-01-01', '2023-09-30'],
  ['2023-Q1', '2023-01-01', '2023-03-31'],
  ['2023-Q2', '2023-04-01', '2023-06-30'],
  ['2023-Q3', '2023-07-01', '2023-09-30'],
  ['2023-Q4', '2023-10-01', '2023-12-31'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2000-02', '2000-02-01', '2000-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2023-06', '2023-06-01', '2023-06-30'],
  ['2023-12', '2023-12-01', '2023-12-31'],
  ['2023-spring', '2023-01-01', '2023-05-31'],
  ['2023-summer', '2023-05-01', '2023-09-30'],
  ['2023-autumn', '2023-08-01', '2023-10-31'],
  ['2023-winter', '2023-10-01', '2023-12-31'],
  ['2023-2024-winter-spring', '2023-11-01', '2024-05-31'],
  ['2022-2023-winter', '2022-10-01', '2023-01-31'],
  ['2023-2024-spring', '2023-12-01', '2024-05-31'],
  ['2023-mua', '2023-06-01', '2023-11-30'],
  ['2022-2023', '2022-09-01', '2023-05-31'],
  ['2023-03-26/2023-05-19', '2023-03-26', '2023-05-19'],
])('%s runs from %s to %s', (period, from, to) => expect(spanOf(period)).toEqual({ from, to }));

const year = fc.integer({ min: 1900, max: 2200 });
const part = fc.constantFrom(
  '',
  '-H1',
  '-H2',
  '-9M',
  '-Q1',
  '-Q2',
  '-Q3',
  '-Q4',
  '-spring',
  '-summer',
  '-autumn',
  '-winter',
  ...Array.from({ length: 12 }, (_, month) => `-${String(month + 1).padStart(2, '0')}`),
);
const ofOneYear = fc.tuple(year, part).map(([of, which]) => ({ period: `${of}${which}`, years: [of] }));
const schoolYear = year.map((of) => ({ period: `${of}-${of + 1}`, years: [of, of + 1] }));
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const interval = fc.tuple(day, fc.nat(500)).map(([from, days]) => {
  const to = new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const first = Number(from.slice(0, 4));
  return {
    period: `${from}/${to}`,
    years: Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index),
  };
});
const anyPeriod = fc.oneof(ofOneYear, schoolYear, interval);

it('touches the years its days lie in, and no other', () => {
  fc.assert(
    fc.property(anyPeriod, ({ period, years }) => {
      expect(period).toMatch(periodPattern);
      const near = [years[0]! - 1, ...years, years.at(-1)! + 1];
      expect(near.filter((each) => touches(period, { year: each }))).toEqual(years);
    }),
  );
});

it.each([
  '2023-05-19/2023-03-26',
  '2023-02-30/2023-03-05',
  '2023-02-01/2023-02-29',
  '2023-00-10/2023-99-99',
  '2022-2025',
  '2022-2023-summer-autumn',
  '2022-2024-winter',
  '2023-2023',
  '2023-2022',
])('%s, which no calendar has, touches no year', (period) => {
  expect(period).toMatch(periodPattern);
  expect([2021, 2022, 2023, 2024, 2025].filter((each) => touches(period, { year: each }))).toEqual([]);
});

it.each([
  ['2023', 1, '2024'],
  ['2023-Q2', 1, '2024-Q2'],
  ['2023-06', -3, '2020-06'],
  ['2022-2023', 2, '2024-2025'],
  ['2023-03-26/2023-05-19', 1, '2024-03-26/2024-05-19'],
  ['2024-02-29/2024-03-08', 1, '2025-02-28/2025-03-08'],
  ['2024-02-29/2024-02-29', 4, '2028-02-29/2028-02-29'],
])('%s, %i years on, is %s', (period, years, expected) => expect(shiftYears(period, years)).toBe(expected));

it('comes back from where it was shifted, but for the 29th of February, which other years lack', () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -50, max: 50 }), ({ period, years }, by) => {
      const shifted = shiftYears(period, by);
      expect(shifted).toMatch(periodPattern);
      expect(years.every((each) => touches(shifted, { year: each + by }))).toBe(true);
      if (!period.includes('-02-29')) expect(shiftYears(shifted, -by)).toBe(period);
    }),
  );
});

it.each([
  ['2023-01-01/2023-12-31', '2023'],
  ['2023-04-01/2023-06-30', '2023-Q2'],
  ['2024-02-01/2024-02-29', '2024-02'],
  ['2021-01-01/2025-12-31', '2021-2025'],
  ['2022-09-01/2023-05-31', '2022-2023'],
  ['2023-01-01/2024-12-31', undefined],
  ['2023-04-02/2023-06-30', undefined],
  ['2023-Q2', undefined],
])('%s is called %s', (period, name) => expect(nameOf(period)).toBe(name));

it.each([
  [{ year: 2023, untilYear: null }, '2023'],
  [{ year: 2023, untilYear: 2024 }, '2023-01-01/2024-12-31'],
  [{ year: 2021, untilYear: 2025 }, '2021-2025'],
])('a plan of %j is judged for %s', (years, period) => {
  expect(periodOf(years)).toBe(period);
  expect(spanOf(period)).toEqual({ from: `${years.year}-01-01`, to: `${years.untilYear ?? years.year}-12-31` });
  expect(brokenPeriod(period, years, '')).toEqual([]);
});

const [one, several] = [{ year: 2024 }, { year: 2023, untilYear: 2025 }];
it.each([
  [one, '2024-10-01/2025-01-31', ['NOT_OF_THE_YEAR']],
  [one, '2024-01-01/2024-12-31', ['PERIOD_HAS_NAME']],
  [one, '2023-2025', ['NOT_OF_THE_YEAR']],
  [one, '2023-2024', []],
  [one, '2025-2024', ['NOT_OF_THE_YEAR']],
  [several, '2024', []],
  [several, '2024-10-01/2025-01-31', []],
  [several, '2023-2025', []],
  [several, '2023-01-01/2025-12-31', ['PERIOD_HAS_NAME']],
  [several, '2026-Q1', ['NOT_OF_THE_YEAR']],
  [several, '2022-2025', ['NOT_OF_THE_YEAR']],
])('in a plan of %j, %s is refused with %j', (years, period, codes) => {
  const broken = brokenPeriod(period, years, '/period');
  expect(broken.map(({ code }) => code)).toEqual(codes);
  // A term has days within its plan: what is refused is its length.
  for (const { detail } of broken) expect(detail).not.toMatch(/no day/i);
});
