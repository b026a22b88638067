import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  checkChange,
  isHash,
  isObject,
  linkOf,
  VerificationError,
  type Change,
  type Head,
  type Header,
  type Link,
  type Sight,
} from './chain.js';
import { checkHidden } from './hidden.js';
import type { Term } from './terms.js';

/** Positions of a pulled folder, each verified. Like `chain.ts` it shares no code with the server. */

/** Content of cursor.json, written last: the pulled files are valid up to these lengths, in bytes. */
export interface Checkpoint {
  cursor?: string;
  head: Head;
  /** Sight of the key; absent before the first position of form 2. */
  sight?: Sight;
  /** Head of the snapshot that the log begins with: up to it the log has the last change of each record alone. */
  from?: Head;
  /** Form of the leaves at the head. */
  form?: 1 | 2;
  logBytes: number;
  chainBytes: number;
  /** Day on which the state was written; units stand as on that day. Absent in folders of version 0.1.0. */
  on?: string;
  /** Later terms of units by id, where there are any. */
  ahead?: Record<string, Term[]>;
}

/** Checkpoint before the first pull. */
export const emptyCheckpoint: Checkpoint = { head: { position: 0, hash: '0'.repeat(64) }, logBytes: 0, chainBytes: 0 };

/** Whole lines between two offsets of a file. Not by `readline`, which splits at more than the line feed. */
export async function* linesOf(path: string, from = 0, to = Infinity): AsyncGenerator<string> {
  if (to <= from) return;
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start: from, end: to - 1 }) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield utf8.decode(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) throw new VerificationError('the last line has no end');
}

/** Parses a line exactly as `pull` writes it: any other spelling of the same JSON counts as altered. */
export function parsed(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (!isObject(value) || JSON.stringify(value) !== line)
    throw new VerificationError('this line was not written by pull');
  return value;
}

/** Runs a check; puts the place in front of the message of an error. */
export async function withLocation<T>(where: () => string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new VerificationError(`${where()}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Position of a folder with the changes that are shown of it, each verified. */
export interface VerifiedPosition extends Head {
  changes: Change[];
  /** Form of the leaves: 1, and 2 from some position on. */
  form: 1 | 2;
  /** Audiences of all changes of form 2, hidden ones included. */
  seen: Header['seen'][];
}

/** Positions of a folder between two checkpoints, in order. Throws `VerificationError`. */
export async function* verifiedPositions(
  folder: string,
  from: Checkpoint,
  to: Checkpoint,
): AsyncGenerator<VerifiedPosition> {
  const chain = linesOf(join(folder, 'chain.ndjson'), from.chainBytes, to.chainBytes);
  const log = linesOf(join(folder, 'log.ndjson'), from.logBytes, to.logBytes);
  const count = { chain: 0, log: 0 };
  const where = (file: 'chain' | 'log') => () => `${file}.ndjson ${from.logBytes > 0 ? 'new ' : ''}line ${count[file]}`;
  let last: Head = from.head;
  let form = from.form ?? 1;

  const nextLink = () =>
    withLocation(where('chain'), async () => {
      count.chain += 1;
      const { value, done } = await chain.next();
      if (done) return undefined;
      const link = parsed(value) as unknown as Link;
      const { position, hash, leaves } = link;
      if (position !== last.position + 1) throw new VerificationError(`position ${last.position + 1} is missing`);
      if (!Array.isArray(leaves) || !leaves.every(isHash) || linkOf(last.hash, position, leaves) !== hash)
        throw new VerificationError('hash before, position and leaves do not give this hash');
      last = { position, hash };
      return link;
    });

  const nextChange = () =>
    withLocation(where('log'), async () => {
      count.log += 1;
      const { value, done } = await log.next();
      return done ? undefined : (parsed(value) as unknown as Change);
    });

  const check = ({ position, leaves }: Link, change: Change, before: Change | undefined) =>
    withLocation(where('log'), () => {
      const { item, leaf } = change;
      if (change.position !== position || item <= (before?.item ?? 0))
        throw new VerificationError('the changes are out of order');
      if (typeof item !== 'number' || leaves[item - 1] !== leaf)
        throw new VerificationError(`the chain has no such leaf at position ${position}, item ${item}`);
      checkChange(change);
    });

  let next = await nextChange();
  for (let link = await nextLink(); link; link = await nextLink()) {
    const { position, hash, hidden } = link;
    const changes: Change[] = [];
    while (next && next.position <= position) {
      await check(link, next, changes.at(-1));
      changes.push(next);
      next = await nextChange();
    }
    if (hidden || changes.some((change) => change.form === 2)) form = 2;
    const checked = link;
    // Up to a snapshot the log leaves out what a later change took the place of, rightly shown or not.
    const sight = to.sight && position <= (to.from?.position ?? 0) ? { ...to.sight, bound: true } : to.sight;
    if (form === 2) await withLocation(where('chain'), () => checkHidden(checked, changes, sight));
    const seen = [...changes, ...(hidden ?? [])].flatMap((each) => each.seen ?? []);
    yield { position, hash, changes, form, seen };
  }
  if (next)
    throw new VerificationError(
      `${where('log')()}: the chain has no such leaf at position ${next.position}, item ${next.item}`,
    );
  if (last.position !== to.head.position || last.hash !== to.head.hash)
    throw new VerificationError(
      `the chain ends at ${last.position} ${last.hash}, the head is ${to.head.position} ${to.head.hash}`,
    );
}
