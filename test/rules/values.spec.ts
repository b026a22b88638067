import fc from 'fast-check';
import { canonicalDecimal, decimalPattern, figurePattern } from '../../src/api/decimal.js';
import { endOfDay, isInstant } from '../../src/api/instant.js';
import { isPeriod, legalDatePattern, periodPattern } from '../../src/api/scalars.js';
import { keysAfter, pageOf } from '../../src/database/page.js';
import { Refusal } from '../../src/refusals.js';

it.each(['0', '5', '-5', '171.9', '0.000001', '999999999999999999', '-0.5', '999999999999999999.999999'])(
  '%s is a figure',
  (text) => expect(text).toMatch(figurePattern),
);
it.each([
  '',
  '-0',
  '05',
  '+5',
  '1e3',
  '171,9',
  '1.763.0',
  '171.90',
  '.5',
  '5.',
  '1000000000000000000',
  '0.0000001',
  ' 5',
  '5\n',
  'NaN',
])('%j is no figure', (text) => expect(text).not.toMatch(figurePattern));

it.each([
  ['1.50', '1.5'],
  ['11.0', '11'],
  ['8.40', '8.4'],
  ['100', '100'],
  ['1000.000000', '1000'],
  ['0.0', '0'],
  ['0.10', '0.1'],
  ['-2.50', '-2.5'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['2.5000000000', '2.5'],
  ['999999999999999999.9999990', '999999999999999999.999999'],
])('the decimal %s of a program is %s', (sent, canonical) => {
  expect(sent).toMatch(decimalPattern);
  expect(canonicalDecimal(sent)).toBe(canonical);
  expect(canonical).toMatch(figurePattern);
});
it.each([
  '1,50',
  '1.500.000',
  '1e2',
  '1.50E+2',
  '+1.5',
  '1.',
  '.5',
  '01.5',
  '1 500',
  '1.2345678',
  '1.5\n',
  '٣',
  '½',
  '1.5%',
])('%j is no decimal of any program', (text) => {
  expect(text).not.toMatch(decimalPattern);
  expect(canonicalDecimal(text)).toBe(text);
});

it.each([
  ...[
    '2026-12-31T17:00:00Z',
    '2026-12-31T17:00:00.123456789Z',
    '2027-01-01T00:00:00+07:00',
    '2024-02-29T00:00:00-12:30',
  ],
])('%s is an instant', (text) => expect(isInstant(text)).toBe(true));
it.each([
  ...['31/12/2026', '2026-12-31T00:00:00', '2026-12-31 00:00:00Z', '2026-12-31T24:00:00Z', '2026-12-31T23:59:60Z'],
  ...['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '0000-01-01T00:00:00Z', '2026-12-31T00:00:00+7', '1798675200'],
  ...['Thu, 31 Dec 2026 17:00:00 GMT', '2026-12-31T00:00Z', '2026-12-31t00:00:00z', '', '+002026-12-31T00:00:00Z'],
])('%j is no instant', (text) => expect(isInstant(text)).toBe(false));
it.each([
  ['2026-12-31', '2026-12-31T17:00:00.000Z'],
  ['2024-02-29', '2024-02-29T17:00:00.000Z'],
  ['2026-02-29', '2026-02-29'],
  ['2026-12', '2026-12'],
])('%s, a day in Vietnam, ends at %s', (day, instant) => expect(endOfDay(day)).toBe(instant));

it('takes every number the database keeps, as the database writes it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n) + 1n, max: 10n ** 24n - 1n }), (millionths) => {
      const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
      const fraction = digits.slice(-6).replace(/0+$/, '');
      const text = `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && `.${fraction}`}`;
      expect(text).toMatch(figurePattern);
    }),
  );
});

it.each(['2023', '2023-05', '2023-05-31'])('%s is a legal date', (text) => expect(text).toMatch(legalDatePattern));
it.each(['23', '2023-13', '2023-00', '2023-05-32', '2023-5-1', '31/12/2023', '2023-05-31T00:00'])(
  '%s is no legal date',
  (text) => expect(text).not.toMatch(legalDatePattern),
);

it.each(['2023', '2023-H1', '2023-9M', '2023-Q2', '2023-06', '2023-spring', '2022-2023', '2023-03-26/2023-05-19'])(
  '%s is a period',
  (text) => expect(text).toMatch(periodPattern),
);
it.each([
  ...['2021-2025', '1985-2023', '2022-2023', '2022-2023-winter', '2023-2023-winter', '2024-02-29/2024-02-29'],
  ...['2020-2016', '2025-2021', '2023-2023', '2023-2022-winter', '2022-2024-winter', '0000', '0000-2023'],
  ...['2023-05-19/2023-03-26', '2023-02-29/2023-03-01', '2023-00-10/2023-99-99', '0000-H1'],
])('%s is a period if its years and days are in order', (text) => {
  const inOrder = ['2021-2025', '1985-2023', '2022-2023', '2022-2023-winter', '2024-02-29/2024-02-29'];
  expect([text, periodPattern.test(text), isPeriod(text)]).toEqual([text, true, inOrder.includes(text)]);
});
it.each(['2023-H3', '2023-Q5', '2023-6', '2023-13', '2023/06', '2023-03-26'])('%s is no period', (text) =>
  expect(text).not.toMatch(periodPattern),
);

describe('a cursor', () => {
  const rows = [
    ['Ân', 'a'],
    ['Đào', 'b'],
    ['Đặng', 'c'],
  ] as const;

  it('stands after the last item of a page', () => {
    const page = pageOf(rows, { first: 2 }, (row) => row);
    expect(page.items).toEqual(rows.slice(0, 2));
    expect(keysAfter(page.next ?? '', ['text', 'text'])).toEqual(['Đào', 'b']);
  });

  it('tells whether the page begins after another', () => {
    expect(pageOf(rows, { first: 2 }, (row) => row).isLater).toBe(false);
    expect(pageOf(rows, { first: 2, after: 'x' }, (row) => row).isLater).toBe(true);
  });

  it('is not given when there is no more', () => expect(pageOf(rows, { first: 3 }, (row) => row).next).toBeNull());

  it.each([
    '',
    'x',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["a",1]').toString('base64url'),
    Buffer.from('["a","\\u0000"]').toString('base64url'),
  ])('%j is refused', (cursor) => {
    expect(() => keysAfter(cursor, ['text', 'text'])).toThrow(Refusal);
  });

  it.each(['[1.5,"x"]', '[1e30,"019a0000-0000-7000-8000-000000000000"]', '[1,"x"]'])(
    '%s does not reach the database',
    (keys) => {
      expect(() => keysAfter(Buffer.from(keys).toString('base64url'), ['int', 'uuid'])).toThrow(Refusal);
    },
  );
});
