import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { AccessService } from '../src/access/access.service.js';
import type { Caller } from '../src/access/caller.js';
import { Clock } from '../src/access/clock.js';
import { createApp, type AppSettings } from '../src/app.js';
import { AuditService, type Audit } from '../src/audit/audit.service.js';
import type { AuditedType } from '../src/audit/rows.queries.js';
import { RegistryService } from '../src/communes/registry.service.js';
import { sampleDay } from '../src/sample/sample.js';
import { cloneDatabase, cluster, type TestDatabase } from './cluster.js';

export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  /** The sample's keys by actor; `as` makes the header. */
  keys: Readonly<Record<string, string>>;
  /** Sees everything, as a superuser does. */
  admin: pg.Client;
  http(): ReturnType<typeof supertest>;
  /** Whoever holds the owner's connection, for arranging through services. */
  operator(): Promise<Caller>;
  /** Says that a test leaves rows of these types changed by hand: the audit at the end of the file does not ask them. */
  exceptFromAudit(...types: AuditedType[]): void;
}

/** The sample's day, also when midnight comes to Asia/Ho_Chi_Minh while the tests run. */
class SampleDay extends Clock {
  override now() {
    return { ...super.now(), on: sampleDay };
  }
}

/** The program on a database, on the sample's day and as a test wants it unless it says otherwise; it listens. */
export async function startApp(url: string, settings: Partial<AppSettings> = {}): Promise<NestFastifyApplication> {
  const app = await createApp({
    url,
    clock: new SampleDay(),
    poolSize: 10,
    preparedStatements: true,
    logLevel: 'silent',
    trustProxy: false,
    rateLimit: 1_000_000,
    tokens: { issuer: 'https://login.example.vn', audience: 'urn:thidua' },
    webhooks: { keys: [Buffer.alloc(32, 1)], anyAddress: false },
    ...settings,
  });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Starts the program on a database of its own for the tests of one file; it remembers so many megabytes of answers. */
export const useApp = (template: 'empty' | 'sample' = 'sample', answerCache = 8): TestApp =>
  useAppOn(async () => ({ database: await cloneDatabase(template), keys: cluster().keys }), { answerCache });

/** The same on a database that the tests make themselves, with the keys of those who ask there. */
export function useAppOn(
  make: () => Promise<Pick<TestApp, 'database' | 'keys'>>,
  settings: Partial<AppSettings> = {},
): TestApp {
  const test = {} as TestApp;
  let begun: string[] = [];
  const excepted = new Set<AuditedType>();
  beforeAll(async () => {
    const { database, keys } = await make();
    const app = await startApp(database.runtimeUrl, settings);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    begun = await heads(admin);
    Object.assign(test, {
      app,
      database,
      admin,
      keys,
      http: () => supertest(app.getHttpServer()),
      exceptFromAudit: (...types) => types.forEach((type) => excepted.add(type)),
      operator: async () => app.get(AccessService).operator(await app.get(RegistryService).everywhere()),
    } satisfies TestApp);
  });
  afterAll(async () => {
    if (!test.app) return;
    const moved = (await heads(test.admin)).filter((head) => !begun.includes(head));
    const { differences } = await audited(test.app, ({ id }) => moved.some((head) => head.startsWith(`${id} `)));
    expect(differences.filter(({ type }) => !excepted.has(type)).slice(0, 10)).toEqual([]);
  });
  afterAll(async () => {
    await test.admin?.end();
    await test.app?.close();
    await test.database?.drop();
  });
  return test;
}

/** Commune and position of each head. */
const heads = async (admin: pg.Client): Promise<string[]> =>
  (await admin.query<{ head: string }>(`select concat(commune_id, ' ', position) as head from commune_head`)).rows.map(
    ({ head }) => head,
  );

/** Rows of communes, of all with the registry by default, held against the journal as the role of the API sees both. */
export async function audited(
  app: NestFastifyApplication,
  chosen: (place: { id: number }) => boolean = () => true,
): Promise<Pick<Audit, 'differences'> & { records: number }> {
  const audits: Audit[] = [];
  for (const place of await app.get(RegistryService).everywhere())
    if (chosen(place)) audits.push(await app.get(AuditService).audit(place));
  const records = audits.flatMap((audit) => Object.values(audit.records)).reduce((sum, count) => sum + count, 0);
  return { records, differences: audits.flatMap(({ differences }) => differences) };
}

/** Expects that every row is as the journal has it, and that one changed by hand is found. */
export async function expectAudited({ app, admin }: Pick<TestApp, 'app' | 'admin'>): Promise<void> {
  const audit = await audited(app);
  expect(audit.differences).toEqual([]);
  expect(audit.records).toBeGreaterThan(100);
  const { rowCount } = await admin.query(`update award set citation = citation || '.'`);
  expect((await audited(app)).differences).toHaveLength(rowCount ?? 0);
  await admin.query('update award set citation = left(citation, -1)');
}

/** Headers of an actor of the sample; no name, no header: the public. */
export const as = (test: TestApp, actor?: string): Record<string, string> =>
  actor === undefined ? {} : { authorization: `Bearer ${test.keys[actor] ?? actor}` };
