import { AccessQueries } from '../../src/access/access.queries.js';
import { unjournaled } from '../../src/requests/response-cache.js';
import { startApp, useApp } from '../app.js';
import { operations } from '../contract/contract.js';
import { arrange, asking, type Doors, type World } from '../contract/rights/asking.js';
import { isRead } from '../contract/rights/callers.js';
import { restAlone } from '../contract/rights/expected.js';
import { makers, overRest, writes } from '../contract/writes.js';

/* A program that remembers beside one that does not, on one database: after every kind of write they answer the same. */

const test = useApp('sample', 0);
let remembering: Awaited<ReturnType<typeof startApp>>;
let world: World;
let remembered: Doors;
let fresh: Doors;

beforeAll(async () => {
  world = await arrange(test);
  remembering = await startApp(test.database.runtimeUrl, { poolSize: 4, answerCache: 64 });
  [remembered, fresh] = [await asking(remembering, world), await asking(test.app, world)];
});
afterAll(() => remembering?.close());

const reads = operations()
  .filter(({ operationId, method }) => method === 'get' && isRead(operationId))
  .map(({ operationId }) => operationId);
const askers = [
  ['REST', 'clerk'],
  ['REST', 'district'],
  ['GraphQL', 'clerk'],
] as const;
const questions = askers.flatMap(([door, caller]) =>
  reads
    .filter((operation) => !unjournaled.has(operation) && !(door === 'GraphQL' && restAlone.includes(operation)))
    .map((operation) => ({ door, caller, operation })),
);

async function answers(of: Doors): Promise<string[]> {
  const told: string[] = [];
  for (const { door, caller, operation } of questions) {
    const { text } = await of.whole(door, caller, operation, world.parameters(operation, 'duc-lang'));
    told.push(`${door} ${caller} ${operation} ${text}`);
  }
  return told;
}

/** Answers that differ from those of the program without a response cache. */
async function stale(): Promise<string[]> {
  const [told, right] = [await answers(remembered), await answers(fresh)];
  return told.filter((each, place) => each !== right[place]).map((each) => each.split(' ', 3).join(' '));
}

it.each(writes.map(({ operationId }) => operationId))('after %s', async (name) => {
  const write = await makers(test)[name]!();
  for (let time = 0; time < 2; time++) await answers(remembered);
  const { status } = await overRest(test)(name, write);
  expect(status).toBeLessThan(300);
  expect(await stale()).toEqual([]);
});

it('control: with heads that do not move what was remembered is told on', async () => {
  const { credentialWithHeadsHash } = AccessQueries.prototype;
  AccessQueries.prototype.headsHash = async () => 'standing';
  AccessQueries.prototype.credentialWithHeadsHash = async function (...given) {
    const found = await credentialWithHeadsHash.apply(this, given);
    return found && { ...found, headsHash: 'standing' };
  };
  const write = await makers(test).amendUnit!();
  for (let time = 0; time < 2; time++) await answers(remembered);
  await overRest(test)('amendUnit', write);
  expect((await stale()).length).toBeGreaterThan(0);
});
