import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { raceCounts, raceNames, races, ready } from './racing-counts.js';
import { deadlocks } from './racing-reports.js';
import { rounds } from './rounds.js';

const test = useApp();
let council: Awaited<ReturnType<typeof ready>>;
beforeAll(async () => {
  council = await ready(test);
});

it.each(raceNames)(`${rounds} rounds of %s: one winner, the counts are those of the voters`, async (name) => {
  const { illegal, ...figures } = await raceCounts(test, council, name, rounds);
  console.info(`${name}: ${JSON.stringify(figures)}`);
  expect([illegal, figures.twice]).toEqual([[], 0]);
  const { acts, only } = { only: undefined, ...races[name] };
  expect(Object.keys(figures.winners).sort()).toEqual(
    [...new Set<string>(only ? [only] : acts.map(([act]) => act))].sort(),
  );
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
