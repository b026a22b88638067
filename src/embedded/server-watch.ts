import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Server to watch: `startOnce` tells whether the server runs after one attempt. */
export interface WatchedServer {
  url: string;
  startOnce(): Promise<boolean>;
  /** Receives one line when the server has ended, and when it runs again. */
  progress(line: string): void;
}

/** Milliseconds before each attempt to start a server again: a minute in all. */
const minute = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

/**
 * Starts a server again, with growing pauses, whenever it ends. Resolves after `stopped`; rejects when the last attempt
 * has failed.
 */
export async function watchServer(
  { url, startOnce, progress }: WatchedServer,
  stopped: AbortSignal,
  pauses: readonly number[] = minute,
): Promise<void> {
  while (!stopped.aborted) {
    await endOf(url, stopped);
    if (stopped.aborted) return;
    progress('PostgreSQL has ended; starting it again');
    if (!(await startAgain(startOnce, stopped, pauses)))
      throw new Error(`PostgreSQL has ended, and ${pauses.length} attempts to start it again have failed`);
    if (!stopped.aborted) progress('PostgreSQL runs again');
  }
}

/** Resolves when a connection to the server ends: on each end of the server, whoever its parent process is. */
function endOf(url: string, stopped: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'thidua watch' });
  return new Promise((resolve) => {
    const end = () => void client.end().catch(() => undefined);
    client
      .on('error', () => undefined)
      .once('end', () => {
        stopped.removeEventListener('abort', end);
        resolve();
      });
    client.connect().catch(() => resolve());
    stopped.addEventListener('abort', end);
  });
}

async function startAgain(
  startOnce: () => Promise<boolean>,
  stopped: AbortSignal,
  pauses: readonly number[],
): Promise<boolean> {
  for (const pause of pauses) {
    await delay(pause, undefined, { signal: stopped }).catch(() => undefined);
    if (stopped.aborted || (await startOnce())) return true;
  }
  return false;
}
