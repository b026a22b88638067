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
  // A statement that nobody cancels then runs for ever.
  await test.admin.query(`
    alter role thidua_runtime in database ${test.database.name} set statement_timeout = 0;
    alter role thidua_runtime in database ${test.database.name} set lock_timeout = 0`);
  app = await startApp(test.database.runtimeUrl, { poolSize: 1 });
  // A key counts for its actor once it was seen valid.
  for (const actor of ['clerk', 'verifier', 'auditor']) expect((await plans(actor)).status).toBe(200);
  app.getHttpServer().on('request', () => (arrived += 1));
});
afterAll(() => app.close());

const get = (path: string, actor?: string) => supertest(app.getHttpServer()).get(path).set(as(test, actor));
const plans = (actor = 'clerk') => get('/v1/communes/duc-lang/plans', actor);
const query = (actor = 'clerk') =>
  supertest(app.getHttpServer())
    .post('/graphql')
    .set(as(test, actor))
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

/** Two callers, who have half of the places each. */
const callers = ['clerk', 'verifier'] as const;
const callerAt = (place: number) => callers[Math.floor(place / 2) % 2] ?? 'clerk';

/** As many requests as there are places; each is answered when the lock is gone. */
async function filled(): Promise<Promise<supertest.Response>[]> {
  const inside = Array.from({ length: places }, (_, place) =>
    (place % 2 ? plans(callerAt(place)) : query(callerAt(place))).then((answer) => answer),
  );
  await until(full);
  return inside;
}

it('when all places are taken one more is refused with 503 and Retry-After, on both doors, and those inside are answered', async () => {
  const { inside, refused, watched } = await whileHeld(async () => ({
    inside: await filled(),
    refused: [await plans('auditor'), await query('auditor')],
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
  await closed();
}
/** Until no connection is left. */
const closed = () =>
  until(
    () => new Promise((told) => app.getHttpServer().getConnections((_: unknown, count: number) => told(count === 0))),
  );
afterEach(hangUp);

const body = JSON.stringify({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });
const head = (
  request = 'POST /graphql',
  more = `content-type: application/json\r\ncontent-length: ${body.length}\r\n`,
  actor = 'clerk',
) => `${request} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${test.keys[actor]}\r\n${more}\r\n`;
const headOf = (place: number) => head(undefined, undefined, callerAt(place));

it('what has not yet come holds no place; of bodies that come all at once no more are let in than there are places', async () => {
  const before = arrived;
  const slow = Array.from({ length: 2 * places }, (_, place) => send(headOf(place)));
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

it('whoever hangs up frees their place, the connection they waited for, and the statement they ran', async () => {
  const running = async () => {
    await test.admin.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await test.admin.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and usename = 'thidua_runtime' and state <> 'idle'`,
    );
    return rowCount;
  };
  await whileHeld(async () => {
    for (let place = 0; place < places; place++) send(headOf(place) + body);
    await until(full);
    await until(async () => (await running()) === 1);
    await hangUp();
    await until(async () => (await running()) === 0 && app.get(Database).pool().waiting === 0);
    expect((await get('/v1/communes/duc-lang/units', 'clerk')).status).toBe(200);
  });
});

it('one caller has half of the places; another one is let in', async () => {
  const { inside, refused } = await whileHeld(async () => {
    const inside = Array.from({ length: places / 2 }, () => plans().then(({ status }) => status));
    await until(() => app.get(Database).pool().waiting === places / 2 - 1);
    const refused = (await get('/v1/communes/duc-lang/units', 'clerk')).status;
    inside.push(get('/v1/communes/duc-lang/units', 'verifier').then(({ status }) => status));
    await until(() => app.get(Database).pool().waiting === places / 2);
    return { inside, refused };
  });
  expect(refused).toBe(503);
  expect(await Promise.all(inside)).toEqual(Array(places / 2 + 1).fill(200));
});

it('ten slow requests of one caller take half of the connections, and another caller is answered', async () => {
  const wide = await startApp(test.database.runtimeUrl, { poolSize: 4 });
  const ask = (path: string, actor: string) => supertest(wide.getHttpServer()).get(path).set(as(test, actor));
  try {
    for (const actor of callers) await ask('/v1/me', actor);
    const slow = await whileHeld(async () => {
      const slow = Array.from({ length: 10 }, () =>
        ask('/v1/communes/duc-lang/plans', 'clerk').then(({ status }) => status),
      );
      await until(() => wide.get(Database).pool().waiting === 8);
      expect((await ask('/v1/communes/duc-lang/units', 'verifier')).status).toBe(200);
      return slow;
    });
    expect(await Promise.all(slow)).toEqual(Array(10).fill(200));
  } finally {
    await wide.close();
  }
});

describe('whoever does not take off what they asked for', () => {
  const written = { ...limits };
  afterEach(() => void Object.assign(limits, written));
  const stranger = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
  const takeNothing = (text: string) => send(text).pause();

  it('holds their own places, and nobody else’s, until they hang up', async () => {
    for (let place = 0; place < places / 2; place++) takeNothing(stranger('/docs/graphiql.js'));
    await until(async () => (await get('/v1/award-forms')).status === 503);
    expect((await plans()).status).toBe(200);
    await hangUp();
    expect((await get('/v1/award-forms')).status).toBe(200);
  });

  it('is cut after a while', async () => {
    Object.assign(limits, { takingTimeout: 300 });
    takeNothing(stranger('/docs/graphiql.js'));
    await once(app.getHttpServer(), 'request');
    await closed();
    expect((await get('/v1/award-forms')).status).toBe(200);
  });

  it('gets nothing more above the bytes of a network, and is cut above those of all', async () => {
    const pages = Array.from(
      { length: 20 },
      (_, n) => `a${n}: changes(commune: "duc-lang", first: 500) { items { data personal leaf } }`,
    );
    const long = JSON.stringify({ query: `{ ${pages.join(' ')} }` });
    const few = { network: 1_000_000, all: 100_000_000 };
    Object.assign(limits, { unsentBytes: few });
    takeNothing(
      head(undefined, `content-type: application/json\r\ncontent-length: ${long.length}\r\n`, 'district') + long,
    );
    await until(async () => (await plans()).status === 503);
    Object.assign(limits, { unsentBytes: { network: few.all, all: few.network } });
    expect((await plans()).status).toBe(200);
    await closed();
  });
});

it('a read that calls itself a form holds a place, too', async () => {
  await whileHeld(async () => {
    for (let place = 0; place < places / 2; place++)
      send(head('GET /v1/communes/duc-lang/plans', 'content-type: multipart/form-data; boundary=x\r\n'));
    await until(() => app.get(Database).pool().waiting === places / 2 - 1);
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
    (await Promise.all(Array.from({ length: places }, (_, place) => plans(callerAt(place))))).every(
      ({ status }) => status === 200,
    ),
  );
});
