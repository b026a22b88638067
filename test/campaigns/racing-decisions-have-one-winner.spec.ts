import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import {
  numbersOf,
  reopenedWhileDrafted,
  restoredWhileNominated,
  twoNominate,
  twoSign,
  twoTyped,
} from './racing-decisions.js';
import { deadlocks } from './racing-reports.js';

const test = useApp();

it('500 signatures, a third taken back: no number is missing, none stands twice', async () => {
  const { signed, numbers, failed } = await numbersOf(test, 500);
  console.info(JSON.stringify({ signed, failed, last: numbers.at(-1) }));
  expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  expect(numbers).toHaveLength(signed);
  expect(failed).toEqual({ Regret: 500 - signed });
});

it.each([
  ['two who sign the same decision', twoSign],
  ['the same nominee twice', twoNominate],
  ['one number typed twice', twoTyped],
  ['a meeting reopened while a decision is drafted', reopenedWhileDrafted],
  ['an award restored while its place is taken', restoredWhileNominated],
] as const)('500 rounds of %s: one winner', async (name, race) => {
  const figures = await race(test, 500);
  console.info(`${name}: ${JSON.stringify(figures)}`);
  expect(figures).toMatchObject({ rounds: 500, strange: 0 });
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
