import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a fact holds, asked every so many milliseconds; fails when it does not hold within a minute. */
export async function until(fact: () => unknown, every = 10): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(every)) if (await fact()) return;
  throw new Error(`It did not come true: ${fact.toString()}`);
}
