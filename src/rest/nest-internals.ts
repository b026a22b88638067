import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

/** Internals of @nestjs/common 12.5 that are no public API; the test `nest-internals` fails when they change. */

/** Whether an endpoint reads the query string: one of its parameters is decorated with `@Query()`. */
export function readsQuery(context: Pick<ExecutionContext, 'getClass' | 'getHandler'>): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
