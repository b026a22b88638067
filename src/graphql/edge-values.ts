import type { ModuleRef } from '@nestjs/core';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { noteDisclosures } from '../api/disclosures.js';
import { Level } from '../api/level.js';
import type { EdgeMetadata } from '../api/operation.js';
import { Refusal, refusalOf } from '../refusals.js';

/** Refusal or fault in place of a value. */
export class Failure {
  constructor(readonly error: unknown) {}
}

interface EdgeCall {
  caller: Caller;
  modules: ModuleRef;
  /** Arguments of the edge, validated. */
  list?: () => unknown;
}

/**
 * Value of an edge for each parent: a failure where the caller has no right to the edge, null where nothing is to be
 * seen. Values that are shown are noted as disclosures.
 */
export async function edgeValues(
  { operation, type, resolver, values: valuesOf }: EdgeMetadata,
  { parents, members }: Level<object>,
  { caller, modules, list }: EdgeCall,
): Promise<Map<object, unknown>> {
  const refused = operation === null ? new Map<object, Refusal>() : refusalsIn(caller, operation, parents);
  const values = new Map<object, unknown>([...refused].map(([parent, refusal]) => [parent, new Failure(refusal)]));
  const allowed = parents.filter((parent) => !refused.has(parent));
  try {
    const given = await list?.();
    const service = modules.get<unknown>(resolver, { strict: false });
    const found = allowed.length === 0 ? [] : await valuesOf.call(service, new Level(allowed, members), caller, given);
    allowed.forEach((parent, index) => values.set(parent, found[index]));
    if (operation !== null) noteDisclosures(caller, { operation, type }, found);
  } catch (error) {
    const missing = error instanceof Refusal && error.code === 'NOT_FOUND';
    for (const parent of allowed) values.set(parent, missing ? null : new Failure(error));
  }
  return values;
}

/** Refusals of the parents in whose commune the caller has no right to an edge. */
function refusalsIn(caller: Caller, operation: OperationId, parents: readonly object[]): Map<object, Refusal> {
  const ofCommune = new Map<number, Refusal | undefined>();
  const ofParent = new Map<object, Refusal>();
  for (const parent of parents) {
    const { communeId } = parent as { communeId: number };
    if (!ofCommune.has(communeId))
      ofCommune.set(
        communeId,
        refusalOf(() => caller.demand(operation, caller.reachById(communeId).key)),
      );
    const refusal = ofCommune.get(communeId);
    if (refusal) ofParent.set(parent, refusal);
  }
  return ofParent;
}
