import { AccessQueries } from '../../src/access/access.queries.js';
import { Clock } from '../../src/access/clock.js';
import { createApp } from '../../src/app.js';
import { sampleDay } from '../../src/sample/sample.js';
import { useApp } from '../app.js';
import { everything, operations, rootFields } from '../contract/contract.js';
import { arrange, asking, type World } from '../contract/rights/asking.js';
import { isRead } from '../contract/rights/callers.js';
import { restAlone } from '../contract/rights/expected.js';
import { makers, overRest, writes } from '../contract/writes.js';

/* A program that remembers beside one that does not, on one database: after every kind of write they answer the same. */

const test = useApp('sample', 0);
let remembering: Awaited<ReturnType<typeof createApp>>;
let world: World;
let remembered: ReturnType<typeof asking>;
let fresh: ReturnType<typeof asking>;

beforeAll(async () => {
  world = await arrange(test);
  remembering = await createApp({ url: test.database.runtimeUrl, clock: new Clock(sampleDay), poolSize: 4, preparedStatements: true, logLevel: 'silent', trustProxy: false, rateLimit: 10_000_000, answerCache: 64 });
  for (const app of [test.app, remembering]) await app.listen(0, '127.0.0.1');
  [remembered, fresh] = [asking(await remembering.getUrl(), world), asking(await test.app.getUrl(), world)];
});
afterAll(() => remembering?.close());

const reads = operations().filter(({ operationId, method }) => method === 'get' && isRead(operationId)).map(({ operationId }) => operationId);
/** Who reads whom is told of each time, and grows with each; when a key was used last changes while it is asked. */
const growing = ['exportPersonal', 'accesses', 'keys'];
const askers = [['REST', 'clerk'], ['REST', 'district'], ['GraphQL', 'clerk']] as const;
const questions = askers.flatMap(([door, caller]) => reads.filter((operation) => !growing.includes(operation) && !(door === 'GraphQL' && restAlone.includes(operation))).map((operation) => ({ door, caller, operation })));

async function answers(of: ReturnType<typeof asking>): Promise<string[]> {
  const told: string[] = [];
  for (const { door, caller, operation } of questions) {
    const given = world.parameters(operation, 'duc-lang');
    const { body } = door === 'REST' ? await of.overRest(caller, operation, given) : await of.overGraphql(caller, operation, given, everything(rootFields()[operation]!.type));
    told.push(`${door} ${caller} ${operation} ${JSON.stringify(body).replace(/"(requestId|lastUsedAt)":"[^"]+"/g, '')}`);
  }
  return told;
}

/** What is told otherwise than by the program that remembers nothing. */
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
  const { credentialWithHeads } = AccessQueries.prototype;
  AccessQueries.prototype.heads = async () => 'standing';
  AccessQueries.prototype.credentialWithHeads = async function (...given) {
    const found = await credentialWithHeads.apply(this, given);
    return found && { ...found, heads: 'standing' };
  };
  const write = await makers(test).amendUnit!();
  for (let time = 0; time < 2; time++) await answers(remembered);
  await overRest(test)('amendUnit', write);
  expect((await stale()).length).toBeGreaterThan(0);
});
