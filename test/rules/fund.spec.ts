import { beyondFund, brokenRate, ceilingOf, leftOf, sumOf } from '../../src/money/fund.rules.js';

const fund = {
  year: 2024,
  regularSpending: '5123456789',
  rate: '1',
  contributions: '2000000',
  otherSpending: '5000000',
};

it.each([
  ['1', '0', '51234567'],
  ['1.5', '0', '76851851'],
  ['1.5', '2000000', '78851851'],
  ['0.5', '0', '25617283'],
])('the ceiling at %s %% with contributions of %s is %s', (rate, contributions, ceiling) =>
  expect(ceilingOf({ ...fund, rate, contributions })).toBe(ceiling),
);

it('other spending and the money of awards leave the rest, to the last đồng', () => {
  expect(leftOf(fund, '48234567')).toBe('0');
  expect(leftOf(fund, '48234568')).toBe('-1');
  expect(beyondFund(fund, '48234567')).toEqual([]);
  expect(beyondFund(fund, '48234568')).toMatchObject([
    { code: 'BEYOND_FUND', detail: expect.stringMatching(/ 1 more/) },
  ]);
  expect(beyondFund(undefined, '48234568')).toEqual([]);
  expect(sumOf([])).toBe('0');
});

it.each([
  ['0', 1],
  ['-1', 1],
  ['0.1', 0],
  ['100', 0],
  ['100.1', 1],
])('a share of %s has %i points', (rate, count) => expect(brokenRate({ rate })).toHaveLength(count));
