import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf } from 'class-validator';
import type { Class, Shape } from './shapes.js';
import { openApi } from './shown.js';

interface AskedOptions {
  list?: boolean;
  /** May be left out; null is refused. */
  optional?: boolean;
  /** May be left out (keeps) or null (clears). */
  clearable?: boolean;
}

const inputMembers = new Map<object, string[]>();

/** Items of a list that is sent, at most. */
export const mostGiven = 100;

/** What a caller may send: a field of the GraphQL input, a property of OpenAPI, and the checks of its shape. */
export function Asked(shape: Shape, description: string, options: AskedOptions = {}): PropertyDecorator {
  return (target, key) => {
    const { list = false, optional, clearable } = options;
    inputMembers.set(target, [...(inputMembers.get(target) ?? []), String(key)]);
    Field(() => (list ? [shape.graphql] : shape.graphql) as typeof String, {
      description,
      nullable: optional || clearable,
    })(target, key);
    ApiProperty({
      ...openApi(shape, { list, nullable: clearable }),
      description,
      required: !optional && !clearable,
    } as never)(target, key);
    if (clearable) IsOptional()(target, key);
    if (optional) ValidateIf((_, value: unknown) => value !== undefined)(target, key);
    if (list) {
      // A query parameter that is given once comes as text, twice as a list.
      Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))(target, key);
      IsArray()(target, key);
      ArrayMaxSize(mostGiven)(target, key);
    }
    shape.valid(list)(target, key);
  };
}

/** What a body is asked for, by name. */
export const inputMembersOf = (type: Class): readonly string[] => inputMembers.get(type.prototype as object) ?? [];

const parameterClasses = new Set<object>();

/** Parameters: of a path or a query string in REST, arguments in GraphQL. Several such classes may share one operation. */
export function Parameters(): ClassDecorator {
  return (type) => {
    ArgsType()(type);
    parameterClasses.add(type);
  };
}

/** The body of an act. */
export const Body = (description: string): ClassDecorator => InputType({ description });

/** The names a parameter class asks for, its parents' too; undefined for any other class. */
export function parametersOf(type: unknown): string[] | undefined {
  if (!parameterClasses.has(type as object)) return undefined;
  const names: string[] = [];
  for (
    let each = (type as Class).prototype as object;
    each !== Object.prototype;
    each = Object.getPrototypeOf(each) as object
  )
    names.push(...(inputMembers.get(each) ?? []));
  return names;
}
