import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { heard, lives, usePrograms } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();
let database: TestDatabase;
beforeAll(async () => void (database = await cloneDatabase('sample')));
afterAll(() => database.drop());

interface Outcome {
  /** Status of a whole answer, or why there was none. */
  ended: number | string;
  last: boolean;
}

interface Asked {
  path: string;
  key?: string;
  body?: unknown;
}

/** One request; an answer counts when all of it has come and reads as JSON. */
const ask = (url: string, agent: Agent, { path, key, body }: Asked) =>
  new Promise<Outcome>((resolve) => {
    const sent = JSON.stringify(body);
    const headers = {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(sent !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
    };
    const asking = request(
      `${url}${path}`,
      { agent, method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        answer.on('error', (error: { code?: string }) => resolve({ ended: `cut off: ${error.code}`, last: true }));
        answer.on('end', () => {
          const whole = answer.complete && typeof JSON.parse(text) === 'object';
          resolve({ ended: whole ? answer.statusCode! : 'half', last: answer.headers.connection === 'close' });
        });
      },
    );
    asking.on('error', (error: { code?: string }) => resolve({ ended: error.code ?? 'error', last: true }));
    asking.end(sent);
  });

const draftUnit = (name: string) => ({ code: name, name, kind: 'HAMLET', kindText: 'thôn', validFrom: '2024-01-01' });
const mutation = 'mutation ($input: AddUnit!) { addUnit(commune: "duc-lang", input: $input) { code } }';

/** Requests of the clients in turn: reads and writes, through both doors. */
function asked(client: number, turn: number): Asked {
  const key = cluster().keys.clerk;
  const unit = draftUnit(`stop-${client}-${turn}`);
  const choices: Asked[] = [
    { path: '/v1/communes/duc-lang/plans/2023/indicators?first=100', key },
    { path: '/v1/communes/duc-lang/units', key, body: unit },
    { path: '/graphql', key, body: { query: '{ units(commune: "duc-lang", first: 50) { nodes { code name } } }' } },
    { path: '/graphql', key, body: { query: mutation, variables: { input: unit } } },
  ];
  return choices[(client + turn) % choices.length]!;
}

it('answers all that it has accepted, reads and writes on both doors, and ends', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl, RATE_LIMIT: '1000000' });
  const url = await program.ready();
  const outcomes: Outcome[] = [];
  const refused: Outcome[] = [];
  const clients = Array.from({ length: 12 }, async (_, client) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; ; turn++) {
      const outcome = await ask(url, agent, asked(client, turn));
      if (outcome.ended === 'ECONNREFUSED') {
        refused.push(outcome);
        break;
      }
      outcomes.push(outcome);
      if (typeof outcome.ended === 'string') break;
      // Some pause, so that their connection is idle when the program is told to stop.
      if (client % 3 === 0) await delay(30 * (client + 1));
    }
    agent.destroy();
  });
  await until(() => outcomes.length >= 60);
  const before = outcomes.length;
  process.kill(program.pid, 'SIGTERM');
  // Whoever is impatient gains nothing, and breaks nothing.
  await heard(program.pid);
  process.kill(program.pid, 'SIGTERM');
  await Promise.all(clients);
  expect(await program.ended).toEqual({ code: 0, signal: null });
  expect(outcomes.filter(({ ended }) => ended !== 200 && ended !== 201)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(before);
  expect(outcomes.filter(({ last }) => last)).toHaveLength(12);
  expect(refused).toHaveLength(12);
});

it('ends soon, though a caller never ends its request and another holds a connection open', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = new URL(await program.ready());
  const agent = new Agent({ keepAlive: true });
  expect((await ask(url.origin, agent, { path: '/health/live' })).ended).toBe(200);
  const endless = request({
    host: url.hostname,
    port: url.port,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'content-length': 1000, expect: '100-continue' },
  });
  const broken = new Promise((resolve) => endless.once('error', resolve));
  endless.write('{');
  // The program has read the head.
  await once(endless, 'continue');
  process.kill(program.pid, 'SIGTERM');
  expect(await program.ended).toEqual({ code: 0, signal: null });
  // Waited for to its limit, it would have been answered 408.
  expect(await broken).toMatchObject({ code: 'ECONNRESET' });
  expect(lives(program.pid)).toBe(false);
  agent.destroy();
});
