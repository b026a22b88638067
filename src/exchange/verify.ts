import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkChange,
  isHash,
  isObject,
  linkOf,
  memberAt,
  recordOf,
  VerificationError,
  type Change,
  type Head,
  type Link,
  type Sight,
} from './chain.js';
import { checkHidden } from './hidden.js';

/** Verification of pulled folders. Like `chain.ts` it shares no code with the server. */

/** Content of cursor.json, written last: the pulled files are valid up to these lengths, in bytes. */
export interface Checkpoint {
  cursor?: string;
  head: Head;
  /** Sight of the key; absent before the first position of form 2. */
  sight?: Sight;
  /** Form of the leaves at the head. */
  form?: 1 | 2;
  logBytes: number;
  chainBytes: number;
}

/** Newest record by type and id, each as its line of state/<type>.ndjson. */
export type State = Map<string, Map<string, string>>;

/** Checkpoint before the first pull. */
export const emptyCheckpoint: Checkpoint = { head: { position: 0, hash: '0'.repeat(64) }, logBytes: 0, chainBytes: 0 };

/** Applies a change to the state: the newest record, with personal values in the place of their commitments. */
export function apply(state: State, change: Change): void {
  const { op, type, data, personal = {} } = change;
  const id = recordOf(change);
  const records = state.get(type) ?? new Map<string, string>();
  state.set(type, records);
  if (op === 'REMOVED') return void records.delete(id);
  const whole = structuredClone({ data });
  for (const [pointer, { value }] of Object.entries(personal)) {
    const at = memberAt(whole, pointer);
    if (at) at.holder[at.name] = value;
  }
  records.set(id, JSON.stringify(whole.data));
}

/** Lines of state/<type>.ndjson, sorted by id. */
export const stateLines = (records: ReadonlyMap<string, string>): string[] =>
  [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);

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
function parsed(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (!isObject(value) || JSON.stringify(value) !== line)
    throw new VerificationError('this line was not written by pull');
  return value;
}

/** Runs a check; puts the place in front of the message of an error. */
async function withLocation<T>(where: () => string, check: () => T | Promise<T>): Promise<T> {
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
    if (form === 2) await withLocation(where('chain'), () => checkHidden(checked, changes, to.sight));
    yield { position, hash, changes, form };
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

/** Verification of one commune's folder. */
export interface VerificationResult {
  commune: string;
  changes: number;
  head: Head;
  /** Sight of the key, as the server said. */
  sight?: Sight;
  /** First error, with file and line; absent when the folder verifies. */
  failure?: string;
}

/** Verifies every folder of a directory that `pull` has filled, and gives the first error of each. */
export async function verify(dir: string): Promise<VerificationResult[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const verified: VerificationResult[] = [];
  for (const commune of folders.sort()) verified.push(await verifyFolder(join(dir, commune), commune));
  return verified;
}

async function verifyFolder(folder: string, commune: string): Promise<VerificationResult> {
  let changes = 0;
  let head = emptyCheckpoint.head;
  try {
    const checkpoint = (await withLocation(
      () => 'cursor.json',
      async () => parsed((await readFile(join(folder, 'cursor.json'), 'utf8')).replace(/\n$/, '')),
    )) as unknown as Checkpoint;
    head = checkpoint.head;
    const { sight } = checkpoint;
    for (const [file, size] of [
      ['log.ndjson', checkpoint.logBytes],
      ['chain.ndjson', checkpoint.chainBytes],
    ] as const) {
      const found = (await stat(join(folder, file))).size;
      if (found !== size)
        throw new VerificationError(
          `${file}: ${found} bytes, cursor.json says ${size}; the next pull removes what is too much`,
        );
    }
    const state: State = new Map();
    for await (const position of verifiedPositions(folder, emptyCheckpoint, checkpoint)) {
      for (const change of position.changes) apply(state, change);
      changes += position.changes.length;
    }
    await checkState(join(folder, 'state'), state);
    return { commune, changes, head, ...(sight && { sight }) };
  } catch (error) {
    return { commune, changes, head, failure: `${commune}/${error instanceof Error ? error.message : String(error)}` };
  }
}

async function checkState(folder: string, state: State): Promise<void> {
  const files = [...new Set([...(await readdir(folder)), ...[...state.keys()].map((type) => `${type}.ndjson`)])].sort();
  for (const file of files) {
    const records = state.get(file.replace(/\.ndjson$/, ''));
    if (!records) throw new VerificationError(`state/${file}: the log has no record of this type`);
    const expected = stateLines(records);
    let line = 0;
    await withLocation(
      () => `state/${file} line ${line + 1}`,
      async () => {
        for await (const text of linesOf(join(folder, file))) {
          if (text !== expected[line]) throw new VerificationError('this is not the newest record of the log');
          line += 1;
        }
        if (line < expected.length) throw new VerificationError('a record of the log is missing');
      },
    );
  }
}
