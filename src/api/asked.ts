import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf } from 'class-validator';
import type { Class, Shape } from './shapes.js';
import { openApi, shownOf } from './shown.js';

interface AskedOptions {
  list?: boolean;
  /** May be left out; null is refused. */
  optional?: boolean;
  /** May be left out (keeps) or null (clears). */
  clearable?: boolean;
}

interface InputMember extends AskedOptions {
  name: string;
  shape: Shape;
  description: string;
}

const inputMembers = new Map<object, InputMember[]>();

/** Items of a list that is sent, at most. */
export const mostGiven = 100;

/** What a caller may send: a field of the GraphQL input, a property of OpenAPI, and the checks of its shape. */
export function Asked(shape: Shape, description: string, options: AskedOptions = {}): PropertyDecorator {
  return (target, key) => {
    const { list = false, optional, clearable } = options;
    const member = { name: String(key), shape, description, ...options };
    inputMembers.set(target, [...(inputMembers.get(target) ?? []), member]);
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

/** Declares a member as another class shows or takes it: shape, list and, unless another is given, description. */
export function AskedAs(
  type: Class,
  { description, ...options }: Omit<AskedOptions, 'list'> & { description?: string } = {},
): PropertyDecorator {
  return (target, key) => {
    const { shape, list, ...member } = memberOf(type, key);
    Asked(shape, description ?? member.description, { list, ...options })(target, key);
  };
}

/** Declares a member of an amendment as the input that adds the record takes it; left out, the value stays. */
export function Amends(type: Class, options: { clearable?: boolean; description?: string } = {}): PropertyDecorator {
  return (target, key) => {
    const { clearable = memberOf(type, key).clearable, description } = { ...options };
    AskedAs(type, { optional: !clearable, clearable, description })(target, key);
  };
}

function memberOf(type: Class, key: string | symbol): InputMember {
  const prototype = type.prototype as object;
  const members: readonly InputMember[] = inputMembers.get(prototype) ?? shownOf(type);
  const member = members.find(({ name }) => name === key);
  if (!member) throw new Error(`${type.name} has no member ${String(key)}.`);
  return member;
}

/** What a body is asked for, by name. */
export const inputMembersOf = (type: Class): readonly string[] => namesOf(type.prototype as object);

const namesOf = (prototype: object) => (inputMembers.get(prototype) ?? []).map(({ name }) => name);

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
    names.push(...namesOf(each));
  return names;
}
