import type { ExecutionContext } from '@nestjs/common';
import { noSuchMember } from '../api/limit-sentences.js';
import { limits } from '../limits/limits.js';
import { point, pointerStep } from '../points.js';
import { Refusal } from '../refusals.js';
import { readsBody, readsQuery } from './nest-internals.js';

/** Refuses query parameters of an endpoint without `@Query()`; the others check their own. Refusal: INVALID. */
export function refuseUnknownParameters(context: ExecutionContext, query: object): void {
  const unknown = Object.keys(query);
  if (unknown.length === 0 || readsQuery(context)) return;
  refuseStrangers(unknown);
}

/** Refuses the body of an act without `@Body()`, unless it is empty; the others check their own. Refusal: INVALID. */
export function refuseUnaskedBody(context: ExecutionContext, body: unknown): void {
  if (body === undefined || body === null || readsBody(context)) return;
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Refusal('INVALID', {}, [point('', 'isObject', 'This act takes no body.')]);
  if (Object.keys(body).length > 0) refuseStrangers(Object.keys(body));
}

function refuseStrangers(names: readonly string[]): never {
  throw new Refusal(
    'INVALID',
    {},
    names.slice(0, limits.points).map((name) => point(pointerStep(name), 'whitelistValidation', noSuchMember(name))),
  );
}
