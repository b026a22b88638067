import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { AccessService } from '../src/access/access.service.js';
import type { Caller } from '../src/access/caller.js';
import { Clock } from '../src/access/clock.js';
import { createApp, type AppSettings } from '../src/app.js';
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
  beforeAll(async () => {
    const { database, keys } = await make();
    const app = await startApp(database.runtimeUrl, settings);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    Object.assign(test, {
      app,
      database,
      admin,
      keys,
      http: () => supertest(app.getHttpServer()),
      operator: async () => app.get(AccessService).operator(await app.get(RegistryService).everywhere()),
    } satisfies TestApp);
  });
  afterAll(async () => {
    await test.admin?.end();
    await test.app?.close();
    await test.database?.drop();
  });
  return test;
}

/** Headers of an actor of the sample; no name, no header: the public. */
export const as = (test: TestApp, actor?: string): Record<string, string> =>
  actor === undefined ? {} : { authorization: `Bearer ${test.keys[actor] ?? actor}` };
