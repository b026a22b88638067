import { performance } from 'node:perf_hooks';
import { jest } from '@jest/globals';
import { Caller } from '../../src/access/caller.js';
import type { Identity } from '../../src/access/identity.js';
import { limits } from '../../src/limits/limits.js';
import { ResponseCache } from '../../src/requests/response-cache.js';
import { noteDisclosures } from '../../src/api/disclosures.js';
import { Unit } from '../../src/units/unit.entity.js';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function actor(change: Partial<Identity> = {}): Caller {
  const identity: Identity = {
    id: 'a',
    communeId: 1,
    actorKey: 'a',
    name: 'a',
    kind: 'PERSON',
    appointments: [],
    scopes: [],
    keyId: null,
    power: null,
    keyPrefix: null,
    keyExpiresAt: null,
    keyUnit: null,
    communes: [],
    headsHash: 'one',
    ...change,
  };
  return new Caller(identity, { on: '2024-01-31', at: new Date(), language: 'vi', requestId: String(Math.random()) });
}

const remembering = (bytes: number, seen = 'one') =>
  new ResponseCache(
    { scope: (_: unknown, work: () => unknown) => work() } as never,
    { headsHash: async () => seen } as never,
    { storeDisclosures: async () => undefined } as never,
    bytes,
  );

/** How often an answer was formed while it was asked so often; `seen`: the heads the snapshot of each has; `persons`: how many it shows. */
async function formed(
  times: number,
  {
    seen = 'one',
    bytes = 10_000,
    length = 10,
    persons = 0,
  }: { seen?: string; bytes?: number; length?: number; persons?: number } = {},
): Promise<number> {
  const memory = remembering(bytes, seen);
  const shown = Array.from({ length: persons }, (_, id) => ({ communeId: 1, id: String(id), kind: 'INDIVIDUAL' }));
  let made = 0;
  for (let time = 0; time < times; time++) {
    const asker = actor();
    await memory.answer(asker, 'GET /', async () => {
      noteDisclosures(asker, { operation: 'units', type: Unit }, shown);
      return { length, made: made++ };
    });
  }
  return made;
}

it('an answer is formed twice, then it is remembered', async () => expect(await formed(9)).toBe(2));

it('what was read after a commit that the caller had not seen is not kept under the older head', async () =>
  expect(await formed(9, { seen: 'two' })).toBe(9));

it('what is too long for the memory is formed each time, whom it shows counted, and so is all without one', async () => {
  expect(await formed(9, { length: 10_000 })).toBe(9);
  const bytes = 100_000;
  expect([await formed(9, { persons: 10, bytes }), await formed(9, { persons: 100, bytes })]).toEqual([2, 9]);
  expect(await formed(9, { bytes: 0 })).toBe(9);
});

it('after ten minutes nothing is left of it, whether or not it is asked for again', async () => {
  jest.useFakeTimers({ doNotFake: ['performance'] });
  const memory = remembering(10_000);
  for (let time = 0; time < 2; time++) await memory.answer(actor(), 'GET /', async () => ({ length: 10 }));
  const { entries } = memory as unknown as { entries: Map<string, unknown> };
  expect(entries.size).toBe(1);
  const later = performance.now() + limits.cacheTtl + 10;
  jest.spyOn(performance, 'now').mockReturnValue(later);
  jest.advanceTimersByTime(limits.cacheTtl + 10);
  expect(entries.size).toBe(0);
});
