import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { wrong, type Refusal } from '../refusals.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';

/** Refusal of a record of which there is no paper. */
export const noPaper = (pointer = ''): Refusal => wrong(pointer, 'NO_PAPER', 'There is nothing to be printed.');

/**
 * Demands the rights to the reads of all that a paper prints, which the guard does not know of. Refusals: FORBIDDEN;
 * SCOPE_MISSING.
 */
export function demandReads(caller: Caller, commune: string, operations: readonly OperationId[]): void {
  for (const operation of operations) caller.demand(operation, commune);
}

/** Ids of the persons and households among nominees or recipients. */
export const personsAmong = (all: readonly { unitId: string; unitKind: UnitKind }[]): string[] =>
  all.filter(({ unitKind }) => isPerson(unitKind)).map(({ unitId }) => unitId);
