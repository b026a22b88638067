import { codePattern } from '../api/code.js';
import { point, points, pointerStep, type OperatorsPointCode, type Point } from '../points.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import {
  conditionWords,
  oneOfParameters,
  type ConditionWord,
  type Demand,
  type Parameter,
  type Term,
} from './condition-words.data.js';
import type { Condition } from './condition.view.js';
import type { NominationType } from './nomination-type.js';

type Mistake = Point<OperatorsPointCode>;
const broken = (pointer: string, detail: string): Mistake => point(pointer, 'CONDITION_SHAPE', detail);

/** Whether a condition is asked of a nomination of a type for a nominee of a kind. */
export const isAskedOf = (
  { types, nominees }: Pick<Condition, 'types' | 'nominees'>,
  { type, kind }: { type: NominationType; kind: UnitKind },
): boolean => (types.length === 0 || types.includes(type)) && (nominees.length === 0 || nominees.includes(kind));

/** Deepest nesting of `all`, `any` and `not`. */
const deepest = 5;

/** Mistakes of what a condition needs: an unknown word, a parameter that it does not take, or another value. */
export function brokenTerm(term: unknown, pointer: string, depth = 1): Mistake[] {
  if (term === null || typeof term !== 'object' || Array.isArray(term))
    return [broken(pointer, 'A condition is {"is": …}, {"all": […]}, {"any": […]} or {"not": …}.')];
  if (depth > deepest) return [broken(pointer, `Conditions stand at most ${deepest} deep.`)];
  const { all, any, not, is, ...rest } = term as Record<string, unknown>;
  const given = Object.entries({ all, any, not, is }).filter(([, value]) => value !== undefined);
  const [[way, value] = ['', undefined]] = given;
  if (given.length !== 1) return [broken(pointer, 'Name one of "is", "all", "any" and "not".')];
  if (way === 'is') return brokenDemand(value, rest, pointer);
  const unasked = Object.keys(rest).map((name) => broken(`${pointer}${pointerStep(name)}`, `"${way}" stands alone.`));
  if (way === 'not') return [...unasked, ...brokenTerm(value, `${pointer}/not`, depth + 1)];
  if (!Array.isArray(value) || value.length === 0)
    return [broken(`${pointer}/${way}`, `"${way}" is a list of conditions.`)];
  return [...unasked, ...value.flatMap((each, index) => brokenTerm(each, `${pointer}/${way}/${index}`, depth + 1))];
}

function brokenDemand(is: unknown, given: Readonly<Record<string, unknown>>, pointer: string): Mistake[] {
  const takes: Readonly<Record<string, Parameter>> | undefined =
    typeof is === 'string' && Object.hasOwn(conditionWords, is)
      ? conditionWords[is as keyof typeof conditionWords]
      : undefined;
  if (!takes) return [broken(`${pointer}/is`, `A condition is one of: ${Object.keys(conditionWords).join(', ')}.`)];
  const alternatives = oneOfParameters[is as ConditionWord] ?? [];
  return points(
    alternatives.length > 0 &&
      alternatives.filter((name) => given[name] !== undefined).length !== 1 &&
      broken(pointer, `${String(is)} takes one of: ${alternatives.join(', ')}.`),
    Object.keys(given)
      .filter((name) => !Object.hasOwn(takes, name))
      .map((name) => broken(`${pointer}${pointerStep(name)}`, `${String(is)} takes no "${name}".`)),
    Object.entries(takes).flatMap(([name, parameter]) => {
      const value = given[name];
      const wrong = value === undefined ? !parameter.optional : !fits(value, parameter);
      return points(wrong && broken(`${pointer}/${name}`, `${String(is)} takes "${name}": ${described(parameter)}.`));
    }),
  );
}

function fits(value: unknown, parameter: Parameter): boolean {
  const isCode = (each: unknown) => typeof each === 'string' && codePattern.test(each);
  const listed = Array.isArray(value) && value.length > 0 ? (value as unknown[]) : undefined;
  switch (parameter.takes) {
    case 'count':
      return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000;
    case 'percent':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100;
    case 'flag':
      return typeof value === 'boolean';
    case 'code':
    case 'form':
      return isCode(value);
    case 'codes':
    case 'forms':
      return listed?.every(isCode) ?? false;
    case 'word':
      return parameter.words.includes(value as string);
    case 'words':
      return listed?.every((each) => parameter.words.includes(each as string)) ?? false;
  }
}

function described(parameter: Parameter): string {
  switch (parameter.takes) {
    case 'count':
      return 'a whole number from 1 to 1,000';
    case 'percent':
      return 'a whole number up to 100';
    case 'flag':
      return 'true or false';
    case 'code':
    case 'form':
      return 'a code';
    case 'codes':
    case 'forms':
      return 'a list of codes';
    case 'word':
      return `one of ${parameter.words.join(', ')}`;
    case 'words':
      return `some of ${parameter.words.join(', ')}`;
  }
}

/** Demands of a condition, however they are joined. */
export const demandsIn = (term: Term): Demand[] => {
  if ('all' in term) return term.all.flatMap(demandsIn);
  if ('any' in term) return term.any.flatMap(demandsIn);
  return 'not' in term ? demandsIn(term.not) : [term];
};

/** Codes of the award forms that a condition names. */
export const formsIn = (term: Term): string[] =>
  demandsIn(term).flatMap((demand) => {
    const takes: Readonly<Record<string, Parameter>> = conditionWords[demand.is];
    return Object.entries(demand).flatMap(([name, value]) =>
      /^forms?$/.test(takes[name]?.takes ?? '') ? (value as string | string[]) : [],
    );
  });
