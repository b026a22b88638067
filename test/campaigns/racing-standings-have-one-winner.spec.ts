import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { deadlocks } from './racing-reports.js';
import { raceNames, races, raceStandings } from './racing-standings.js';
import { rounds } from './rounds.js';

const test = useApp();

it.each(raceNames)(
  `${rounds} rounds of %s: one order of the two, and no table that it does not leave`,
  async (name) => {
    const { illegal, ...figures } = await raceStandings(test, name, rounds);
    console.info(`${name}: ${JSON.stringify(figures)}`);
    expect(illegal).toEqual([]);
    // Chance shows every legal order, given time.
    if (rounds >= 500) expect(Object.keys(figures.told)).toHaveLength(races[name].told.length);
  },
);

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
