import { createHash } from 'node:crypto';
import type { Audience } from '../access/roles.js';
import { jcs } from '../api/canonical-json.js';

/** The bytes of the chain, as docs/contract.md "The chain" fixes them. Hashes are SHA-256, hex lower-case. */

const sha256 = (...parts: readonly (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Commitment in place of a personal value, the actor or the reason. */
export interface Commitment {
  '#': string;
}

/** sha256(salt ‖ JCS(value)). */
export const commitment = (salt: Buffer, value: unknown): Commitment => ({
  '#': sha256(salt, jcs(value)).toString('hex'),
});

/** Header of a leaf: the part that a proof shows of a hidden item, too. */
export interface Header {
  op: 'UPSERT' | 'REMOVED';
  /** Audience before and after the change; null: none. */
  seen: { before: Audience | null; after: Audience | null };
}

/** Content of a leaf; absent members are left out. */
export interface Content {
  kind: string;
  type: string;
  recordId: string;
  version: number;
  on: string;
  /** UTC with milliseconds and Z. */
  at: string;
  actor: Commitment;
  reason?: Commitment;
  data?: Record<string, unknown>;
}

/** sha256(JCS(content)). */
export const contentHash = (content: Content): Buffer => sha256(jcs(content));

/** Leaf of form 2: sha256(0x02 ‖ sha256(JCS(header)) ‖ hash of the content). No line of form 1 is made any more. */
export const leafHash = (header: Header, content: Buffer): Buffer => sha256(Buffer.of(2), sha256(jcs(header)), content);

export const zeroHash = Buffer.alloc(32);

/**
 * hash(p) = sha256(0x01 ‖ hash(p−1) ‖ uint64be(p) ‖ leaf₁ ‖ … ‖ leafₙ). In SQL:
 * `JournalService.append`.
 */
export function linkHash(previous: Buffer, position: number, leaves: readonly Buffer[]): Buffer {
  const bytesOfPosition = Buffer.alloc(8);
  bytesOfPosition.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.of(1), previous, bytesOfPosition, ...leaves);
}
