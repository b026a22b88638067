import { createHash } from 'node:crypto';
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

/** Content of a leaf; absent members are left out. */
export interface Leaf {
  op: 'UPSERT' | 'REMOVED';
  kind: string;
  type: string;
  id: string;
  version: number;
  on: string;
  /** UTC with milliseconds and Z. */
  at: string;
  actor: Commitment;
  reason?: Commitment;
  data?: Record<string, unknown>;
}

/** sha256(0x00 ‖ JCS(leaf)). */
export const leafHash = (leaf: Leaf): Buffer => sha256(Buffer.of(0), jcs(leaf));

export const zeroHash = Buffer.alloc(32);

/**
 * hash(p) = sha256(0x01 ‖ hash(p−1) ‖ uint64be(p) ‖ leaf₁ ‖ … ‖ leafₙ). In SQL:
 * `JournalService.append`.
 */
export function linkHash(previous: Buffer, position: number, leaves: readonly Buffer[]): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.of(1), previous, place, ...leaves);
}
