import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { migrations } from '../migrations/all.js';
import { Clock } from './access/clock.js';
import { createApp } from './app.js';
import { AppModule } from './app.module.js';
import { makeDatabase, startEmbedded, type Embedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { loadSample, sampleDay } from './sample/sample.js';
import type { Settings } from './settings.js';

/** Where the owner of the data is reached, and what to do when done with it. */
export interface OwnerConnection {
  ownerUrl: string;
  embedded?: Embedded;
  done(): Promise<void>;
}

/** The owner's connection: from the settings, else the embedded PostgreSQL of DATA_DIR, started for the moment if it does not run. */
export async function owner(settings: Settings): Promise<OwnerConnection> {
  if (settings.ownerDatabaseUrl) return { ownerUrl: settings.ownerDatabaseUrl, done: async () => undefined };
  if (settings.databaseUrl) throw new Error('OWNER_DATABASE_URL is not set: this needs the owner of the tables, not the role of DATABASE_URL.');
  const embedded = await startEmbedded(settings.dataDir);
  await makeDatabase(embedded, (ownerUrl) => migrate(ownerUrl, migrations, embedded.runtimePassword).then(() => undefined));
  return { ownerUrl: embedded.ownerUrl, embedded, done: () => (embedded.adopted ? Promise.resolve() : embedded.stop()) };
}

/** The services, on the owner's connection, for the operator and the sample. No HTTP. */
export async function withServices<T>(ownerUrl: string, clock: Clock, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.connected({ url: ownerUrl, clock, poolSize: 2, preparedStatements: true }), { logger: false, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Serves until a signal. Resolves when it listens. */
export async function serve(settings: Settings): Promise<void> {
  const { url, clock, stop } = settings.databaseUrl ? await given(settings, settings.databaseUrl) : await embeddedWithSample(settings);
  const app = await createApp({ ...settings, url, clock });
  const end = async () => {
    await app.close();
    await stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void end());
  process.once('SIGINT', () => void end());
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close();
    await stop();
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new Error(`Port ${settings.port} of ${settings.host} is taken: set PORT to another.`);
    throw error;
  }
  const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  if (!settings.databaseUrl) console.log(firstSteps(address, join(settings.dataDir, 'keys.json')));
  console.log(`ready ${address}`);
}

async function given(settings: Settings, url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ mighty: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid and c.relname = 'change') as mighty
       from pg_roles r where r.rolname = current_user`,
    );
    if (rows[0]?.mighty) throw new Error('DATABASE_URL is the owner of the tables, or a role that row-level security does not bind: the API runs as thidua_runtime.');
  } finally {
    await client.end();
  }
  return { url, clock: new Clock(settings.today), stop: async () => undefined };
}

async function embeddedWithSample(settings: Settings) {
  const embedded = await startEmbedded(settings.dataDir);
  const release = await claim(embedded, settings.dataDir);
  const today = settings.today ?? sampleDay;
  const keysFile = join(settings.dataDir, 'keys.json');
  await makeDatabase(embedded, async (ownerUrl) => {
    await migrate(ownerUrl, migrations, embedded.runtimePassword);
    const keys = await withServices(ownerUrl, new Clock(today), loadSample);
    rmSync(keysFile, { force: true });
    writeFileSync(keysFile, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  });
  await migrate(embedded.ownerUrl, migrations, embedded.runtimePassword);
  const clock = new Clock(today, settings.today ? undefined : await sampleLoadedAt(embedded));
  const stop = async () => {
    await release();
    await embedded.stop();
  };
  return { url: embedded.runtimeUrl, clock, stop };
}

/** When the sample was loaded: its first change in the registry's journal. */
async function sampleLoadedAt({ ownerUrl }: Embedded): Promise<Date | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set app.reach = '0'`);
    const { rows } = await client.query<{ at: Date }>('select at from change where commune_id = 0 and position = 1 and item = 1');
    return rows[0]?.at;
  } finally {
    await client.end();
  }
}

/** One API per data directory: held by a lock of a session of ours, so it goes when the process goes, however it goes. */
async function claim({ adminUrl }: Embedded, dataDir: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(7410230002) as ours');
  if (!rows[0]?.ours) {
    await client.end();
    throw new Error(`Another API serves ${dataDir}: stop it, or set DATA_DIR to another directory.`);
  }
  return () => client.end().catch(() => undefined);
}

function firstSteps(address: string, keysFile: string): string {
  const key = (name: string) => `$(node -p "require('${keysFile}').${name}")`;
  const query = '{ communes { nodes { key plan(key: \\"2023\\") { title indicators(first: 3) { nodes { code target } } } } } }';
  return [
    `page      ${address}/`,
    `REST      curl -s -H "Authorization: Bearer ${key('district')}" ${address}/v1/communes`,
    `GraphQL   curl -s -H "Authorization: Bearer ${key('district')}" -H 'content-type: application/json' ${address}/graphql -d '{"query":"${query}"}'`,
  ].join('\n');
}

