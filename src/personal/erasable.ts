import type { Audience } from '../access/roles.js';
import type { Kind } from '../api/kinds.js';

/** A record of a commune with its version. */
export interface Versioned {
  communeId: number;
  id: string;
  version: number;
}

/** Record with personal values: its form without them, and the write that removes them from its row. */
export interface Erasable {
  kind: Extract<Kind, `${string}.erased`>;
  entity: new () => Versioned;
  record: Versioned;
  audience: Audience;
  /** Whether the record itself goes. */
  takenOut?: true;
  /** Erases the values in its rows. */
  write(): Promise<void>;
  /** An answer kept under an idempotency key that shows it, without the values. */
  answer(stored: object): object;
}
