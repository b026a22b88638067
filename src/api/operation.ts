import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { Args, Extensions, Int, Mutation, Query, ResolveField } from '@nestjs/graphql';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Caller } from '../access/caller.js';
import { permissions, type OperationId } from '../access/permissions.js';
import { Projection } from '../database/projection.js';
import type { Answer, Lines, MadeFile, PaperType, TextTable } from './answer.js';
import { discloses } from './disclosures.js';
import type { Level } from './level.js';
import type { Language } from './problem.js';
import { openApiOf } from './operation-openapi.js';
import type { Class } from './shape.js';
import { shownOf } from './shown.js';

/** Metadata of a REST endpoint under the key `OPERATION`. */
export interface OperationMetadata {
  operation: OperationId;
  answer: Answer;
  /** Members of the records that the answer shows, and those that its headers depend on. */
  members: Projection;
}

/** Metadata of a GraphQL root field under the key `OPERATION`. */
export interface RootFieldMetadata {
  operation: OperationId;
  type: FieldType;
}

export const OPERATION = 'thidua:operation';

/** Answer: one record. */
export const one = <Members extends object>(
  type: Class,
  options: {
    timeDependent?: { reads: readonly (keyof Members & string)[]; changes: (record: Members) => boolean };
    table?: (record: Members, language: Language) => TextTable;
    lines?: Lines<Members & { next: string | null }>;
  } = {},
): Answer => ({ type, ...options });

/** Answer: a record that is a paper; as DOCX and PDF, too. */
export const paper = <T extends object>(
  type: new () => T,
  made: (value: T, type: PaperType) => Promise<MadeFile>,
): Answer => ({ type, paper: made });

/** Answer: a page of a list; as a table for a spreadsheet, too, unless its rows would be none. */
export const many = (
  type: Class,
  options: Pick<Answer, 'beside' | 'etagOfContent' | 'sheet' | 'without'> = {},
): Answer => ({
  type,
  many: true,
  sheet: true,
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
  upload: 'STORED',
});

/** Answer to a form with a file that is read: 200 with what was made of it, as a table, too. */
export const imported = <T extends object>(
  type: new () => T,
  table: (value: T, language: Language) => TextTable,
): Answer => ({
  type,
  upload: 'READ',
  table,
});

/** Answer to a PUT: 201 with the record at version 1, or 200 with the changed record; the address is the request's. */
export const put = <T extends { version: number }>(type: new () => T): Answer => ({
  type,
  created: { at: () => '.', only: ({ version }: T) => version === 1 },
});

/** Answer: the bytes of a file; `type` is the record that describes the file. */
export const bytes = (type: Class, mediaTypes: readonly string[]): Answer => ({ type, bytes: mediaTypes });

const spreadsheets = new Set<OperationId>();

/** Operations whose lists are answered as spreadsheets, too. */
export const spreadsheetLists = (): OperationId[] => [...spreadsheets].sort();

/** Marks a REST endpoint as an operation: its right (checked by `AccessGuard`), its OpenAPI and its answer. */
export function Operation(operation: OperationId, answer: Answer): MethodDecorator {
  if (answer.sheet) spreadsheets.add(operation);
  return applyDecorators(
    SetMetadata(OPERATION, { operation, answer, members: membersOf(answer) } satisfies OperationMetadata),
    RouteConfig({ operation, upload: answer.upload !== undefined }),
    HttpCode(answer.created ? 201 : 200),
    openApiOf(operation, answer),
  );
}

const membersOf = ({ type, timeDependent, without = [] }: Answer) =>
  new Projection(
    new Set([
      ...shownOf(type).flatMap(({ name }) => (without.includes(name) ? [] : [name])),
      ...(timeDependent?.reads ?? []),
    ]),
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

/** Argument `input` of a mutation that may have none. */
export const InputOrNone = (type: () => Class): ParameterDecorator =>
  Args('input', { type, nullable: true, description: 'Content of the act.' });

/** Edge as the walker calls it: the method of a resolver, its right, and the class of its arguments. */
export interface EdgeMetadata {
  /** Null: the right to the record is enough. */
  operation: OperationId | null;
  type: FieldType;
  resolver: Class;
  parameters: Class | undefined;
  /** Members of the parents that the method reads; undefined: any. */
  needs: readonly string[] | undefined;
  values(this: unknown, level: Level<object>, caller: Caller, list: unknown): Promise<readonly unknown[]>;
}

/** Declares that a field takes the time of so many values, however few are selected of it. */
export const Costs = (values: number): MethodDecorator => Extensions({ costs: values });

/**
 * GraphQL edge, named as its method: one method for all parents of a level. It takes `(level, caller, list)` and gives
 * a value for each parent, in their order; null: nothing is to be seen. Its right is that of `operation`, in each
 * commune of the parents; the values it gives are noted as disclosures. See `graphql/walk.ts`.
 */
export const Edge = (operation: OperationId, type: FieldType, description: string): MethodDecorator =>
  levelField({ operation, type }, { description, nullable: true });

/**
 * Part of a record that is read only where a GraphQL document selects it: a method like that of an edge. Nothing is
 * noted of what it shows, so a type with data subjects is refused at start: it is an edge.
 */
export const Part = (type: FieldType, description: string): MethodDecorator => {
  if (discloses(type)) throw new Error(`The part "${description}" shows personal values: make it an edge.`);
  return levelField({ operation: null, type }, { description });
};

const NEEDS = 'thidua:needs';

/**
 * Stands below an `@Edge` or `@Part` and names the members of the parents that its method reads beside their ids.
 * Without it a document that selects the edge reads whole parents.
 */
export const Needs = <Parent extends object>(...members: (keyof Parent & string)[]): MethodDecorator =>
  SetMetadata(NEEDS, members);

const levelField =
  (
    edge: Pick<EdgeMetadata, 'operation' | 'type'>,
    options: { description: string; nullable?: boolean },
  ): MethodDecorator =>
  (target, key, descriptor: PropertyDescriptor) => {
    const [, , parameters] = Reflect.getMetadata('design:paramtypes', target, key) as (Class | undefined)[];
    const values = descriptor.value as EdgeMetadata['values'];
    const needs = Reflect.getMetadata(NEEDS, values) as readonly string[] | undefined;
    const whole: EdgeMetadata = { ...edge, resolver: target.constructor as Class, parameters, needs, values };
    Extensions({ edge: whole })(target, key, descriptor);
    ResolveField(String(key), () => edge.type, options)(target, key, descriptor);
  };
