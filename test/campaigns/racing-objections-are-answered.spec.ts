import { useApp } from '../app.js';
import { objectedWhileClosed } from './racing-objections.js';
import { rounds } from './rounds.js';

const test = useApp();

it(`${rounds} objections raised while the list is taken down: none stays without an answer`, async () => {
  const figures = await objectedWhileClosed(test, rounds);
  console.info(JSON.stringify(figures));
  expect(figures).toMatchObject({ rounds, strange: 0 });
  // Chance has shown both orders.
  expect(Object.keys(figures.refused).sort()).toEqual(['RULE', 'STATE']);
});
