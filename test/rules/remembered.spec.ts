import { Actor, type Identity } from '../../src/access/actor.js';
import { Remembered } from '../../src/api/remembered.js';

function actor(change: Partial<Identity> = {}): Actor {
  const identity: Identity = { id: 'a', communeId: 1, key: 'a', name: 'a', kind: 'PERSON', appointments: [], scopes: [], keyPrefix: null, keyExpiresAt: null, keyUnit: null, places: [], heads: 'one', ...change };
  return new Actor(identity, { on: '2024-01-31', at: new Date(), language: 'vi', requestId: String(Math.random()) });
}

/** How often an answer was formed while it was asked so often; `seen`: the heads the snapshot of each has. */
async function formed(times: number, { seen = 'one', bytes = 10_000, length = 10 }: { seen?: string; bytes?: number; length?: number } = {}): Promise<number> {
  const memory = new Remembered({ scope: (_: unknown, work: () => unknown) => work() } as never, { heads: async () => seen } as never, { keep: async () => undefined } as never, bytes);
  let made = 0;
  for (let time = 0; time < times; time++) await memory.answer(actor(), 'GET /', async () => ({ length, made: made++ }));
  return made;
}

it('an answer is formed twice, then it is remembered', async () => expect(await formed(9)).toBe(2));

it('what was read behind a commit that the caller had not seen is not kept under the older head', async () => expect(await formed(9, { seen: 'two' })).toBe(9));

it('what is too long for the memory is formed each time, and so is all without one', async () => {
  expect(await formed(9, { length: 10_000 })).toBe(9);
  expect(await formed(9, { bytes: 0 })).toBe(9);
});
