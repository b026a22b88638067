import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { raceNames, racePayments, races } from './racing-payments.js';
import { deadlocks } from './racing-reports.js';

const test = useApp();

it.each(raceNames)('500 rounds of %s: one order of the two, and no money that it does not leave', async (name) => {
  const { illegal, ...figures } = await racePayments(test, name, 500);
  console.info(`${name}: ${JSON.stringify(figures)}`);
  expect(illegal).toEqual([]);
  // Chance has shown every legal order.
  expect(Object.keys(figures.told)).toHaveLength(races[name].told.length);
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
