import { setImmediate } from 'node:timers/promises';

/** Items worked on before other requests have their turn: some milliseconds. */
const atOnce = 200;

/** Does work on many items, so many at once, and lets other requests have their turn in between. */
export async function eachInTurn<Item>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<void> | void,
  size = atOnce,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await setImmediate();
    await work(items.slice(start, start + size));
  }
}
