import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { refusalOfConstraint } from '../../src/database/constraints.js';
import { dataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { cloneDatabase, type TestDatabase } from '../cluster.js';
import { until } from '../until.js';
import { proxied, type Proxy } from '../proxy.js';

const us = { communeIds: [1], power: null };
const them = { communeIds: [2], power: null };

let home: TestDatabase;
let admin: pg.Client;
let proxy: Proxy;
let database: Database;

beforeAll(async () => {
  home = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: home.adminUrl });
  await admin.connect();
  await admin.query(`
    alter role thidua_runtime in database ${home.name} set statement_timeout = '300ms';
    alter role thidua_runtime in database ${home.name} set idle_in_transaction_session_timeout = '200ms'`);
});
afterAll(async () => {
  await admin.end();
  await home.drop();
});

/** One connection for all. */
beforeEach(async () => {
  proxy = await proxied(home.runtimeUrl);
  database = new Database(await dataSource(proxy.url, { entities: [], migrations, poolSize: 1 }).initialize(), 3, {
    statement: 1_000,
    rollback: 100,
    reads: 10_000,
  });
});
afterEach(async () => {
  await database.source.destroy();
  proxy.close();
});

const probe = `select coalesce(current_setting('app.reach', true), '') as reach, coalesce(current_setting('app.commune', true), '') as commune, count(*)::int as units, pg_backend_pid() as pid from unit`;
const clean = { reach: '', commune: '', units: 0, state: 'idle', transaction: null };

/** State of the connection that the next borrower finds. */
async function nextBorrower(source: DataSource, within?: number) {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as pg.PoolClient;
  const { pid, ...found } = (await client.query({ text: probe, query_timeout: within } as pg.QueryConfig)).rows[0];
  const { rows } = await admin.query('select state, xact_start as transaction from pg_stat_activity where pid = $1', [
    pid,
  ]);
  await runner.release();
  return { ...found, ...rows[0] };
}

const one = (text: string) => database.row<{ pid: number; count: number }>(text.slice(0, 60), text);
const units = 'select count(*)::int as count, pg_backend_pid() as pid from unit';
const terminate = (pid: number) => admin.query('select pg_terminate_backend($1)', [pid]);

/** Ways a transaction can die, and what is said then. Each first sees that its context was there to leak. */
const deaths: Readonly<Record<string, { die(pid: number): Promise<unknown>; says: RegExp }>> = {
  'its statement takes too long for the server': { die: () => one('select pg_sleep(5)'), says: /statement timeout/ },
  'it idles too long for the server': {
    die: () => delay(500).then(() => one('select 1')),
    says: /idle-in-transaction timeout|Connection terminated/,
  },
  'it idles too long and asks nothing more': {
    die: () => delay(500).then(() => Promise.reject(new Error('thrown'))),
    says: /thrown/,
  },
  'its backend is terminated between statements': {
    die: (pid) =>
      terminate(pid)
        .then(() => delay(20))
        .then(() => one('select 1')),
    says: /terminating connection|Connection terminated/,
  },
  'its backend is terminated under a statement': {
    die: (pid) => Promise.all([one('select pg_sleep(0.25)'), delay(50).then(() => terminate(pid))]),
    says: /terminating connection|Connection terminated/,
  },
  'its socket is cut': {
    die: async () => (proxy.cut(), one('select 1')),
    says: /Connection terminated|not queryable|ECONNRESET/,
  },
  'its socket is cut under a statement': {
    die: () => Promise.all([one('select pg_sleep(0.25)'), delay(50).then(() => proxy.cut())]),
    says: /Connection terminated/,
  },
  'its work throws': { die: () => Promise.reject(new Error('thrown')), says: /thrown/ },
  'its work throws while statements are queued': {
    die: () =>
      Promise.all([one('select pg_sleep(0.1)'), one(units), one('select 1 / 0'), Promise.reject(new Error('thrown'))]),
    says: /thrown/,
  },
  'a statement fails and others follow': {
    die: () => Promise.all([one('select 1 / 0'), one(units)]),
    says: /division by zero/,
  },
  'its ROLLBACK is lost': {
    die: async () => (proxy.swallow('ROLLBACK'), Promise.reject(new Error('thrown'))),
    says: /thrown/,
  },
};

const ways = {
  read: (work: () => Promise<unknown>) => database.read(us, work),
  write: (work: () => Promise<unknown>) => database.write(us, 1, work),
};

describe.each(Object.keys(ways) as (keyof typeof ways)[])('a %s', (way) => {
  it.each(Object.keys(deaths))('%s', async (name) => {
    const { die, says } = deaths[name]!;
    const before = await nextBorrower(database.source);
    const outcome = ways[way](async () => {
      const here = await one(units);
      expect(here!.count).toBeGreaterThan(0);
      await die(here!.pid);
    });
    await expect(outcome).rejects.toThrow(says);
    // Nobody waits for the end of a read.
    if (name.includes('lost')) await until(() => proxy.silent() === 1);
    expect(before).toEqual(clean);
    expect(await nextBorrower(database.source)).toEqual(clean);
    // The dead one is closed, not forgotten.
    await until(() => proxy.open() === 1);
    expect(await database.read(them, () => database.rows('theirs', 'select distinct commune_id from unit'))).toEqual([
      { commune_id: 2 },
    ]);
  });
});

it('whose COMMIT is lost is told, and lent to nobody', async () => {
  const outcome = database.write(us, 1, async () => {
    await one(units);
    proxy.swallow('COMMIT');
    void delay(50).then(() => proxy.cut());
  });
  await expect(outcome).rejects.toThrow('Connection terminated');
  expect(await nextBorrower(database.source)).toEqual(clean);
});

it('reads that take too long together are refused as UNAVAILABLE, and their statement is cancelled', async () => {
  const hasty = new Database(database.source, 3, { statement: 1_000, rollback: 100, reads: 250 });
  const outcome = hasty.read(us, async () => {
    await hasty.rows('slow', 'select pg_sleep(0.2)');
    await hasty.rows('slow', 'select pg_sleep(0.2)');
  });
  await expect(outcome).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  // The transaction of a write has no such limit.
  await hasty.write(us, 1, async () => {
    await hasty.rows('slow', 'select pg_sleep(0.2)');
    await hasty.rows('slow', 'select pg_sleep(0.2)');
  });
  expect(await nextBorrower(database.source)).toEqual(clean);
});

it("what comes late is refused: it would be answered by somebody else's transaction", async () => {
  let speakAgain = () => {};
  const late: Promise<unknown>[] = [];
  const sibling = () => new Promise<void>((resolve) => (speakAgain = resolve)).then(() => one(units));
  for (const way of Object.values(ways)) {
    const outcome = way(() => {
      late.push(one(units).then(sibling));
      return one(units).then(() => Promise.reject(new Error('thrown')));
    });
    await expect(outcome).rejects.toThrow('thrown');
    await database.write(them, 2, async () => {
      await one(units);
      speakAgain();
      await expect(late.at(-1)).rejects.toThrow('had ended');
    });
  }
  // Nor did it open a transaction nobody closes.
  expect(await nextBorrower(database.source)).toEqual(clean);
});

it('a credential read that dies leaves a connection for the next', async () => {
  const dying = database.autocommit('dying', { text: 'select pg_terminate_backend(pg_backend_pid())::text as answer' });
  await expect(dying).rejects.toThrow(/terminating connection|Connection terminated/);
  expect(await database.autocommit('living', { text: 'select 1 as answer' })).toBe(1);
  expect(await nextBorrower(database.source)).toEqual(clean);
});

it('a credential read that is cut off fails alone, and not the process', async () => {
  proxy.swallow('unheard');
  const dying = database
    .autocommit('dying', { text: "select 'unheard' as answer" })
    .catch((error: Error) => error.message);
  while (proxy.silent() === 0) await delay(1);
  proxy.cut();
  expect(await dying).toMatch(/Connection terminated|ECONNRESET/);
  expect(await database.autocommit('next', { text: 'select 1 as answer' })).toBe(1);
});

it('a connection that waits asks whether the other end is still there', async () => {
  const asks = jest.spyOn(Socket.prototype, 'setKeepAlive');
  const source = await dataSource(home.runtimeUrl, { entities: [], migrations: [], poolSize: 1 }).initialize();
  await source.destroy();
  expect(asks.mock.calls).toEqual([[true, 10_000]]);
  asks.mockRestore();
});

it('a connection that died between two statements is told as an outage, on every way to it', async () => {
  const outcome = database.write(us, 1, async () => {
    await terminate((await one(units))!.pid);
    await delay(20);
    await database.manager.query('select 1');
  });
  expect(refusalOfConstraint(await outcome.catch((error: unknown) => error))?.code).toBe('UNAVAILABLE');
});

it("control: TypeORM's own transaction with the client's query_timeout leaks another's", async () => {
  await admin.query(`select pg_advisory_lock(1)`);
  const { extra, ...options } = database.source.options as { extra: object };
  const source = await new DataSource({
    ...options,
    extra: { ...extra, pipeline: false, query_timeout: 50, options: '-c statement_timeout=0' },
  } as never).initialize();
  try {
    const outcome = source.transaction(async (manager) => {
      await manager.query(`set local app.reach = '1'; set local app.commune = '1'`);
      await manager.query('select pg_advisory_xact_lock(1)');
    });
    await expect(outcome).rejects.toThrow('Query read timeout');
    const [found] = await Promise.all([
      nextBorrower(source, 5_000),
      delay(50).then(() => admin.query('select pg_advisory_unlock(1)')),
    ]);
    expect(found).toMatchObject({ reach: '1', commune: '1', state: 'idle in transaction' });
    expect(found.units).toBeGreaterThan(0);
  } finally {
    await source.destroy();
  }
});
