import type { Caller, Reach } from '../access/caller.js';
import { Refusal } from '../refusals.js';

/** The row, or NOT_FOUND. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** The answer to a question asked of one among several, or NOT_FOUND. */
export function firstOrNotFound<T>(answers: readonly (T | undefined)[]): T {
  return found(answers[0]);
}

/** A record, by the id of its commune and its own. */
export interface RecordKey {
  communeId: number;
  id: string;
}

/** Records asked for by commune and id, each with the reach to read it in. */
export const withReach = <Asked extends { communeId: number }>(
  caller: Caller,
  asked: readonly Asked[],
): (Asked & { reach: Reach })[] => asked.map((each) => ({ ...each, reach: caller.inCommune(each.communeId) }));

/** Those of several answers that there are. */
export async function existing<T>(answers: readonly Promise<T | undefined>[]): Promise<T[]> {
  return (await Promise.all(answers)).filter((each) => each !== undefined);
}
