import { rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Takes a directory for this process and gives what lets it go, or undefined when a living process has it. The claim
 * is an address listened on: the kernel frees it however the process ends, where a file would outlive a kill -9.
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

/** Linux and Windows have names without a file; elsewhere a socket file is left by who was killed, and nobody answers on it. */
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
