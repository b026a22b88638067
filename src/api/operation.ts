import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { Args, Int, Mutation, Query, ResolveField } from '@nestjs/graphql';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Caller } from '../access/caller.js';
import { permissions, type OperationId } from '../access/permissions.js';
import { Refusal } from '../refusals.js';
import type { Answer } from './answer.js';
import { recordDisclosures } from './disclosures.js';
import { openApiOf } from './operation-openapi.js';
import type { Class } from './shapes.js';

/** Metadata of a REST endpoint under the key `OPERATION`. */
export interface OperationMetadata {
  operation: OperationId;
  answer: Answer;
}

/** Metadata of a GraphQL root field under the key `OPERATION`. */
export interface RootFieldMetadata {
  operation: OperationId;
  type: FieldType;
}

export const OPERATION = 'thidua:operation';

/** Answer: one record. */
export const one = <T extends object>(
  type: new () => T,
  options: { timeDependent?: (record: T) => boolean } = {},
): Answer => ({ type, ...options });

/** Answer: a page of a list. */
export const many = (type: Class, options: Pick<Answer, 'etagOfContent' | 'sheet'> = {}): Answer => ({
  type,
  many: true,
  ...options,
});

/** Answer: 201 with the new record; `at` is its address, relative to the request's. */
export const created = <T extends object>(type: new () => T, at?: (record: T) => string): Answer => ({
  type,
  created: { at },
});

/** Answer to a form with a file: 201 with the new record. */
export const uploaded = <T extends object>(type: new () => T, at: (record: T) => string): Answer => ({
  type,
  created: { at },
  upload: true,
});

/** Answer to a PUT: 201 with the record at version 1, or 200 with the changed record; the address is the request's. */
export const put = <T extends { version: number }>(type: new () => T): Answer => ({
  type,
  created: { at: () => '.', only: ({ version }: T) => version === 1 },
});

/** Answer: the bytes of a file; `type` is the record that describes the file. */
export const bytes = (type: Class, mediaTypes: readonly string[]): Answer => ({ type, bytes: mediaTypes });

/** Marks a REST endpoint as an operation: its right (checked by `AccessGuard`), its OpenAPI and its answer. */
export const Operation = (operation: OperationId, answer: Answer): MethodDecorator =>
  applyDecorators(
    SetMetadata(OPERATION, { operation, answer } satisfies OperationMetadata),
    RouteConfig({ operation, upload: answer.upload }),
    HttpCode(answer.created ? 201 : 200),
    openApiOf(operation, answer),
  );

/** Type of a field; not a thunk, because a connection type must be made before the schema. */
type FieldType = Class | [Class] | [StringConstructor];

/** Root field of Query, named after its operation. Null when refused. */
export const Reads = (operation: OperationId, type: FieldType): MethodDecorator =>
  applyDecorators(
    Query(() => type, { name: operation, description: permissions[operation].does, nullable: true }),
    SetMetadata(OPERATION, { operation, type } satisfies RootFieldMetadata),
  );

/** Root field of Mutation, named after its operation. Null when refused. */
export const Acts = (operation: OperationId, type: FieldType): MethodDecorator =>
  applyDecorators(
    Mutation(() => type, { name: operation, description: permissions[operation].does, nullable: true }),
    SetMetadata(OPERATION, { operation, type } satisfies RootFieldMetadata),
  );

/** Argument `expectedVersion` of a mutation; REST has the header If-Match instead. */
export const ExpectedVersion = (): ParameterDecorator =>
  Args('expectedVersion', {
    type: () => Int,
    description:
      'Version of the record the change is based on; 0 where no record exists yet. STALE when the record has ' +
      'another version.',
  });

/** Argument `input` of a mutation; REST has the body instead. */
export const Input = (): ParameterDecorator => Args('input', { description: 'Content of the act.' });

/** An edge without arguments: see `graphql/plain-edges.ts`. */
export interface PlainEdge {
  resolver: Class;
  parent: Class;
  name: string;
  resolve(this: unknown, parent: unknown, caller: Caller | undefined): unknown;
}
export const plainEdges: PlainEdge[] = [];

/**
 * GraphQL edge. Its right is that of `operation`, checked in the parent's commune; the values it answers are recorded
 * as disclosures. The method takes `(parent, caller, …)`. NOT_FOUND becomes null without an error.
 */
export function Edge(operation: OperationId, name: string, type: FieldType, description: string): MethodDecorator {
  return (target, key, descriptor: PropertyDescriptor) => {
    const resolve = descriptor.value as (...given: unknown[]) => unknown;
    const guarded = async function (this: unknown, ...given: unknown[]) {
      const [parent, caller] = given as [{ communeId: number }, Caller];
      try {
        caller.demand(operation, caller.inCommune(parent.communeId).key);
        const value = await resolve.apply(this, given);
        recordDisclosures(caller, operation, type, value);
        return value;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    };
    for (const metadata of Reflect.getMetadataKeys(resolve) as string[])
      Reflect.defineMetadata(metadata, Reflect.getMetadata(metadata, resolve), guarded);
    descriptor.value = guarded;
    const [parent, , ...args] = Reflect.getMetadata('design:paramtypes', target, key) as Class[];
    if (parent && parent.name !== 'Object' && args.length === 0)
      plainEdges.push({ resolver: target.constructor as Class, parent, name, resolve: guarded });
    ResolveField(name, () => type, { description, nullable: true })(target, key, descriptor);
  };
}
