import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusals.js';
import type { Printed, ToPrint } from './printing-thread.js';

/** Papers that may wait for the thread, and milliseconds without work after which it ends. */
const most = { waiting: 16, idle: 60_000 };

interface Waiting {
  resolve: (bytes: Buffer) => void;
  reject: (error: Error) => void;
}

/** The thread that makes files of papers: begun for the first paper, it ends when there is nothing to do. */
let thread: { worker: Worker; waiting: Map<number, Waiting>; idle?: NodeJS.Timeout } | undefined;
let last = 0;

/** A paper as a file of a type. Refusal: OVERLOADED while too many others wait. */
export function printed(asked: Omit<ToPrint, 'id'>): Promise<Buffer> {
  thread ??= begun();
  const { worker, waiting, idle } = thread;
  if (waiting.size >= most.waiting) throw new Refusal('OVERLOADED');
  clearTimeout(idle);
  const id = (last += 1);
  return new Promise<Buffer>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ ...asked, id } satisfies ToPrint);
  });
}

function begun(): NonNullable<typeof thread> {
  const worker = new Worker(new URL('./printing-thread.js', import.meta.url));
  const own: NonNullable<typeof thread> = { worker, waiting: new Map() };
  // A program that ends waits for no paper.
  worker.unref();
  worker.on('message', (message: Printed) => {
    const { resolve, reject } = own.waiting.get(message.id) ?? {};
    own.waiting.delete(message.id);
    if ('bytes' in message) resolve?.(Buffer.from(message.bytes));
    else reject?.(message.error);
    if (own.waiting.size === 0) own.idle = setTimeout(() => void worker.terminate(), most.idle).unref();
  });
  const ended = (error: Error) => {
    if (thread === own) thread = undefined;
    for (const { reject } of own.waiting.values()) reject(error);
    own.waiting.clear();
  };
  worker.on('error', ended);
  worker.on('exit', () => ended(new Error('The thread that prints has ended.')));
  return own;
}

/** Ends the thread; papers that wait are not made. */
export const endPrinting = async (): Promise<void> => void (await thread?.worker.terminate());
