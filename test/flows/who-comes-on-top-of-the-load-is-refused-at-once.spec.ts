import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import supertest from 'supertest';
import { limits } from '../../src/limits/limits.js';
import { Database } from '../../src/database/database.js';
import { as, startApp, useApp } from '../app.js';
import { until } from '../until.js';

const test = useApp();
const places = limits.requestsPerConnection;
let app: Awaited<ReturnType<typeof startApp>>;
/** Requests whose head has come. */
let arrived = 0;

beforeAll(async () => {
  app = await startApp(test.database.runtimeUrl, { poolSize: 1 });
  app.getHttpServer().on('request', () => (arrived += 1));
});
afterAll(() => app.close());

const get = (path: string) => supertest(app.getHttpServer()).get(path).set(as(test, 'clerk'));
const plans = () => get('/v1/communes/duc-lang/plans');
const query = () =>
  supertest(app.getHttpServer())
    .post('/graphql')
    .set(as(test, 'clerk'))
    .send({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });

/** While nobody can read a plan. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  await test.admin.query('begin; lock table plan in access exclusive mode');
  try {
    return await work();
  } finally {
    await test.admin.query('rollback');
  }
}

/** Whether all places are taken: one request has the connection, the others wait for it. */
const full = () => app.get(Database).pool().waiting === places - 1;

/** As many requests as there are places; each is answered when the lock is gone. */
async function filled(): Promise<Promise<supertest.Response>[]> {
  const inside = Array.from({ length: places }, (_, place) => (place % 2 ? plans() : query()).then((answer) => answer));
  await until(full);
  return inside;
}

it('when all places are taken one more is refused with 503 and Retry-After, on both doors, and those inside are answered', async () => {
  const { inside, refused, watched } = await whileHeld(async () => ({
    inside: await filled(),
    refused: [await plans(), await query()],
    watched: await supertest(app.getHttpServer()).get('/health/live'),
  }));
  expect(refused.map(({ status, body, headers }) => [status, body.code, headers['retry-after']])).toEqual([
    [503, 'OVERLOADED', '1'],
    [503, 'OVERLOADED', '1'],
  ]);
  expect(watched.status).toBe(200);
  expect((await Promise.all(inside)).map(({ status }) => status)).toEqual(Array(places).fill(200));
  expect([(await plans()).status, (await query()).status]).toEqual([200, 200]);
});

/** Connections of their own, as rough as they like. */
const sockets: Socket[] = [];
function send(text: string): Socket {
  const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  socket.write(text);
  sockets.push(socket);
  return socket;
}
/** Ends them, and waits until the server knows. */
async function hangUp(): Promise<void> {
  sockets.splice(0).forEach((socket) => socket.destroy());
  const open = () =>
    new Promise((told) => app.getHttpServer().getConnections((_: unknown, count: number) => told(count)));
  await until(async () => (await open()) === 0);
}
/** Whether each has been answered. */
const answered = () => sockets.every((socket) => socket.bytesRead > 0);
afterEach(hangUp);

const body = JSON.stringify({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });
const head = (
  request = 'POST /graphql',
  more = `content-type: application/json\r\ncontent-length: ${body.length}\r\n`,
) => `${request} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${test.keys.clerk}\r\n${more}\r\n`;

it('what has not yet come holds no place; of bodies that come all at once no more are let in than there are places', async () => {
  const before = arrived;
  const slow = Array.from({ length: 2 * places }, () => send(head()));
  await until(() => arrived === before + slow.length);
  expect((await plans()).status).toBe(200);
  const answers = slow.map((socket) => once(socket, 'data').then(([answer]) => Number(String(answer).slice(9, 12))));
  await whileHeld(async () => {
    for (const socket of slow) socket.write(body);
    await until(() => full() && slow.filter(({ bytesRead }) => bytesRead > 0).length === places);
  });
  expect((await Promise.all(answers)).sort()).toEqual([
    ...Array<number>(places).fill(200),
    ...Array<number>(places).fill(503),
  ]);
});

it('whoever hangs up holds their place until what they asked for is done', async () => {
  await whileHeld(async () => {
    for (let time = 0; time < 3; time++) {
      for (let place = 0; place < places; place++) send(head() + body);
      await until(time === 0 ? full : answered);
      await hangUp();
    }
    expect(app.get(Database).pool().waiting).toBeLessThan(places);
    expect((await plans()).status).toBe(503);
  });
  await until(async () => (await plans()).status === 200);
});

it('a read that calls itself a form holds a place, too', async () => {
  await whileHeld(async () => {
    for (let place = 0; place < places; place++)
      send(head('GET /v1/communes/duc-lang/plans', 'content-type: multipart/form-data; boundary=x\r\n'));
    await until(full);
    expect((await plans()).status).toBe(503);
  });
});

it('however a request ends, its place is free again', async () => {
  const ends: [request: string, more?: string, body?: string][] = [
    ['GET /v1/nowhere'],
    ['DELETE /v1/communes'],
    ['HEAD /v1/communes'],
    ['GET /v1/communes?after=never'],
    ['GET /verify/nothing'],
    ['POST /graphql', 'content-type: application/json\r\ncontent-length: 9\r\n', '{"query":'],
    ['POST /graphql', 'content-type: application/json\r\ncontent-length: 19\r\n', '{"query":"{ me {"} '],
    [
      'POST /v1/communes/duc-lang/files',
      'content-type: multipart/form-data; boundary=x\r\ncontent-length: 100\r\n',
      '--x\r\n',
    ],
    ['POST /v1/communes/duc-lang/units', 'content-type: application/json\r\ncontent-length: 2\r\n', '{}'],
  ];
  for (const end of ends) {
    const before = arrived;
    for (let time = 0; time < 2 * places; time++) {
      const socket = send(head(...(end.slice(0, 2) as [string])) + (end[2] ?? ''));
      if (time % 2) setTimeout(() => socket.destroy(), time);
    }
    await until(() => arrived >= before + places);
  }
  await hangUp();
  await until(async () =>
    (await Promise.all(Array.from({ length: places }, plans))).every(({ status }) => status === 200),
  );
});
