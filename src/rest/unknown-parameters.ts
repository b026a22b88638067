import type { ExecutionContext } from '@nestjs/common';
import { point, pointerStep } from '../points.js';
import { Refusal } from '../refusals.js';
import { readsQuery } from './nest-internals.js';

/** Refuses query parameters of an endpoint without `@Query()`; the others check their own. Refusal: INVALID. */
export function refuseUnknownParameters(context: ExecutionContext, query: object): void {
  const unknown = Object.keys(query);
  if (unknown.length === 0 || readsQuery(context)) return;
  throw new Refusal(
    'INVALID',
    {},
    unknown.map((name) => point(pointerStep(name), 'whitelistValidation', `property ${name} should not exist`)),
  );
}
