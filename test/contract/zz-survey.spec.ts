import { tryBadInput } from '../bad-input/trial.js';
import pg from 'pg';
import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { createApp } from '../../src/app.js';
import { sampleDay } from '../../src/sample/sample.js';
import { cloneDatabase, cluster } from '../cluster.js';
it('survey', async () => {
  const database = await cloneDatabase('sample');
  const app = await createApp({ url: database.runtimeUrl, clock: new Clock(sampleDay), poolSize: 10, preparedStatements: true, logLevel: 'error', trustProxy: false, rateLimit: 1_000_000 } as never);
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const test: any = { app, database, admin, keys: cluster().keys, http: () => supertest(app.getHttpServer()) };
  const t = Date.now();
  const { counts, neverThrough } = await tryBadInput(test, { runs: Number(process.env.SURVEY), seed: Number(process.env.SEED ?? 20231215) });
  (await import('node:fs')).writeFileSync('/tmp/survey.out', JSON.stringify({ ms: Date.now() - t, neverThrough, counts: Object.fromEntries([...counts].sort()) }, null, 1));
  await admin.end(); await app.close(); await database.drop();
}, 300000);
