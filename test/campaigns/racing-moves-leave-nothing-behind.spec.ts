import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { raceMoves } from './racing-moves.js';
import { deadlocks } from './racing-reports.js';
import { rounds } from './rounds.js';

const test = useApp();

it(`${rounds} moves of a unit against its report: nothing is reported from the place that it has left`, async () => {
  const figures = await raceMoves(test, rounds);
  console.info(JSON.stringify(figures));
  expect([figures.late, Object.keys(figures.refused)]).toEqual([0, ['FORBIDDEN']]);
  expect(figures.drafted).toBeGreaterThan(0);
});

it('the chain computes, and nobody waited for each other', async () => {
  expect(await disagreements(test, 'duc-lang')).toEqual([]);
  expect(await deadlocks(test)).toBe(0);
});
