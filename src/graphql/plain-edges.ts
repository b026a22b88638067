import type { ModuleRef } from '@nestjs/core';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { plainEdges } from '../api/operation.js';
import type { GraphqlContext } from '../api/request.js';

/**
 * Has the schema call edges without arguments as they are: what Nest does around every call (parameters, pipes, contexts)
 * cost more than the edges of a page, and there is nothing to read. The right is asked in the edge, as ever.
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
