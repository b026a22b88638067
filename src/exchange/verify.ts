import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Checks what `pull` has kept against the chain. Written from the bytes of docs/contract.md "The feed" alone: it shares no
 * code with the server, and whoever does not trust it can write another from the same page.
 */

export interface Head {
  position: number;
  hash: string;
}

/** One line of log.ndjson: a change as the feed gave it. */
export interface Change extends Record<string, unknown> {
  position: number;
  item: number;
  op: 'UPSERT' | 'REMOVED';
  type: string;
  id: string;
  data?: Record<string, unknown>;
  leaf: string;
  personal?: Record<string, { salt: string; value: unknown }>;
}

/** One line of chain.ndjson: a position with all its leaves, those of hidden changes included. */
export interface Link extends Head {
  leaves: string[];
}

/** cursor.json, written last: how far the folder holds. */
export interface Kept {
  cursor?: string;
  head: Head;
  logBytes: number;
  chainBytes: number;
}

/** By type and id, the newest record as a line of state/<type>.ndjson. */
export type State = Map<string, Map<string, string>>;

/** Something does not verify; the message says what and where. */
export class Broken extends Error {}

export const nothing: Kept = { head: { position: 0, hash: '0'.repeat(64) }, logBytes: 0, chainBytes: 0 };

/** Commune keys and record types, which become names of files. */
export const isName = (text: unknown): text is string =>
  typeof text === 'string' && /^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$/.test(text);

const isHash = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const sha256 = (...parts: (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** JSON in its canonical form (RFC 8785): members sorted by UTF-16 units, nothing between them. */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${jcs(value[name])}`);
  return `{${members.join(',')}}`;
}

const inLeaf = ['op', 'kind', 'type', 'id', 'version', 'on', 'at', 'actor', 'reason', 'data'];
const members = new Set([...inLeaf, 'position', 'item', 'leaf', 'personal']);

/** sha256(0x00 ‖ JCS(what the leaf covers)). */
export const leafOf = (change: Readonly<Record<string, unknown>>): string =>
  sha256(
    Buffer.of(0),
    jcs(Object.fromEntries(inLeaf.filter((name) => name in change).map((name) => [name, change[name]]))),
  );

/** sha256(salt ‖ JCS(value)). */
export const commitmentOf = (salt: string, value: unknown): string => sha256(bytes(salt), jcs(value));

/** sha256(0x01 ‖ previous hash ‖ uint64be(position) ‖ leaves). */
export function linkOf(previous: string, position: number, leaves: readonly string[]): string {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.of(1), bytes(previous), place, ...leaves.map(bytes));
}

/** The member a JSON pointer names, as its holder and its name there. */
function place(item: object, pointer: string): { holder: Record<string, unknown>; name: string } | undefined {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = names.pop() ?? '';
  let holder: unknown = item;
  for (const each of names) holder = isObject(holder) && Object.hasOwn(holder, each) ? holder[each] : undefined;
  return isObject(holder) && Object.hasOwn(holder, name) ? { holder, name } : undefined;
}

/** Checks one change by itself: its content against its leaf, every personal value against its commitment. */
export function checkChange(change: Change): void {
  const strange = Object.keys(change).find((name) => !members.has(name));
  if (strange !== undefined) throw new Broken(`"${strange}" is no member of a change`);
  if (leafOf(change) !== change.leaf) throw new Broken('the content does not give its leaf');
  if (!isName(change.type) || typeof change.id !== 'string') throw new Broken('type or id is not in order');
  for (const [pointer, personal] of Object.entries(change.personal ?? {})) {
    const at = place(change, pointer);
    const committed = at?.holder[at.name];
    const whole =
      isObject(personal) &&
      Object.keys(personal).sort().join() === 'salt,value' &&
      /^[0-9a-f]{32}$/.test(personal.salt);
    if (!whole || !isObject(committed) || committed['#'] !== commitmentOf(personal.salt, personal.value))
      throw new Broken(`the personal value ${pointer} does not give its commitment`);
  }
}

/** What a change makes of the state: the newest record, personal values put where their commitments stood. */
export function apply(state: State, { op, type, id, data, personal = {} }: Change): void {
  const records = state.get(type) ?? new Map<string, string>();
  state.set(type, records);
  if (op === 'REMOVED') return void records.delete(id);
  const whole = structuredClone({ data });
  for (const [pointer, { value }] of Object.entries(personal)) {
    const at = place(whole, pointer);
    if (at) at.holder[at.name] = value;
  }
  records.set(id, JSON.stringify(whole.data));
}

/** The lines of state/<type>.ndjson: by id. */
export const stateLines = (records: ReadonlyMap<string, string>): string[] =>
  [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);

/** The lines of a stretch of a file, whole ones only. Not `readline`: it takes more than the line feed for an end. */
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
  if (rest.length > 0) throw new Broken('the last line has no end');
}

/** Reads a line that stands as `pull` writes it; any other spelling of the same JSON is a change, too. */
function parsed(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (!isObject(value) || JSON.stringify(value) !== line) throw new Broken('this line was not written by pull');
  return value;
}

/** Runs a check of one place; whatever goes wrong there is told with the place. */
async function at<T>(where: () => string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new Broken(`${where()}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Checks a stretch of what a folder holds, link by link, and gives its changes in order. Throws `Broken`. */
export async function* walk(folder: string, from: Kept, to: Kept): AsyncGenerator<Change> {
  const chain = linesOf(join(folder, 'chain.ndjson'), from.chainBytes, to.chainBytes);
  const log = linesOf(join(folder, 'log.ndjson'), from.logBytes, to.logBytes);
  let link: Link = { ...from.head, leaves: [] };
  let last = { position: from.head.position, item: Infinity };
  const count = { chain: 0, log: 0 };
  const where = (file: 'chain' | 'log') => () => `${file}.ndjson ${from.logBytes > 0 ? 'new ' : ''}line ${count[file]}`;

  const nextLink = () =>
    at(where('chain'), async () => {
      count.chain += 1;
      const { value, done } = await chain.next();
      if (done) return false;
      const { position, hash, leaves } = parsed(value) as unknown as Link;
      if (position !== link.position + 1) throw new Broken(`position ${link.position + 1} is missing`);
      if (!Array.isArray(leaves) || !leaves.every(isHash) || linkOf(link.hash, position, leaves) !== hash)
        throw new Broken('hash before, position and leaves do not give this hash');
      link = { position, hash, leaves };
      return true;
    });

  const nextChange = () =>
    at(where('log'), async () => {
      count.log += 1;
      const { value, done } = await log.next();
      if (done) return undefined;
      const change = parsed(value) as unknown as Change;
      const { position, item, leaf } = change;
      if (position < last.position || (position === last.position && item <= last.item))
        throw new Broken('the changes are out of order');
      while (link.position < position && (await nextLink()));
      if (link.position !== position || typeof item !== 'number' || link.leaves[item - 1] !== leaf)
        throw new Broken(`the chain has no such leaf at position ${position}, item ${item}`);
      checkChange(change);
      last = { position, item };
      return change;
    });

  for (let change = await nextChange(); change; change = await nextChange()) yield change;
  while (await nextLink());
  if (link.position !== to.head.position || link.hash !== to.head.hash)
    throw new Broken(
      `the chain ends at ${link.position} ${link.hash}, the head is ${to.head.position} ${to.head.hash}`,
    );
}

export interface Verified {
  commune: string;
  changes: number;
  head: Head;
  /** What is wrong, with file and line; absent when all is in order. */
  broken?: string;
}

/** Checks every folder of a directory that `pull` filled; of each it tells the first thing that is wrong. */
export async function verify(dir: string): Promise<Verified[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const verified: Verified[] = [];
  for (const commune of folders.sort()) verified.push(await verifyFolder(join(dir, commune), commune));
  return verified;
}

async function verifyFolder(folder: string, commune: string): Promise<Verified> {
  let changes = 0;
  let head = nothing.head;
  try {
    const kept = (await at(
      () => 'cursor.json',
      async () => parsed((await readFile(join(folder, 'cursor.json'), 'utf8')).replace(/\n$/, '')),
    )) as unknown as Kept;
    head = kept.head;
    for (const [file, size] of [
      ['log.ndjson', kept.logBytes],
      ['chain.ndjson', kept.chainBytes],
    ] as const) {
      const found = (await stat(join(folder, file))).size;
      if (found !== size)
        throw new Broken(`${file}: ${found} bytes, cursor.json says ${size}; the next pull removes what is too much`);
    }
    const state: State = new Map();
    for await (const change of walk(folder, nothing, kept)) {
      apply(state, change);
      changes += 1;
    }
    await checkState(join(folder, 'state'), state);
    return { commune, changes, head };
  } catch (error) {
    return { commune, changes, head, broken: `${commune}/${error instanceof Error ? error.message : String(error)}` };
  }
}

async function checkState(folder: string, state: State): Promise<void> {
  const files = [...new Set([...(await readdir(folder)), ...[...state.keys()].map((type) => `${type}.ndjson`)])].sort();
  for (const file of files) {
    const records = state.get(file.replace(/\.ndjson$/, ''));
    if (!records) throw new Broken(`state/${file}: nothing in the log is of this type`);
    const expected = stateLines(records);
    let line = 0;
    await at(
      () => `state/${file} line ${line + 1}`,
      async () => {
        for await (const text of linesOf(join(folder, file))) {
          if (text !== expected[line]) throw new Broken('this is not the record as the log leaves it');
          line += 1;
        }
        if (line < expected.length) throw new Broken('a record of the log is missing');
      },
    );
  }
}
