import { useApp } from '../app.js';
import { lastPlace, onePlace } from './racing-quotas.js';

const test = useApp();

it('of 500 decisions for the last place one is signed', async () => {
  test.exceptFromAudit('nomination');
  const { drafted } = await onePlace(test, 500);
  const figures = await lastPlace(test, drafted);
  console.info(JSON.stringify(figures));
  expect(figures).toEqual({ signed: 1, told: { BEYOND_QUOTA: 499 } });
});
