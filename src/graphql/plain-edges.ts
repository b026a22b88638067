import type { ModuleRef } from '@nestjs/core';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { plainEdges } from '../api/operation.js';
import type { GraphqlContext } from '../api/request.js';

/**
 * Calls edges without arguments directly. The work of Nest around each call (parameters, pipes, contexts) costs more
 * than the edges of a page. Guards, pipes and interceptors do not run for these fields: `@Edge` checks the right
 * itself.
 */
export function callPlainly(schema: GraphQLSchema, modules: ModuleRef): void {
  for (const { resolver, parent, name, resolve } of plainEdges) {
    const type = schema.getType(parent.name);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`${parent.name}.${name} is not in the schema.`);
    const instance: unknown = modules.get(resolver, { strict: false });
    field.resolve = (of, _, { caller }: GraphqlContext) => resolve.call(instance, of, caller);
  }
}
