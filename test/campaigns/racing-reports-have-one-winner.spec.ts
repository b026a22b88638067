import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { deadlocks, raceNames, raceReports, races } from './racing-reports.js';
import { rounds } from './rounds.js';

const test = useApp();

it.each(raceNames)(`${rounds} rounds of %s: one winner, who is refused hears what stands`, async (name) => {
  const { illegal, ...figures } = await raceReports(test, name, rounds);
  console.info(`${name}: ${JSON.stringify(figures)}`);
  expect([illegal, figures.twice]).toEqual([[], 0]);
  const { acts, only } = { only: undefined, ...races[name] };
  expect(Object.keys(figures.winners).sort()).toEqual([...new Set<string>(only ? [only] : acts)].sort());
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
