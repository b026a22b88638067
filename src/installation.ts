import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../migrations/all.js';
import { AccessService } from './access/access.service.js';
import { Clock } from './access/clock.js';
import { AppModule } from './app.module.js';
import { bundled } from './catalogue/catalogue.data.js';
import { LoadingService } from './catalogue/loading.service.js';
import { RegistryService } from './communes/registry.service.js';
import { withClient } from './database/client.js';
import { migrate } from './database/migrate.js';
import { demandOwnStatements } from './database/pooler.js';
import {
  stopOnFailure,
  createDatabase,
  runningEmbedded,
  startEmbedded,
  writeAtomically,
  type EmbeddedPostgres,
  type Progress,
} from './embedded/embedded.js';
import { loadSample, sampleDay } from './sample/sample.js';
import type { Settings } from './settings.js';

/** Database of the API: connection of the runtime role, clock of legal dates, and the database server if ours. */
export interface Installation {
  url: string;
  clock: Clock;
  /** Keeps the database server running until `stop`; rejects when it has ended for good. */
  watch(): Promise<void>;
  stop(): Promise<void>;
}

/** Connection of the owner of the tables; `close` ends it. */
export interface OwnerConnection {
  ownerUrl: string;
  clock: Clock;
  embedded?: EmbeddedPostgres;
  close(): Promise<void>;
}

/** Starts and migrates the embedded PostgreSQL of DATA_DIR. A new database gets the sample, and keys.json its keys. */
export async function embeddedInstallation({ dataDir, today }: Settings, progress: Progress): Promise<Installation> {
  const embedded = await startEmbedded(dataDir, {}, progress);
  return stopOnFailure(embedded, async () => {
    await createDatabase(embedded, async (ownerUrl) => {
      progress('creating the tables');
      await migrate(ownerUrl, migrations, embedded.runtimePassword);
      progress('loading the sample: the plan of xã Đức Lạng for 2023, with invented reports and awards');
      writeAtomically(keysFile(dataDir), await withServices(ownerUrl, new Clock(sampleDay), loadSample));
    });
    const clock = await clockOf(embedded, today);
    const done = await migrate(embedded.ownerUrl, migrations, embedded.runtimePassword);
    if (done.length > 0) {
      progress(`migrated the tables (${done.join(', ')}); loading the catalogue of award forms`);
      await withServices(embedded.ownerUrl, clock, loadCatalogue);
    }
    return { url: embedded.runtimeUrl, clock, watch: embedded.watch, stop: embedded.stop };
  });
}

async function loadCatalogue(app: INestApplicationContext): Promise<void> {
  await app
    .get(LoadingService)
    .load(app.get(AccessService).operator(await app.get(RegistryService).everywhere()), bundled, 'PROGRAM');
}

/**
 * Takes the database of DATABASE_URL as it is. Refuses a role that bypasses row-level security, and a pooler that mixes
 * up prepared statements.
 */
export async function externalInstallation(
  url: string,
  { today, preparedStatements }: Pick<Settings, 'today' | 'preparedStatements'>,
): Promise<Installation> {
  const bypasses = await withClient(url, async (client) => {
    const { rows } = await client.query<{ bypasses: boolean }>(
      `select r.rolbypassrls or pg_has_role(d.datdba, 'member')
         or exists (
           select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'member')
         ) as bypasses
       from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
    );
    return rows[0]?.bypasses;
  }).catch((error: Error & { errors?: Error[] }) => {
    throw new Error(`The database of DATABASE_URL cannot be reached: ${error.message || error.errors?.[0]?.message}.`);
  });
  if (bypasses)
    throw new Error(
      'DATABASE_URL connects as the owner of the tables, or as a role that bypasses row-level security: ' +
        'use thidua_runtime.',
    );
  if (preparedStatements) await demandOwnStatements(url);
  return { url, clock: new Clock(today), watch: async () => undefined, stop: async () => undefined };
}

/** Connection of the owner: of the settings, else of the embedded PostgreSQL of DATA_DIR, started if need be. */
export async function ownerConnection({
  ownerDatabaseUrl,
  databaseUrl,
  dataDir,
  today,
}: Settings): Promise<OwnerConnection> {
  if (ownerDatabaseUrl) return { ownerUrl: ownerDatabaseUrl, clock: new Clock(today), close: async () => undefined };
  if (databaseUrl)
    throw new Error(
      'OWNER_DATABASE_URL is not set: this command connects as the owner of the tables, ' +
        'not as the role of DATABASE_URL.',
    );
  const progress: Progress = (line) => process.stderr.write(`${line}\n`);
  const embedded = (await runningEmbedded(dataDir)) ?? (await startEmbedded(dataDir, {}, progress));
  return stopOnFailure(embedded, async () => {
    await createDatabase(embedded, async (ownerUrl) => {
      progress('creating the tables');
      await migrate(ownerUrl, migrations, embedded.runtimePassword);
    });
    return { ownerUrl: embedded.ownerUrl, clock: await clockOf(embedded, today), embedded, close: embedded.stop };
  });
}

/** Runs `work` with the services on the owner's connection, without HTTP: for the operator and the sample. */
export async function withServices<T>(
  ownerUrl: string,
  clock: Clock,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot({ url: ownerUrl, clock, poolSize: 2, preparedStatements: true }),
    { logger: false, abortOnError: false },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** File with the API keys of the sample, by actor. */
export const keysFile = (dataDir: string) => join(dataDir, 'keys.json');

/** Clock that runs on from the first line of the registry's journal: the day of the sample, or of the real start. */
async function clockOf({ ownerUrl }: EmbeddedPostgres, today: string | undefined): Promise<Clock> {
  if (today) return new Clock(today);
  return withClient(ownerUrl, async (client) => {
    await client.query(`set app.reach = '0'`);
    const { rows } = await client.query<{ on: string; at: Date }>(
      'select on_date as "on", at from change where commune_id = 0 and position = 1 and item = 1',
    );
    return new Clock(rows[0]?.on, rows[0]?.at);
  });
}
