import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf } from 'class-validator';
import { lengths } from './list-lengths.js';
import { atMostItems } from './limit-sentences.js';
import type { Class, Shape, ShapeShown } from './shape.js';
import { reasonText } from './text-shapes.js';
import { openApi, shownOf } from './shown.js';

interface AskedOptions {
  list?: boolean;
  /** Items of the list at most, where the field needs more than `lengths.usual`. */
  atMost?: number;
  /** May be left out; null is refused. */
  optional?: boolean;
  /** May be left out (no change) or null (clears the member). */
  clearable?: boolean;
}

interface InputMember extends AskedOptions {
  name: string;
  shape: ShapeShown;
  description: string;
}

const inputMembers = new Map<object, InputMember[]>();

/** Declares a member of an input: field in GraphQL, property in OpenAPI, validation of its shape. */
export function Asked(shape: Shape, description: string, options: AskedOptions = {}): PropertyDecorator {
  return (target, key) => {
    const { list = false, atMost = lengths.usual, optional, clearable } = options;
    const en = atMost.toLocaleString('en');
    const member = { name: String(key), shape, description, ...options };
    inputMembers.set(target, [...(inputMembers.get(target) ?? []), member]);
    Field(() => (list ? [shape.graphql] : shape.graphql) as typeof String, {
      description: list ? `${description} At most ${en}.` : description,
      nullable: optional || clearable,
    })(target, key);
    ApiProperty({
      ...openApi(shape, { list, nullable: clearable }),
      ...(list && { maxItems: atMost }),
      description,
      required: !optional && !clearable,
    } as never)(target, key);
    if (clearable) IsOptional()(target, key);
    if (optional) ValidateIf((_, value: unknown) => value !== undefined)(target, key);
    if (list) {
      // A query parameter given once arrives as text, given twice as a list.
      Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))(target, key);
      IsArray()(target, key);
      ArrayMaxSize(atMost, atMostItems(atMost))(target, key);
    }
    shape.valid(list)(target, key);
    if (clearable && shape.clears)
      Transform(({ value }: { value: unknown }) => (value === '' ? null : value))(target, key);
  };
}

/** Declares the reason of an act. */
export const Reason = ({ optional }: Pick<AskedOptions, 'optional'> = {}): PropertyDecorator =>
  Asked(reasonText, 'Reason for the act, recorded in the journal.', { optional });

/** Declares a member as another class has it: shape, list, length and, unless another is given, description. */
export function AskedAs(
  type: Class,
  { description, ...options }: Omit<AskedOptions, 'list'> & { description?: string } = {},
): PropertyDecorator {
  return (target, key) => {
    const { shape, list, atMost, ...member } = memberOf(type, key);
    if (!isAsked(shape)) throw new Error(`${type.name}.${String(key)} is a text of answers: declare prose or a line.`);
    Asked(shape, description ?? member.description, { list, atMost, ...options })(target, key);
  };
}

/** Declares a member of an amendment as the input that adds the record takes it; left out, the value stays. */
export function Amends(type: Class, options: { clearable?: boolean; description?: string } = {}): PropertyDecorator {
  return (target, key) => {
    const { clearable = memberOf(type, key).clearable, description } = { ...options };
    AskedAs(type, { optional: !clearable, clearable, description })(target, key);
  };
}

const isAsked = (shape: ShapeShown): shape is Shape => 'valid' in shape;

function memberOf(type: Class, key: string | symbol): InputMember {
  const prototype = type.prototype as object;
  const members: readonly InputMember[] = inputMembers.get(prototype) ?? shownOf(type);
  const member = members.find(({ name }) => name === key);
  if (!member) throw new Error(`${type.name} has no member ${String(key)}.`);
  return member;
}

/** Names of the members of an input class, inherited ones included. */
export function inputMembersOf(type: Class): string[] {
  const names: string[] = [];
  for (let each = type.prototype as object; each !== Object.prototype; each = Object.getPrototypeOf(each) as object)
    names.push(...(inputMembers.get(each) ?? []).map(({ name }) => name));
  return names;
}

const parameterClasses = new Set<object>();
const linkClasses = new Set<object>();

/**
 * Marks a class of parameters: path or query string in REST, arguments in GraphQL. An operation may have several.
 * `ofLinks`: people open the address from messages and search engines, which add parameters of their own
 * ("utm_source", "fbclid"): these are passed over.
 */
export function Parameters({ ofLinks = false } = {}): ClassDecorator {
  return (type) => {
    ArgsType()(type);
    parameterClasses.add(type);
    if (ofLinks) linkClasses.add(type);
  };
}

/** Parameters of an address that asks for none, and is opened from links. */
@Parameters({ ofLinks: true })
export class LinkParameters {}

/** Whether what is not among the parameters of a class is passed over. */
export const isOfLinks = (type: unknown): boolean => linkClasses.has(type as object);

/** Marks the class of a body: REST takes it by `@Body()`, GraphQL as the argument `input`. */
export const InputBody = (description: string): ClassDecorator => InputType({ description });

/** Names of the members of a parameter class, inherited ones included; undefined for any other class. */
export const parametersOf = (type: unknown): string[] | undefined =>
  parameterClasses.has(type as object) ? inputMembersOf(type as Class) : undefined;
