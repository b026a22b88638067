import pg from 'pg';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();
let database: TestDatabase;
let admin: pg.Client;
let program: Program;
let address: string;
const start = async () => {
  program = programs.start({ DATABASE_URL: database.runtimeUrl });
  address = await program.ready();
};

beforeAll(async () => {
  database = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  sampled = await counted();
  await start();
});
afterAll(async () => {
  await program.stop('SIGKILL');
  await admin.end();
  await database.drop();
});

/** Two hundred new households, and one of the sample with another name. */
const rows = [
  'Mã;Chủ hộ;Khu dân cư',
  ...Array.from({ length: 200 }, (_, index) => `ho-moi-${index};Nguyễn Văn Số ${index};khu-dan-cu-1`),
  'ho-khu-2-1;Trần Thị Mới;khu-dan-cu-2',
];
const { clerk = '' } = cluster().keys;
/** As a browser sends it. */
const send = () => {
  const body = new FormData();
  body.append('kind', 'HOUSEHOLD');
  body.append('file', new Blob([rows.join('\r\n')]), 'ho.csv');
  const headers = { 'idempotency-key': 'one' };
  return ask(`${address}/v1/communes/duc-lang/imports/units`, clerk, { method: 'POST', headers, body });
};

/** What there is beyond the sample. */
let sampled: Record<string, number>;
const left = async () =>
  Object.fromEntries(Object.entries(await counted()).map(([what, count]) => [what, count - (sampled[what] ?? 0)]));
async function counted(): Promise<Record<string, number>> {
  const { rows } = await admin.query(
    `select (select count(*)::int from unit) as units, (select count(*)::int from unit_term) as terms, (select count(*)::int from taken_word) as words, (select count(*)::int from kept_answer) as answers, (select count(*)::int from change) as lines, (select position::int from commune_head where commune_id = 1) as position`,
  );
  return rows[0];
}
const nothing = { units: 0, terms: 0, words: 0, answers: 0, lines: 0, position: 0 };

/** Sends the import while another holds a lock, kills the program when the import waits for it, and lets the lock go. */
async function killedAt(lock: string) {
  await admin.query(`begin; ${lock}`);
  const lost = send().catch(() => 'lost');
  await until(
    async () =>
      (await admin.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'))
        .rowCount === 1,
  );
  await program.stop('SIGKILL');
  expect(await lost).toBe('lost');
  await admin.query('rollback');
  const connected = `select from pg_stat_activity where datname = current_database() and usename = 'thidua_runtime'`;
  await until(async () => (await admin.query(connected)).rowCount === 0);
  await start();
}

it.each([
  [
    'between its rows: the new ones are there, the changed one is not',
    `select from unit where code = 'ho-khu-2-1' for update`,
  ],
  ['behind its rows, before its lines of the journal', 'select from commune_head where commune_id = 1 for update'],
])('%s', async (_, lock) => {
  await killedAt(lock);
  expect(await left()).toEqual(nothing);
});

it('the same request, not killed, then imports all, and once though it is sent twice', async () => {
  const [first, again] = [await send(), await send()];
  expect([first.status, first.body.created, first.body.updated]).toEqual([200, 200, 1]);
  expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([200, 'true', first.body]);
  expect(await left()).toEqual({ units: 200, terms: 201, words: 200, answers: 1, lines: 201, position: 1 });
});
