import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Mutation, Query, ResolveField } from '@nestjs/graphql';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiSecurity, getSchemaPath } from '@nestjs/swagger';
import { Actor } from '../access/actor.js';
import { permissions, scopeOf, type Operation as OperationId } from '../access/permissions.js';
import { Refusal } from '../refusals.js';
import type { Class } from './shapes.js';

export interface Answer {
  type: Class;
  many?: boolean;
  /** The ETag is made of the whole answer, for lists that are asked for again and again. */
  etagOfContent?: boolean;
}

export interface OperationMetadata {
  operation: OperationId;
  answer: Answer;
}

export const OPERATION = 'thidua:operation';

export const one = (type: Class): Answer => ({ type });
export const many = (type: Class, options: Pick<Answer, 'etagOfContent'> = {}): Answer => ({ type, many: true, ...options });

/** Marks a REST endpoint as an operation of the catalogue: its right, its name in OpenAPI, what it answers. */
export function Operation(operation: OperationId, answer: Answer): MethodDecorator {
  const { does, who } = permissions[operation];
  const ref = { $ref: getSchemaPath(answer.type) };
  const page = { type: 'object', required: ['items', 'next'], properties: { items: { type: 'array', items: ref }, next: { type: 'string', nullable: true, description: 'Cursor of the next page.' } } };
  return applyDecorators(
    SetMetadata(OPERATION, { operation, answer } satisfies OperationMetadata),
    ApiOperation({ operationId: operation, summary: does }),
    ApiExtraModels(answer.type),
    ApiResponse({ status: 200, description: does, schema: answer.many ? page : ref } as never),
    ...(who === 'PUBLIC' ? [ApiSecurity({})] : [ApiSecurity('key', [scopeOf(operation)])]),
  );
}

/** Not a thunk: a connection type must be made before the schema is. */
type Answered = Class;

/** A root field of Query, named after its operation. Null when refused. */
export const Reads = (operation: OperationId, type: Answered): MethodDecorator =>
  applyDecorators(Query(() => type, { name: operation, description: permissions[operation].does, nullable: true }), SetMetadata(OPERATION, { operation }));

/** A root field of Mutation, named after its operation. */
export const Acts = (operation: OperationId, type: Answered): MethodDecorator =>
  applyDecorators(Mutation(() => type, { name: operation, description: permissions[operation].does, nullable: true }), SetMetadata(OPERATION, { operation }));

/**
 * An edge: the same right as the operation it stands for, in the commune of the record it hangs on.
 * The method takes `(parent, actor, …)`. What is not found is null, without an error.
 */
export function Edge(operation: OperationId, name: string, type: Answered, description: string): MethodDecorator {
  return (target, key, descriptor: PropertyDescriptor) => {
    const resolve = descriptor.value as (...given: unknown[]) => unknown;
    const guarded = async function (this: unknown, ...given: unknown[]) {
      const [parent, actor] = given as [{ communeId: number }, Actor];
      try {
        actor.demand(operation, actor.inCommune(parent.communeId).key);
        return await resolve.apply(this, given);
      } catch (error) {
        if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    };
    for (const metadata of Reflect.getMetadataKeys(resolve) as string[]) Reflect.defineMetadata(metadata, Reflect.getMetadata(metadata, resolve), guarded);
    descriptor.value = guarded;
    ResolveField(name, () => type, { description, nullable: true })(target, key, descriptor);
  };
}

