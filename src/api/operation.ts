import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { Args, Int, Mutation, Query, ResolveField } from '@nestjs/graphql';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiResponse, ApiSecurity, getSchemaPath } from '@nestjs/swagger';
import { Actor } from '../access/actor.js';
import { permissions, scopeOf, type Operation as OperationId, type Permission } from '../access/permissions.js';
import { Refusal } from '../refusals.js';
import type { Class } from './shapes.js';
import { shownOf } from './shown.js';

export interface Answer {
  type: Class;
  many?: boolean;
  /** Answers 201; with the last part of the new record's address, where it has one. */
  made?: { at?: (record: never) => string };
  /** The ETag is made of the whole answer, for lists that are asked for again and again. */
  etagOfContent?: boolean;
}

export interface OperationMetadata {
  operation: OperationId;
  answer: Answer;
}

export const OPERATION = 'thidua:operation';

export const one = (type: Class): Answer => ({ type });
export const made = <T extends object>(type: new () => T, at?: (record: T) => string): Answer => ({ type, made: { at } });
export const many = (type: Class, options: Pick<Answer, 'etagOfContent'> = {}): Answer => ({ type, many: true, ...options });

const textHeader = (description: string) => ({ description, schema: { type: 'string' } });
const etagHeader = { ETag: textHeader('The version of the record, as "3"; of a list that has one, what it holds.') };
const linkHeader = { Link: textHeader('The next page: <…>; rel="next". Absent on the last one.') };
const locationHeader = { Location: textHeader('Address of the new record.') };
const ifNoneMatch = { name: 'If-None-Match', required: false, description: 'ETags you have: 304 when the answer is still one of them.' };

/** Marks a REST endpoint as an operation of the catalogue: its right, its name in OpenAPI, what it answers. */
export function Operation(operation: OperationId, answer: Answer): MethodDecorator {
  const { does, who, access }: Permission = permissions[operation];
  const tagged = answer.etagOfContent ?? (!answer.many && shownOf(answer.type).some(({ name }) => name === 'version'));
  const headers = { ...(tagged && etagHeader), ...(answer.many && linkHeader), ...(answer.made?.at && locationHeader) };
  const ref = { $ref: getSchemaPath(answer.type) };
  const page = { type: 'object', required: ['items', 'next'], properties: { items: { type: 'array', items: ref }, next: { type: 'string', nullable: true, description: 'Cursor of the next page.' } } };
  return applyDecorators(
    SetMetadata(OPERATION, { operation, answer } satisfies OperationMetadata),
    ApiOperation({ operationId: operation, summary: does }),
    ApiExtraModels(answer.type),
    HttpCode(answer.made ? 201 : 200),
    ApiResponse({ status: answer.made ? 201 : 200, description: does, headers, schema: answer.many ? page : ref } as never),
    ...(tagged && access === 'read' ? [ApiHeader(ifNoneMatch), ApiResponse({ status: 304, description: 'Unchanged since the ETag you have.' })] : []),
    ...(who === 'PUBLIC' ? [] : [ApiSecurity('key', [scopeOf(operation)])]),
  );
}

/** Not a thunk: a connection type must be made before the schema is. */
type Answered = Class | [Class] | [StringConstructor];

/** A root field of Query, named after its operation. Null when refused. */
export const Reads = (operation: OperationId, type: Answered): MethodDecorator =>
  applyDecorators(Query(() => type, { name: operation, description: permissions[operation].does, nullable: true }), SetMetadata(OPERATION, { operation }));

/** The version a change was decided on; in REST it is the header If-Match. */
export const ExpectedVersion = (): ParameterDecorator => Args('expectedVersion', { type: () => Int, description: 'The version you have read; 0 where there is none yet.' });

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

