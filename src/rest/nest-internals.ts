import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

/** Internals of @nestjs/common 12.5 that are no public API; the test `nest-internals` fails when they change. */

type Endpoint = Pick<ExecutionContext, 'getClass' | 'getHandler'>;

/** Whether an endpoint reads the query string: one of its parameters is decorated with `@Query()`. */
export const readsQuery = (context: Endpoint): boolean => reads(context, RouteParamtypes.QUERY);

/** Whether an endpoint reads the body: one of its parameters is decorated with `@Body()`. */
export const readsBody = (context: Endpoint): boolean => reads(context, RouteParamtypes.BODY);

function reads(context: Endpoint, type: RouteParamtypes): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${type}:`));
}
