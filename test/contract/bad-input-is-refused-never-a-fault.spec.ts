import { jest } from '@jest/globals';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { useApp } from '../app.js';
import { tryBadInput } from '../bad-input/trial.js';

const test = useApp();
const seed = 20231216;

it(`2,500 requests, seed ${seed}: refused or done as documented, on both doors`, async () => {
  const { counts, neverThrough } = await tryBadInput(test, { runs: 2_500, seed });
  expect([...counts.values()].reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(2_500);
  // An operation that is never let through would be tried for its guard alone.
  expect(neverThrough).toEqual([]);
  expect((await test.http().get('/health/ready')).status).toBe(200);
});

it('control: a fault that hides behind the signs of LIKE is found', async () => {
  const service = test.app.get(IndicatorsService);
  const indicators = service.indicators.bind(service);
  jest.spyOn(service, 'indicators').mockImplementation((...given) => {
    if (/[%_\\]/.test(given[2].search ?? '')) throw new TypeError('planted');
    return indicators(...given);
  });
  await expect(tryBadInput(test, { runs: 1_000, seed, only: 'indicators' })).rejects.toThrow(
    /"operation":"indicators"[\s\S]*the answer is a 500/,
  );
});
