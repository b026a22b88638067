import { createHash } from 'node:crypto';

/**
 * Bytes of the chain and checks of one change, written only from docs/contract.md, "The feed". `verify.ts` and what it
 * imports share no code with the server: a reader who trusts neither can write another verifier from that page.
 */

/** Position of a commune's journal, and the hash over everything up to it (64 hexadecimal digits). */
export interface Head {
  position: number;
  hash: string;
}

export const audiences = ['INSIDE', 'SUPERIOR', 'PUBLIC'] as const;
export type Audience = (typeof audiences)[number];

/** Header of a leaf of form 2: the part that is told of a hidden change, too. */
export interface Header {
  op: 'UPSERT' | 'REMOVED';
  /** Audience before and after the change; null: none. */
  seen: { before: Audience | null; after: Audience | null };
}

/** Line of log.ndjson: a change as the feed gave it. Version 0.1.0 gave `id` in place of `recordId`, and no `form`. */
export interface Change extends Record<string, unknown> {
  position: number;
  item: number;
  form?: 1 | 2;
  op: Header['op'];
  seen?: Header['seen'];
  type: string;
  recordId?: string;
  id?: string;
  version: number;
  at: string;
  data?: Record<string, unknown>;
  leaf: string;
  personal?: Record<string, { salt: string; value: unknown }>;
}

/** Hidden change of form 2: all of its leaf but the content. */
export interface Hidden extends Header {
  item: number;
  /** Hash of the content. */
  content: string;
}

/** Line of chain.ndjson: a position with all its leaves, and its hidden changes of form 2. */
export interface Link extends Head {
  leaves: string[];
  hidden?: Hidden[];
}

/** Audience that a server gives a key, and whether the key is bound to a unit: what else may be hidden from it. */
export interface Sight {
  sees: Audience;
  bound: boolean;
}

/** Error of a check; the message says what does not verify, and where. */
export class VerificationError extends Error {}

/** Whether a text is a commune key or record type that can be the name of a file. */
export const isName = (text: unknown): text is string =>
  typeof text === 'string' && /^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$/.test(text);

export const isHash = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const sha256 = (...parts: (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space. */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${jcs(value[name])}`);
  return `{${members.join(',')}}`;
}

const contentMembers = ['kind', 'type', 'recordId', 'version', 'on', 'at', 'actor', 'reason', 'data'];
const olderMembers = ['op', ...contentMembers.filter((name) => name !== 'recordId')];
const members = new Set([
  ...contentMembers,
  ...olderMembers,
  'id',
  'position',
  'item',
  'form',
  'seen',
  'leaf',
  'personal',
]);
const pick = (change: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(change).filter(([name]) => names.includes(name)));

/** Leaf of form 2: sha256(0x02 ‖ sha256(JCS(header)) ‖ content). */
export const leafOfHeader = ({ op, seen }: Header, content: string): string =>
  sha256(Buffer.of(2), bytes(sha256(jcs({ op, seen }))), bytes(content));

/** Leaf of a change, by its form. Form 1: sha256(0x00 ‖ JCS(op and content)), with the record's id as `id`. */
export function leafOf(change: Change): string {
  const { form, op, seen } = change;
  if (form !== 2) return sha256(Buffer.of(0), jcs({ ...pick(change, olderMembers), id: recordOf(change) }));
  if (!isSeen(seen)) throw new VerificationError('the audiences are missing');
  return leafOfHeader({ op, seen }, contentOf(change));
}

/** Hash of the content of a change: sha256(JCS(content)). */
export const contentOf = (change: object): string => sha256(jcs(pick(change, contentMembers)));

/** Id of the record of a change, whichever version gave it. */
export const recordOf = ({ recordId, id }: Change): string => recordId ?? id ?? '';

export const isSeen = (seen: unknown): seen is Header['seen'] =>
  isObject(seen) &&
  Object.keys(seen).sort().join() === 'after,before' &&
  [seen.before, seen.after].every((each) => each === null || audiences.includes(each as Audience));

const rank = (audience: Audience | null) => (audience === null ? -1 : audiences.indexOf(audience));

/** Whether an audience sees a record before a change, and after it. */
export const seenBy = ({ before, after }: Header['seen'], sees: Audience) => ({
  before: rank(before) >= rank(sees),
  after: rank(after) >= rank(sees),
});

/** Commitment of a personal value: sha256(salt ‖ JCS(value)). */
export const commitmentOf = (salt: string, value: unknown): string => sha256(bytes(salt), jcs(value));

/** Hash of a position: sha256(0x01 ‖ previous hash ‖ uint64be(position) ‖ leaves). */
export function linkOf(previous: string, position: number, leaves: readonly string[]): string {
  const bytesOfPosition = Buffer.alloc(8);
  bytesOfPosition.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.of(1), bytes(previous), bytesOfPosition, ...leaves.map(bytes));
}

/** Member that a JSON pointer names: the object that holds it, and its name there. */
export function memberAt(item: object, pointer: string): { holder: Record<string, unknown>; name: string } | undefined {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = names.pop() ?? '';
  let holder: unknown = item;
  for (const each of names) holder = isObject(holder) && Object.hasOwn(holder, each) ? holder[each] : undefined;
  return isObject(holder) && Object.hasOwn(holder, name) ? { holder, name } : undefined;
}

/** Checks the content of a change against its leaf, and every personal value against its commitment. */
export function checkChange(change: Change): void {
  const unknown = Object.keys(change).find((name) => !members.has(name));
  if (unknown !== undefined) throw new VerificationError(`"${unknown}" is no member of a change`);
  const { form = 1, seen, id, recordId } = change;
  if (
    ![1, 2].includes(form) ||
    (form === 2) !== (seen !== undefined) ||
    (id === undefined) === (recordId === undefined)
  )
    throw new VerificationError('the members are not those of its form');
  if (!isHash(change.leaf) || leafOf(change) !== change.leaf)
    throw new VerificationError('the content does not give its leaf');
  if (!isName(change.type) || recordOf(change) === '') throw new VerificationError('type or record id is not valid');
  for (const [pointer, personal] of Object.entries(change.personal ?? {})) {
    const found = memberAt(change, pointer);
    const committed = found?.holder[found.name];
    const whole =
      isObject(personal) &&
      Object.keys(personal).sort().join() === 'salt,value' &&
      /^[0-9a-f]{32}$/.test(personal.salt);
    if (!whole || !isObject(committed) || committed['#'] !== commitmentOf(personal.salt, personal.value))
      throw new VerificationError(`the personal value ${pointer} does not give its commitment`);
  }
}
