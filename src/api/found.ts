import type { Caller, Reach } from '../access/caller.js';
import { Refusal } from '../refusals.js';

/** The row that a caller named. Refusal: NOT_FOUND when undefined. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** A row that no caller named and that must be there. A fault, with the sentence in the log, when it is not. */
export function expected<T>(row: T, sentence: string): NonNullable<T> {
  if (row === undefined || row === null) throw new Error(sentence);
  return row;
}

/** First of several rows. Refusal: NOT_FOUND when undefined. */
export function firstOrNotFound<T>(answers: readonly (T | undefined)[]): T {
  return found(answers[0]);
}

/** Key of a record: its commune and its own id. */
export interface RecordKey {
  communeId: number;
  id: string;
}

/** Reach in each commune. */
export const reachesOf = (caller: Caller, communes: readonly { id: number }[]): Reach[] =>
  communes.map(({ id }) => caller.reachById(id));

/** Ids of records, each with the reach in its commune. */
export const withReach = (caller: Caller, keys: readonly RecordKey[]): { id: string; reach: Reach }[] =>
  keys.map(({ communeId, id }) => ({ id, reach: caller.reachById(communeId) }));
