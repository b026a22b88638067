import { createHash } from 'node:crypto';

/**
 * Bytes of the chain and checks of one change, written from docs/contract.md, "The feed", alone. This file and
 * `verify.ts` share no code with the server: a reader who trusts neither can write another verifier from that page.
 */

/** Position of a commune's journal, and the hash over everything up to it (64 hexadecimal digits). */
export interface Head {
  position: number;
  hash: string;
}

/** Line of log.ndjson: a change as the feed gave it. */
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

/** Line of chain.ndjson: a position with all its leaves, those of hidden changes included. */
export interface Link extends Head {
  leaves: string[];
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

const coveredMembers = ['op', 'kind', 'type', 'id', 'version', 'on', 'at', 'actor', 'reason', 'data'];
const members = new Set([...coveredMembers, 'position', 'item', 'leaf', 'personal']);

/** Leaf of a change: sha256(0x00 ‖ JCS(covered members)). */
export const leafOf = (change: Readonly<Record<string, unknown>>): string =>
  sha256(
    Buffer.of(0),
    jcs(Object.fromEntries(coveredMembers.filter((name) => name in change).map((name) => [name, change[name]]))),
  );

/** Commitment of a personal value: sha256(salt ‖ JCS(value)). */
export const commitmentOf = (salt: string, value: unknown): string => sha256(bytes(salt), jcs(value));

/** Hash of a position: sha256(0x01 ‖ previous hash ‖ uint64be(position) ‖ leaves). */
export function linkOf(previous: string, position: number, leaves: readonly string[]): string {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.of(1), bytes(previous), place, ...leaves.map(bytes));
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
  if (leafOf(change) !== change.leaf) throw new VerificationError('the content does not give its leaf');
  if (!isName(change.type) || typeof change.id !== 'string') throw new VerificationError('type or id is not valid');
  for (const [pointer, personal] of Object.entries(change.personal ?? {})) {
    const at = memberAt(change, pointer);
    const committed = at?.holder[at.name];
    const whole =
      isObject(personal) &&
      Object.keys(personal).sort().join() === 'salt,value' &&
      /^[0-9a-f]{32}$/.test(personal.salt);
    if (!whole || !isObject(committed) || committed['#'] !== commitmentOf(personal.salt, personal.value))
      throw new VerificationError(`the personal value ${pointer} does not give its commitment`);
  }
}
