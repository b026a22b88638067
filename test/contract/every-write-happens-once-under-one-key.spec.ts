import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { IdempotencyQueries } from '../../src/requests/idempotency.queries.js';
import { WriteContextService } from '../../src/requests/write-context.service.js';
import {
  allWritesAreCovered,
  doors,
  everyWrite,
  graphql,
  holds,
  make,
  names,
  newKey,
  rest,
  test,
  told,
  untold,
} from './every-write.js';
import { everything, position, type Answered, type SendWrite } from './writes.js';

/** The same request twice under one key: what was seen. */
async function twice(name: string, first: SendWrite, second: SendWrite) {
  const write = await make(name);
  const said = { key: newKey() };
  const before = await position(test);
  const answers = [await first(name, write, said)];
  const [moved, held] = [await position(test), await everything(test)];
  answers.push(await second(name, write, said));
  const [one, again] = answers as [Answered, Answered];
  return {
    refused: answers.map(({ code }) => code),
    effects: moved - before,
    untouched: isDeepStrictEqual(held, await everything(test)),
    replayed: answers.map(({ headers }) => headers['idempotency-replayed']),
    same:
      first === second
        ? isDeepStrictEqual(told(one), told(again))
        : first === rest
          ? holds(untold(again.body), untold(one.body))
          : holds(untold(one.body), untold(again.body)),
  };
}
const once = {
  refused: [undefined, undefined],
  effects: 1,
  untouched: true,
  replayed: [undefined, 'true'],
  same: true,
};

describe('an act happens once under one key', () => {
  everyWrite('twice over REST', async (name) => expect(await twice(name, rest, rest)).toEqual(once));
  everyWrite('twice over GraphQL', async (name) => expect(await twice(name, graphql, graphql)).toEqual(once));
  everyWrite('over REST, then GraphQL', async (name) => expect(await twice(name, rest, graphql)).toEqual(once));
  everyWrite('over GraphQL, then REST', async (name) => expect(await twice(name, graphql, rest)).toEqual(once));

  /** A second request while the first stands inside its transaction. */
  async function together(name: string, second: SendWrite) {
    const write = await make(name);
    const said = { key: newKey() };
    const before = await position(test);
    const queries = test.app.get(IdempotencyQueries);
    const forget = queries.deleteExpired.bind(queries);
    let held = () => {};
    let release = () => {};
    const inside = new Promise<void>((resolve) => (held = resolve));
    const free = new Promise<void>((resolve) => (release = resolve));
    jest.spyOn(queries, 'deleteExpired').mockImplementationOnce(async (...given) => {
      held();
      await free;
      return forget(...given);
    });
    const first = rest(name, write, said);
    await inside;
    const other = await second(name, write, said);
    release();
    const { code } = await first;
    return {
      first: code,
      second: other.code,
      status: other.status,
      then: (await second(name, write, said)).headers['idempotency-replayed'],
      effects: (await position(test)) - before,
    };
  }
  const oneAlone = { first: undefined, second: 'KEY_IN_FLIGHT', status: 409, then: 'true', effects: 1 };

  everyWrite('two at once', async (name) => {
    for (const send of Object.values(doors)) expect(await together(name, send)).toEqual(oneAlone);
  });

  it.each(names)('control: without what stands around a write, each acts twice or is refused: %s', async (name) => {
    jest.spyOn(test.app.get(WriteContextService), 'contextOf').mockImplementation((_, __, { dryRun }) => ({
      dryRun,
      replayed: false,
      claim: async () => undefined,
      run: (___, work) => work(),
    }));
    for (const [first, second] of [
      [rest, rest],
      [rest, graphql],
    ] as const) {
      const { replayed, refused, untouched } = await twice(name, first, second);
      expect([replayed, untouched && refused[1] === undefined]).toEqual([[undefined, undefined], false]);
    }
  });

  it('control: without the lock, two at once have two effects', async () => {
    jest.spyOn(test.app.get(IdempotencyQueries), 'tryLock').mockResolvedValue(true);
    const { second, effects } = await together('recordDocument', rest);
    expect([second, effects]).not.toEqual([oneAlone.second, oneAlone.effects]);
  });
});

allWritesAreCovered();
