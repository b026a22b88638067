import { rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Locks a directory for this process. Gives the function that unlocks it; undefined while another process has the lock.
 * The lock is a local address on which the process listens: the kernel frees it at the end of the process, while a lock
 * file would outlive `kill -9`.
 */
export async function lockDirectory(directory: string): Promise<(() => Promise<void>) | undefined> {
  const { dev, ino } = statSync(directory);
  const address = addressOf(`thidua-${dev}-${ino}`);
  const release = await listen(address);
  if (release || process.platform === 'linux' || process.platform === 'win32' || (await answers(address)))
    return release;
  rmSync(address, { force: true });
  return listen(address);
}

/** Address without a file on Linux and Windows; elsewhere a socket file, on which nobody answers after a kill. */
function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<(() => Promise<void>) | undefined> {
  const server = createServer((caller) => caller.destroy()).unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(() => new Promise((closed) => server.close(() => closed()))));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(address, () => resolve(true)).once('error', () => resolve(false));
    caller.once('connect', () => caller.destroy());
  });
}
