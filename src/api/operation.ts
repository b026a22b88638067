import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { Args, Int, Mutation, Query, ResolveField } from '@nestjs/graphql';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  ApiSecurity,
  getSchemaPath,
} from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { permissions, scopeOf, type OperationId as OperationId, type Permission } from '../access/permissions.js';
import { Refusal } from '../refusals.js';
import { recordDisclosures } from './disclosures.js';
import type { Class } from './shapes.js';
import { shownOf } from './shown.js';

export interface Answer {
  type: Class;
  many?: boolean;
  /** Also answers the whole filtered list as CSV or XLSX. */
  sheet?: boolean;
  /** Answers 201; with the address of the new record, or of where it can be seen, from the one that was asked. */
  made?: { at?: (record: never) => string; only?: (record: never) => boolean };
  /** Whether the answer may have become another without a new version, because a day came: then there is no 304. */
  turned?: (record: never) => boolean;
  /** Takes a file, and so cannot be rehearsed. */
  upload?: true;
  /** Answers bytes of one of these media types, or a range of them; the ETag is that of the bytes. */
  bytes?: readonly string[];
  /** The ETag is made of the whole answer, for lists that are asked for again and again. */
  etagOfContent?: boolean;
}

export interface OperationMetadata {
  operation: OperationId;
  answer: Answer;
}

/** The same of a root field, where the answer is told by its type. */
export interface RootFieldMetadata {
  operation: OperationId;
  answered: Answered;
}

export const OPERATION = 'thidua:operation';

export const one = <T extends object>(
  type: new () => T,
  options: { turned?: (record: T) => boolean } = {},
): Answer => ({ type, ...options });
export const made = <T extends object>(type: new () => T, at?: (record: T) => string): Answer => ({
  type,
  made: { at },
});
export const uploaded = <T extends object>(type: new () => T, at: (record: T) => string): Answer => ({
  type,
  made: { at },
  upload: true,
});
export const bytes = (type: Class, mediaTypes: readonly string[]): Answer => ({ type, bytes: mediaTypes });
/** A PUT: 201 when it made the record, which then has version 1; its address is the one asked. */
export const put = <T extends { version: number }>(type: new () => T): Answer => ({
  type,
  made: { at: () => '.', only: ({ version }: T) => version === 1 },
});
export const many = (type: Class, options: Pick<Answer, 'etagOfContent' | 'sheet'> = {}): Answer => ({
  type,
  many: true,
  ...options,
});

const textHeader = (description: string) => ({ description, schema: { type: 'string' } });
const etagHeader = { ETag: textHeader('The version of the record, as "3"; of a list that has one, what it holds.') };
const linkHeader = { Link: textHeader('The next page: <…>; rel="next". Absent on the last one.') };
const locationHeader = { Location: textHeader('Address of the new record, or of where it can be seen.') };
const replayedHeader = {
  'Idempotency-Replayed': textHeader('"true": the answer kept under the Idempotency-Key; nothing was done again.'),
};
const rehearsedHeader = { Validate: textHeader('"only": everything was checked, nothing kept.') };
const bytesHeaders = {
  ETag: textHeader('The SHA-256 of the bytes, which never change.'),
  'Content-Disposition': textHeader('attachment, with the name.'),
  'Accept-Ranges': textHeader('bytes'),
};
const rangeHeader = { 'Content-Range': textHeader('Which bytes, of how many.') };
const rangeAsked = [
  {
    name: 'Range',
    required: false,
    description:
      'One range of bytes: "bytes=0-1023", "bytes=1024-", "bytes=-1024". 416 when it begins behind the end; several are answered whole.',
  },
  { name: 'If-Range', required: false, description: 'The ETag of what you have of it: otherwise the answer is whole.' },
] as const;
const ifNoneMatch = {
  name: 'If-None-Match',
  required: false,
  description: 'ETags you have: 304 when the answer is still one of them.',
};

/** What may be said of any act. In GraphQL they are headers and a parameter, too, of a request that holds one mutation. */
const actHeaders = [
  {
    name: 'Idempotency-Key',
    required: false,
    schema: { type: 'string', maxLength: 257 },
    description:
      'Under one key an act happens once, for seven days: 1–255 visible ASCII characters, quotes optional. 422 KEY_REUSED for another act, 409 KEY_IN_FLIGHT while the first is running.',
  },
  {
    name: 'Legal-Date',
    required: false,
    schema: { type: 'string', format: 'date' },
    description:
      'The date in law of the act; today in Asia/Ho_Chi_Minh when left out, never later. An earlier one needs the right and a Legal-Reference.',
  },
  {
    name: 'Legal-Reference',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: 'Id of the document an earlier date, or acting on behalf of a unit, rests on.',
  },
  {
    name: 'On-Behalf-Of',
    required: false,
    schema: { type: 'string', maxLength: 100 },
    description: 'Code of the unit a clerk acts for; the Legal-Reference is its signed sheet.',
  },
] as const;
const validate = {
  name: 'validate',
  required: false,
  enum: ['only'],
  description: '"only": everything is done and checked, nothing is kept.',
};

/** Marks a REST endpoint as an operation of the catalogue: its right, its name in OpenAPI, what it answers. */
export function Operation(operation: OperationId, answer: Answer): MethodDecorator {
  const { does, who, access }: Permission = permissions[operation];
  const tagged = answer.etagOfContent ?? (!answer.many && shownOf(answer.type).some(({ name }) => name === 'version'));
  const writes = access === 'write';
  const headers = { ...(tagged && etagHeader), ...(answer.many && linkHeader), ...(writes && replayedHeader) };
  const rehearsed = { ...(tagged && etagHeader), ...rehearsedHeader };
  const ref = { $ref: getSchemaPath(answer.type) };
  const binary = Object.fromEntries(
    (answer.bytes ?? []).map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
  );
  const page = {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: ref },
      next: { type: 'string', nullable: true, description: 'Cursor of the next page.' },
    },
  };
  return applyDecorators(
    SetMetadata(OPERATION, { operation, answer } satisfies OperationMetadata),
    RouteConfig({ operation, upload: answer.upload }),
    ApiOperation({ operationId: operation, summary: does }),
    ApiExtraModels(answer.type),
    HttpCode(answer.made ? 201 : 200),
    ...(answer.made
      ? [
          ApiResponse({
            status: 201,
            description: does,
            headers: { ...headers, ...(answer.made.at && locationHeader) },
            schema: ref,
          } as never),
          ...(answer.upload
            ? []
            : [
                ApiResponse({
                  status: 200,
                  description: answer.made.only
                    ? 'The record, which was there already; or what it would be, with ?validate=only.'
                    : 'What it would answer, with ?validate=only.',
                  headers: rehearsed,
                  schema: ref,
                } as never),
              ]),
        ]
      : answer.bytes
        ? [
            ApiResponse({ status: 200, description: does, headers: bytesHeaders, content: binary } as never),
            ApiResponse({
              status: 206,
              description: 'The range asked for.',
              headers: { ...bytesHeaders, ...rangeHeader },
              content: binary,
            } as never),
            ...rangeAsked.map((header) => ApiHeader(header)),
          ]
        : [
            ApiResponse({
              status: 200,
              description: does,
              headers: { ...headers, ...(writes && rehearsedHeader) },
              schema: answer.many ? page : ref,
            } as never),
          ]),
    ...(writes
      ? [...actHeaders.map((header) => ApiHeader(header)), ...(answer.upload ? [] : [ApiQuery(validate)])]
      : []),
    ...(tagged && !writes
      ? [ApiHeader(ifNoneMatch), ApiResponse({ status: 304, description: 'Unchanged since the ETag you have.' })]
      : []),
    ...(who === 'PUBLIC' ? [] : [ApiSecurity('key', [scopeOf(operation)])]),
  );
}

/** Not a thunk: a connection type must be made before the schema is. */
type Answered = Class | [Class] | [StringConstructor];

/** A root field of Query, named after its operation. Null when refused. */
export const Reads = (operation: OperationId, type: Answered): MethodDecorator =>
  applyDecorators(
    Query(() => type, { name: operation, description: permissions[operation].does, nullable: true }),
    SetMetadata(OPERATION, { operation, answered: type } satisfies RootFieldMetadata),
  );

/** The version a change was decided on; in REST it is the header If-Match. */
export const ExpectedVersion = (): ParameterDecorator =>
  Args('expectedVersion', { type: () => Int, description: 'The version you have read; 0 where there is none yet.' });

/** What is to be done; in REST it is the body. */
export const Input = (): ParameterDecorator => Args('input', { description: 'What is to be done.' });

/** A root field of Mutation, named after its operation. */
export const Acts = (operation: OperationId, type: Answered): MethodDecorator =>
  applyDecorators(
    Mutation(() => type, { name: operation, description: permissions[operation].does, nullable: true }),
    SetMetadata(OPERATION, { operation, answered: type } satisfies RootFieldMetadata),
  );

/** An edge that asks nothing: see `plain-edges.ts`. */
export interface PlainEdge {
  resolver: Class;
  parent: Class;
  name: string;
  resolve(this: unknown, parent: unknown, caller: Caller | undefined): unknown;
}
export const plainEdges: PlainEdge[] = [];

/**
 * An edge: the same right as the operation it stands for, in the commune of the record it hangs on.
 * The method takes `(parent, actor, …)`. What is not found is null, without an error.
 */
export function Edge(operation: OperationId, name: string, type: Answered, description: string): MethodDecorator {
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
    const [parent, , ...asked] = Reflect.getMetadata('design:paramtypes', target, key) as Class[];
    if (parent && parent.name !== 'Object' && asked.length === 0)
      plainEdges.push({ resolver: target.constructor as Class, parent, name, resolve: guarded });
    ResolveField(name, () => type, { description, nullable: true })(target, key, descriptor);
  };
}
