import type { PipeTransform } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import {
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
  responsePathAsArray,
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type ResponsePath,
} from 'graphql';
import type { Caller } from '../access/caller.js';
import { Level } from '../api/level.js';
import type { EdgeMetadata } from '../api/operation.js';
import type { GraphqlContext } from '../api/request.js';
import { edgeValues, Failure } from './edge-values.js';
import type { SelectedField, Selection, Variables } from './selection.js';

/** Answer to an operation: its data as JSON text, and the errors at paths of the data. */
export interface GraphqlAnswer {
  data: string;
  errors: GraphQLError[];
}

/** Services of the program that a walk needs. */
export interface WalkServices {
  schema: GraphQLSchema;
  modules: ModuleRef;
  /** Validates arguments. */
  pipe: PipeTransform;
}

/** Path of a value in the answer, and the selected field that the value, or its list, belongs to. */
interface ValuePath extends ResponsePath {
  selected: SelectedField;
}

/**
 * Execution of one operation. A root field is resolved by Nest. Then the edges are loaded level by level: an edge is
 * called once for all records that have it. At last the answer is written as text, from the top; an error nulls the
 * nearest field above that may be null.
 */
export class Walk {
  private readonly errors: GraphQLError[] = [];
  /** Values of edges, by field and parent. */
  private readonly values = new Map<SelectedField, Map<object, unknown>>();
  /** Texts of records that several parents share. */
  private readonly texts = new Map<SelectedField, Map<object, string>>();

  constructor(
    private readonly services: WalkServices,
    private readonly context: GraphqlContext,
    private readonly variables: Variables,
  ) {}

  /** Root fields of a query are read together. */
  async query(selection: Selection): Promise<GraphqlAnswer> {
    const values = await Promise.all(selection.map((field) => this.root(field)));
    return this.answer(selection, values);
  }

  /** Root fields of a mutation are done one after the other. */
  async mutation(selection: Selection): Promise<GraphqlAnswer> {
    const values: unknown[] = [];
    for (const field of selection) values.push(await this.root(field));
    return this.answer(selection, values);
  }

  private answer(selection: Selection, values: readonly unknown[]): GraphqlAnswer {
    const members = selection.map((field, index) => this.member(field, values[index], undefined));
    return { data: `{${members.join(',')}}`, errors: this.errors };
  }

  private async root(selected: SelectedField): Promise<unknown> {
    const { field, below, leads } = selected;
    try {
      const args = selected.argumentsIn(this.variables);
      const value: unknown = await field.resolve?.(undefined, args, this.context, this.info(selected));
      if (below && leads) await this.load(below, recordsIn(value));
      return value;
    } catch (error) {
      return new Failure(error);
    }
  }

  /** Loads all edges at and below records of one class. */
  private async load(selection: Selection, parents: readonly object[]): Promise<void> {
    if (parents.length === 0) return;
    await Promise.all(
      selection.map(async (selected) => {
        if (!selected.leads) return;
        const { edge, field, below } = selected;
        const values = edge
          ? await this.valuesOf(selected, edge, parents)
          : parents.map((parent) => (parent as Record<string, unknown>)[field.name]);
        if (below) await this.load(below, recordsIn(values));
      }),
    );
  }

  private async valuesOf(selected: SelectedField, edge: EdgeMetadata, parents: readonly object[]): Promise<unknown[]> {
    const { parameters } = edge;
    const values = await edgeValues(edge, new Level(parents, selected.projection), {
      caller: this.context.caller as Caller,
      modules: this.services.modules,
      list: parameters && (() => this.parametersOf(selected, parameters)),
    });
    this.values.set(selected, values);
    return [...values.values()];
  }

  private parametersOf(selected: SelectedField, metatype: EdgeMetadata['parameters']): unknown {
    return this.services.pipe.transform(selected.argumentsIn(this.variables), { type: 'body', metatype });
  }

  /** Member of an object: `"key":value`. */
  private member(selected: SelectedField, value: unknown, above: ResponsePath | undefined): string {
    const { key, label, field, write } = selected;
    const path = { prev: above, key, typename: undefined, selected };
    try {
      if (write && isPresent(value)) return label + write(value);
      return label + this.text(field.type, value, path);
    } catch (error) {
      return label + this.failed(field.type, error, path);
    }
  }

  /** Null in place of a value that failed, if its type allows null; otherwise the value above fails. */
  private failed(type: GraphQLOutputType, error: unknown, path: ValuePath): string {
    const located = locatedError(error, path.selected.nodes, responsePathAsArray(path));
    if (isNonNullType(type)) throw located;
    this.errors.push(located);
    return 'null';
  }

  /** Value as JSON text (GraphQL: CompleteValue). */
  private text(type: GraphQLOutputType, value: unknown, path: ValuePath): string {
    if (isNonNullType(type)) {
      const text = this.text(type.ofType, value, path);
      const { parent, field } = path.selected;
      if (text === 'null') throw new Error(`Cannot return null for non-nullable field ${parent.name}.${field.name}.`);
      return text;
    }
    if (value instanceof Failure) throw value.error;
    if (value === null || value === undefined) return 'null';
    if (isListType(type)) return this.listText(type.ofType, value as Iterable<unknown>, path);
    if (isLeafType(type)) return JSON.stringify(type.serialize(value));
    return this.recordText(value as object, path);
  }

  private listText(type: GraphQLOutputType, values: Iterable<unknown>, above: ValuePath): string {
    let text = '';
    for (const [key, value] of [...values].entries()) {
      const path = { prev: above, key, typename: undefined, selected: above.selected };
      if (key > 0) text += ',';
      try {
        text += this.text(type, value, path);
      } catch (error) {
        text += this.failed(type, error, path);
      }
    }
    return `[${text}]`;
  }

  private recordText(record: object, path: ValuePath): string {
    const { selected } = path;
    const known = this.texts.get(selected)?.get(record);
    if (known !== undefined) return known;
    const errors = this.errors.length;
    let text = '{';
    for (const field of selected.below ?? [])
      text += (text.length > 1 ? ',' : '') + this.member(field, this.valueOf(field, record), path);
    text += '}';
    // An error stands at a path of its own for each parent.
    if (selected.edge && this.errors.length === errors) {
      const texts = this.texts.get(selected) ?? new Map<object, string>();
      this.texts.set(selected, texts.set(record, text));
    }
    return text;
  }

  private valueOf(selected: SelectedField, record: object): unknown {
    const { edge, publicValue, resolve, field } = selected;
    if (edge) return this.values.get(selected)?.get(record);
    if (publicValue) return publicValue(record);
    if (resolve) return resolve(record, selected.argumentsIn(this.variables), this.context, this.info(selected));
    return (record as Record<string, unknown>)[field.name];
  }

  /** Resolvers of introspection read the schema and the type; those of Nest the projection (`@Needed`). */
  private info({ field, parent: parentType, projection }: SelectedField): GraphQLResolveInfo {
    const info = { fieldName: field.name, parentType, projection, schema: this.services.schema };
    return info as unknown as GraphQLResolveInfo;
  }
}

const isPresent = (value: unknown) => value !== null && value !== undefined && !(value instanceof Failure);

/** Records in a value or list of values, each once. */
const recordsIn = (value: unknown): object[] => [
  ...new Set(([value].flat(Infinity) as object[]).filter((each) => typeof each === 'object' && isPresent(each))),
];
