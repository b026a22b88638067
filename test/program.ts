import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from './until.js';

export interface Ended {
  code: number | null;
  signal: string | null;
}

/** The program as `npm start` runs it, in a process group of its own as a terminal makes it. */
export interface Program {
  pid: number;
  stdout: string;
  stderr: string;
  ended: Promise<Ended>;
  /** Resolves with what stands after `ready ` on the ready line; fails when the program ends before. */
  ready(): Promise<string>;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
  /** As Ctrl-C at a terminal under `npm start`: the whole group hears it, and npm hands it on. */
  interrupt(): Promise<Ended>;
}

export interface Programs {
  dataDir: string;
  start(env?: Readonly<Record<string, string>>, account?: { uid: number; gid: number }): Program;
}

/**
 * Programs on a data directory, for the tests of one file. It is a temporary one of the mode given, or one `below` it
 * that the program has to make. What still runs at the end is killed, and all is removed.
 */
export function usePrograms(below = '', mode = 0o755): Programs {
  const temporary = join(tmpdir(), `thidua-start-${randomBytes(6).toString('hex')}`);
  const dataDir = join(temporary, below);
  beforeAll(() => {
    mkdirSync(temporary);
    chmodSync(temporary, mode);
  });
  const running = new Set<Program>();
  afterAll(async () => {
    for (const program of running) await program.stop('SIGKILL');
    await removeData(dataDir);
    rmSync(temporary, { recursive: true, force: true });
  });
  return {
    dataDir,
    start(env, account) {
      const program = start({ DATA_DIR: dataDir, ...env }, account);
      running.add(program);
      void program.ended.then(() => running.delete(program));
      return program;
    },
  };
}

/** Where the account of PostgreSQL may go, too. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'thidua-start-'));
  chmodSync(directory, 0o755);
  return directory;
}

export function start(env: Readonly<Record<string, string>>, account?: { uid: number; gid: number }): Program {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    ...account,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const program: Program = {
    pid,
    stdout: '',
    stderr: '',
    ended,
    async ready() {
      for (;;) {
        const address = /^ready (.+)\n/m.exec(program.stdout)?.[1];
        if (address) return address;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`ended before it was ready: ${program.stderr}`);
        await delay(20);
      }
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    async interrupt() {
      process.kill(-pid, 'SIGINT');
      await heard(pid);
      child.kill('SIGINT');
      return ended;
    },
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (program.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (program.stderr += text));
  return program;
}

/** The process id of the PostgreSQL that serves a data directory, while it lives. */
export function postmaster(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 0 && lives(pid) ? pid : undefined;
}

export function lives(pid: number): boolean {
  // One that was killed and whose parent has not yet looked is dead as well.
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  return status !== '' && !/^State:\s*Z/m.test(status);
}

/** Resolves when no signal waits for a process any more: of two that wait at once one is lost. */
export const heard = (pid: number): Promise<void> =>
  until(() => !lives(pid) || /^ShdPnd:\s*0+$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')));

export async function kill(pid: number | undefined): Promise<void> {
  if (!pid) throw new Error('There is nothing to kill.');
  process.kill(pid, 'SIGKILL');
  await until(() => !lives(pid));
}

export async function removeData(dataDir: string): Promise<void> {
  const pid = postmaster(dataDir);
  if (pid) await kill(pid);
  const cluster = join(dataDir, 'postgres');
  const target = existsSync(dataDir) && linkTarget(cluster);
  // A killed server's children write for a moment more.
  for (const path of [target, dataDir]) if (path) rmSync(path, { recursive: true, force: true, maxRetries: 10 });
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

export const keysOf = (dataDir: string): Record<string, string> =>
  JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'));

/** One request; the body is told as JSON where it is JSON. */
export async function ask(
  url: string,
  key?: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: any }> {
  const response = await fetch(url, {
    ...init,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...init.headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
  };
}
