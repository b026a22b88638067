import type { Audience } from '../access/roles.js';
import { expected } from '../api/found.js';
import type { Kind } from '../api/kinds.js';
import { erasedText } from '../api/shown.js';

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

/** A record that was found to hold values of the person. */
export const there = <T>(record: T | undefined): T =>
  expected(record, 'A record with values of a person is not there.');

/** Members of an objection, and of a complaint, that name who objected or complained by unit. */
export const unnamed = { objectorId: null, objectorCode: null };
export const unnamedComplainant = { complainantId: null, complainantCode: null };

/** SQL of a reason after its erasure; no reason stays none. */
export const reasonErased = () => `case when reason is not null then '${erasedText}' end`;
