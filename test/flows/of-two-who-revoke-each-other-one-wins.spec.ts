import { jest } from '@jest/globals';
import { ActorsQueries } from '../../src/actors/actors.queries.js';
import { useApp } from '../app.js';
import { done, doors, rest, type Row } from '../doors.js';
import { until, waiting } from '../until.js';

const test = useApp();
const commune = 'duc-lang';
const scopes = ['access:read', 'access:write'];

/** A key of an administrator; `test.keys` knows it by its id. */
async function keyOf(actor: string): Promise<Row> {
  const key = done(await rest(test).ask('issueKey', 'administrator', { commune }, { input: { actor, scopes } }));
  (test.keys as Record<string, string>)[key.id] = key.key;
  return key;
}

beforeAll(async () => {
  const input = { actor: 'pho-quan-tri', name: 'Nguyễn Văn B', role: 'ADMINISTRATOR', validFrom: '2024-01-01' };
  done(await rest(test).ask('appoint', 'administrator', { commune }, { input }));
});

it.each([
  ['keys of one actor', 'pho-quan-tri'],
  ['keys of two', 'administrator'],
])('%s', async (_, actor) => {
  const [one, other] = [await keyOf('pho-quan-tri'), await keyOf(actor)];
  // Each goes on to hold what it revokes when the other is so far, or waits.
  const queries = test.app.get(ActorsQueries);
  const lockKey = queries.lockKey.bind(queries);
  let arrived = 0;
  jest.spyOn(queries, 'lockKey').mockImplementation(async (...given) => {
    arrived += 1;
    await until(async () => arrived > 1 || (await waiting(test)));
    return lockKey(...given);
  });
  const revoke = ([, open]: (typeof doors)[number], by: Row, { id, version }: Row) =>
    open(test).ask('revokeKey', by.id, { commune, id }, { version, input: { reason: 'Lộ' } });
  const answers = await Promise.all([revoke(doors[0]!, one, other), revoke(doors[1]!, other, one)]);
  jest.restoreAllMocks();
  expect(answers.map(({ code }) => code).sort()).toEqual(['UNAUTHENTICATED', undefined]);
});
