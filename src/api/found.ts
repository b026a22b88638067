import { Refusal } from '../refusals.js';

/** The row, or NOT_FOUND. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** The answer to a question asked of one among several. */
export function firstOrNotFound<T>(answers: readonly T[]): T {
  return found(answers[0]);
}

/** Those of several answers that there are. */
export async function existing<T>(answers: readonly Promise<T | undefined>[]): Promise<T[]> {
  return (await Promise.all(answers)).filter((each) => each !== undefined);
}
