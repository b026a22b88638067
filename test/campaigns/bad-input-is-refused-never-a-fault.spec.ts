import { useApp } from '../app.js';
import { tryBadInput } from '../bad-input/trial.js';

const test = useApp();
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

it(`50,000 requests, seed ${seed}: refused or done as documented, on both doors`, async () => {
  const { neverThrough } = await tryBadInput(test, { runs: 50_000, seed });
  expect(neverThrough).toEqual([]);
});
