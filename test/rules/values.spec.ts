import fc from 'fast-check';
import { figurePattern } from '../../src/api/decimal.js';
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
