import { Refusal } from '../refusals.js';

/** The row, or NOT_FOUND. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** The answer to a question asked of one among several. */
export function only<T>(answers: readonly T[]): T {
  return found(answers[0]);
}
