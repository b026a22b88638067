import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../cluster.js';
import { ask, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();
let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  database = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const started = async (AUDIT_PAUSE?: string): Promise<[Program, string]> => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl, ...(AUDIT_PAUSE && { AUDIT_PAUSE }) });
  return [program, await program.ready()];
};

/** Values of the audit's metrics, by the end of their names. */
async function metrics(url: string): Promise<Record<string, number>> {
  const { body } = await ask(`${url}/metrics`);
  const found = (body as string).matchAll(/^thidua_audit_(\S+) (\S+)$/gm);
  return Object.fromEntries([...found].map(([, name, value]) => [name, Number(value)]));
}

it('by two programs that take turns; readiness and metrics tell it, the log names the record without a value', async () => {
  const running = [await started('1'), await started('1')];
  const ready = async (url: string) => (await ask(`${url}/health/ready`)).body;
  for (const [, url] of running) {
    await until(async () => (await ready(url)).audit !== null);
    const { status, audit } = await ready(url);
    expect([status, audit.differences]).toEqual(['ready', 0]);
    expect(audit.records).toBeGreaterThan(500);
    expect(await metrics(url)).toMatchObject({ records: audit.records, differences: 0 });
    expect((await metrics(url)).completed_timestamp_seconds).toBeGreaterThanOrEqual(
      new Date(audit.completedAt).getTime() / 1_000,
    );
  }

  const { rows } = await admin.query(
    `update award set citation = 'canary', granted_on = (granted_on::date - 1)::text
     where id = (select min(id::text)::uuid from award where commune_id = 1) returning id`,
  );
  for (const [program, url] of running) {
    await until(async () => (await ready(url)).audit.differences === 1);
    expect((await ask(`${url}/health/ready`)).status).toBe(200);
    expect((await metrics(url)).differences).toBe(1);
    // Once, however many passes follow.
    const { completedAt } = (await ready(url)).audit;
    await until(async () => (await ready(url)).audit.completedAt > completedAt);
    const lines = program.stderr.split('\n').filter((line) => line.includes('row differs from the journal'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 50,
        commune: 'duc-lang',
        type: 'award',
        id: rows[0].id,
        what: 'citation, grantedOn',
      }),
    ]);
    expect(program.stderr).not.toContain('canary');
  }
  for (const [program] of running) expect(await program.stop()).toEqual({ code: 0, signal: null });
});

it('not at all where it is turned off, and a pause does not hold the stop up', async () => {
  for (const pause of ['0', '3600000']) {
    const [program, url] = await started(pause);
    expect((await ask(`${url}/health/ready`)).body).toEqual({ status: 'ready', audit: null });
    expect(await metrics(url)).toEqual({ completed_timestamp_seconds: 0, records: 0, differences: 0 });
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  }
});
