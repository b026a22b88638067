import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { limits } from '../../src/api/limits.js';
import { createApp } from '../../src/app.js';
import { sampleDay } from '../../src/sample/sample.js';
import { as, useApp } from '../app.js';

const test = useApp();
const places = limits.placesPerConnection;
let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ url: test.database.runtimeUrl, clock: new Clock(sampleDay), poolSize: 1, preparedStatements: true, logLevel: 'silent', trustProxy: false });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const get = (path: string) => supertest(app.getHttpServer()).get(path).set(as(test, 'clerk'));
const plans = () => get('/v1/communes/duc-lang/plans');
const query = () => supertest(app.getHttpServer()).post('/graphql').set(as(test, 'clerk')).send({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });

/** While nobody can read a plan. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  await test.admin.query('begin; lock table plan in access exclusive mode');
  try {
    return await work();
  } finally {
    await test.admin.query('rollback');
  }
}

/** Until one more is refused, those that are let in; each is answered when the lock is gone. */
async function filled(): Promise<Promise<supertest.Response>[]> {
  const inside = Array.from({ length: places }, (_, place) => (place % 2 ? plans() : query()).then((answer) => answer));
  await delay(300);
  return inside;
}

it('when all places are taken one more is refused with 503 and Retry-After, on both doors, and those inside are answered', async () => {
  const { inside, refused, watched } = await whileHeld(async () => ({ inside: await filled(), refused: [await plans(), await query()], watched: await supertest(app.getHttpServer()).get('/health/live') }));
  expect(refused.map(({ status, body, headers }) => [status, body.code, headers['retry-after']])).toEqual([[503, 'OVERLOADED', '1'], [503, 'OVERLOADED', '1']]);
  expect(watched.status).toBe(200);
  expect((await Promise.all(inside)).map(({ status }) => status)).toEqual(Array(places).fill(200));
  expect([(await plans()).status, (await query()).status]).toEqual([200, 200]);
});

it('what has not yet come holds no place, and whoever hangs up gives theirs back', async () => {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const head = (length: number) => `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${test.keys.clerk}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
  const sockets: Socket[] = [];
  const send = (text: string) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(text);
    sockets.push(socket);
  };
  for (let slow = 0; slow < 2 * places; slow++) send(head(100));
  await delay(200);
  expect((await plans()).status).toBe(200);
  const body = JSON.stringify({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });
  await whileHeld(async () => {
    for (let place = 0; place < places; place++) send(head(body.length) + body);
    await delay(300);
    expect((await plans()).status).toBe(503);
    for (const socket of sockets) socket.destroy();
    await delay(300);
  });
  expect((await plans()).status).toBe(200);
});
