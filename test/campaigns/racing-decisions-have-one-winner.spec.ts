import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import {
  numbersOf,
  recordedWhileGranted,
  reopenedWhileDrafted,
  restoredWhileNominated,
  twoNominate,
  twoOutcomes,
  twoSign,
  twoTyped,
  withdrawnWhileReceived,
} from './racing-decisions.js';
import { setFund } from './racing-payments.js';
import { deadlocks } from './racing-reports.js';
import { rounds } from './rounds.js';

const test = useApp();
// Some hundred signatures cost more than the fund of the sample has.
beforeAll(() => setFund(test, () => 1e12));

it(`${rounds} signatures, a third taken back: no number is missing, none stands twice`, async () => {
  const { signed, numbers, failed } = await numbersOf(test, rounds);
  console.info(JSON.stringify({ signed, failed, last: numbers.at(-1) }));
  expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  expect(numbers).toHaveLength(signed);
  expect(failed).toEqual({ Regret: rounds - signed });
});

it.each([
  ['two who sign the same decision', twoSign],
  ['the same nominee twice', twoNominate],
  ['one number typed twice', twoTyped],
  ['a meeting reopened while a decision is drafted', reopenedWhileDrafted],
  ['an award from above recorded by hand at the same moment', recordedWhileGranted],
  ['an award restored while its place is taken', restoredWhileNominated],
  ['two outcomes of one nomination', twoOutcomes],
  ['a nomination withdrawn while it is received', withdrawnWhileReceived],
] as const)(`${rounds} rounds of %s: one winner`, async (name, race) => {
  const figures = await race(test, rounds);
  console.info(`${name}: ${JSON.stringify(figures)}`);
  expect(figures).toMatchObject({ rounds, strange: 0 });
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
