import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { file, form, pdf } from '../files.js';
import { ask, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();
const filesPath = '/v1/communes/duc-lang/files';
/** Where the program keeps what is still coming. */
const temporary = mkdtempSync(join(tmpdir(), 'thidua-uploads-'));
chmodSync(temporary, 0o777);

let database: TestDatabase;
let admin: pg.Client;
let program: Program;
let address: string;
const started = async () => {
  program = programs.start({ DATABASE_URL: database.runtimeUrl, TMPDIR: temporary });
  address = await program.ready();
};

beforeAll(async () => {
  database = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  sampled = await counted();
  await started();
});
afterAll(async () => {
  await program.stop('SIGKILL');
  await admin.end();
  await database.drop();
  rmSync(temporary, { recursive: true, force: true });
});

const { clerk = '' } = cluster().keys;
const bytes = pdf(3_000_000);
const whole = form([file('a.pdf', bytes)]);
/** As a browser sends it. */
const send = () => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), 'a.pdf');
  return ask(address + filesPath, clerk, { method: 'POST', headers: { 'idempotency-key': 'one' }, body });
};

/** Counts of the sample itself, before the uploads. */
let sampled: Record<string, number>;
async function left() {
  const beyond = Object.entries(await counted()).map(([what, count]) => [what, count - (sampled[what] ?? 0)]);
  return { ...Object.fromEntries(beyond), temporary: readdirSync(temporary) };
}
async function counted(): Promise<Record<string, number>> {
  const { rows } = await admin.query(
    `select (select count(*)::int from file) as files, (select count(*)::int from file_chunk) as rows, (select count(*)::int from kept_answer) as answers, (select count(*)::int from change where type = 'file') as lines`,
  );
  return rows[0];
}
const nothing = { files: 0, rows: 0, answers: 0, lines: 0, temporary: [] };

/** Linux alone tells what a program has open. */
const stores = () =>
  process.platform !== 'linux' ||
  readdirSync(`/proc/${program.pid}/fd`).some((each) => {
    try {
      return readlinkSync(`/proc/${program.pid}/fd/${each}`).startsWith(join(temporary, 'thidua-'));
    } catch {
      return false;
    }
  });

it('while the file is coming', async () => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => undefined);
  socket.write(
    `POST ${filesPath} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${clerk}\r\ncontent-type: ${whole.type}\r\ncontent-length: ${whole.body.length}\r\n\r\n`,
  );
  socket.write(whole.body.subarray(0, 1_000_000));
  await until(stores);
  await program.stop('SIGKILL');
  socket.destroy();
  expect(await left()).toEqual(nothing);
});

it('while its rows are written', async () => {
  await started();
  await admin.query('begin; select from commune_head where commune_id = 1 for update');
  const lost = send().catch(() => 'lost');
  // All its rows are there, and the journal waits for us.
  await until(
    async () =>
      (await admin.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'))
        .rowCount === 1,
  );
  await program.stop('SIGKILL');
  expect(await lost).toBe('lost');
  await admin.query('rollback');
  await until(
    async () =>
      (
        await admin.query(
          `select from pg_stat_activity where datname = current_database() and usename = 'thidua_runtime'`,
        )
      ).rowCount === 0,
  );
  expect(await left()).toEqual(nothing);
});

it('control: the same request, not killed, leaves one file, also when it is sent twice', async () => {
  await started();
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status, again.headers.get('idempotency-replayed'), again.body.id]).toEqual([
    201,
    201,
    'true',
    first.body.id,
  ]);
  expect(await left()).toEqual({ files: 1, rows: 12, answers: 1, lines: 1, temporary: [] });
});
