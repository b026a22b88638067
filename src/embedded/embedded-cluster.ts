import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '../database/client.js';
import type { Account } from './embedded-paths.js';

/** Settings of the server, by name. */
export type Flags = Readonly<Record<string, string>>;

/** PostgreSQL database cluster: its directory, and the server on it, by the programs in `bin` and as `account`. */
export class Cluster {
  constructor(
    private readonly bin: string,
    private readonly directory: string,
    private readonly account: Account | undefined,
  ) {}

  /** Whether initdb has completed here. */
  exists(): boolean {
    return existsSync(join(this.directory, 'PG_VERSION'));
  }

  /** Runs initdb under another name, then renames: a start killed half-way leaves no half cluster. */
  async initialise(password: string): Promise<void> {
    const prefix = `${basename(this.directory)}.unfinished-`;
    const beside = dirname(this.directory);
    for (const left of readdirSync(beside).filter((name) => name.startsWith(prefix)))
      rmSync(join(beside, left), { recursive: true, force: true, maxRetries: 10 });
    const unfinished = join(beside, `${prefix}${randomBytes(6).toString('hex')}`);
    mkdirSync(unfinished, { mode: 0o700 });
    const passwordFile = join(unfinished, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (this.account)
      for (const path of [unfinished, passwordFile]) chownSync(path, this.account.uid, this.account.gid);
    const whole = join(unfinished, 'cluster');
    await this.run(
      'initdb',
      `--pgdata=${whole}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    );
    renameSync(whole, this.directory);
    rmSync(unfinished, { recursive: true, force: true });
  }

  /** Port of the server: of an orphan server that answers, else of a server started now with these flags. */
  async start(password: string, flags: Flags): Promise<number> {
    // The child processes of a killed server end after a moment; a server just started answers after a moment.
    for (let tries = 40; tries > 0; tries--) {
      const port = await this.startOnce(password, flags);
      if (port) return port;
      await delay(250);
    }
    throw new Error(`PostgreSQL did not start; ${this.logTail()}`);
  }

  /** One attempt of `start`; undefined when it has failed, or the server is still starting. */
  async startOnce(password: string, flags: Flags): Promise<number | undefined> {
    const found = portOf(this.directory);
    const answer = found ? await probe(found, password) : 'silent';
    if (answer === 'up') return found;
    return answer === 'silent' ? this.launch(flags).catch(() => undefined) : undefined;
  }

  /** Stops the server by `pg_ctl -m fast`. */
  async stop(): Promise<void> {
    await this.run('pg_ctl', '-D', this.directory, '-m', 'fast', '-w', 'stop').catch(() => undefined);
  }

  private async launch(flags: Flags): Promise<number> {
    this.removeStalePidFile();
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(await freePort()),
      timezone: 'UTC',
      ...flags,
    };
    const options = Object.entries(settings)
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(' ');
    await this.run(
      'pg_ctl',
      '-D',
      this.directory,
      '-w',
      '-t',
      '60',
      '-l',
      join(this.directory, 'server.log'),
      '-o',
      options,
      'start',
    );
    return Number(settings.port);
  }

  /** Removes postmaster.pid of a crashed server whose process id now belongs to another program. */
  private removeStalePidFile(): void {
    const pid = pidFileLines(this.directory)?.[0];
    if (pid && existsSync(`/proc/${pid}`) && dataDirectoryOf(pid) !== realpathSync(this.directory))
      rmSync(join(this.directory, 'postmaster.pid'), { force: true });
  }

  /** Runs in a session of its own: Ctrl-C at a terminal reaches only this program, which then stops PostgreSQL. */
  private run(program: string, ...args: string[]): Promise<void> {
    const env = { ...process.env, LC_ALL: 'C', PGUSER: undefined, PGPORT: undefined, PGDATA: undefined };
    const child = spawn(join(this.bin, program), args, {
      ...this.account,
      env,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`${program} failed: ${output.trim()}`)),
      );
    });
  }

  /** End of the server's log, as the end of a sentence. */
  logTail(): string {
    const log = (read(join(this.directory, 'server.log')) ?? '(none)').trim().split('\n');
    return `end of its log:\n${log.slice(-6).join('\n')}`;
  }
}

/** Port in the postmaster.pid of a directory. */
export function portOf(directory: string): number | undefined {
  return Number(pidFileLines(directory)?.[3]) || undefined;
}

const pidFileLines = (directory: string) => read(join(directory, 'postmaster.pid'))?.split('\n');

/** Data directory of a running postgres process. */
function dataDirectoryOf(pid: string): string | undefined {
  const words = read(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  const directory = words[words.indexOf('-D') + 1] ?? '';
  return existsSync(directory) ? realpathSync(directory) : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function probe(port: number, password: string): Promise<'up' | 'starting' | 'silent'> {
  const startingUpOrEnding = '57P03';
  return withClient(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, async () => 'up' as const).catch(
    (error: { code?: string }) => (error.code === startingUpOrEnding ? 'starting' : 'silent'),
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
