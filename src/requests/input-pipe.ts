import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { isOfLinks, parametersOf } from '../api/asked.js';
import { judged } from '../api/limit-sentences.js';
import { limits } from '../limits/limits.js';
import { point, pointerStep, type Point, type PointCode } from '../points.js';
import { Refusal } from '../refusals.js';

/** Rules of a class, found once: class-validator looks through all classes for each value. */
const storage = getMetadataStorage();
const findRules = storage.getTargetValidationMetadatas.bind(storage);
const rulesOf = new Map<unknown, ReturnType<typeof findRules>>();
storage.getTargetValidationMetadatas = (type, ...options) => {
  const known = rulesOf.get(type) ?? findRules(type, ...options);
  rulesOf.set(type, known);
  return known;
};

/** Validates the shape of inputs, in REST and GraphQL. Refusal: INVALID with every point. */
export class InputPipe extends ValidationPipe {
  /** Parameters by the arguments that they are part of: one object for all requests that write them in the document. */
  private readonly judged = new WeakMap<object, Map<unknown, Promise<unknown>>>();

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) =>
        new Refusal(
          'INVALID',
          {},
          errors
            .slice(0, limits.points)
            .flatMap((error) => pointsOf(error, ''))
            .slice(0, limits.points),
        ),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    const names = type === 'query' && !isOfLinks(metatype) ? undefined : parametersOf(metatype);
    if (!names) return super.transform(value, metadata);
    if (names.length === 0) return Promise.resolve({});
    // GraphQL passes all arguments to every parameter class, which takes its own; the schema has refused unknown ones.
    // Null is an argument left out: Relay sends it for the first page.
    const given = value as object;
    const judged = this.judged.get(given) ?? new Map<unknown, Promise<unknown>>();
    this.judged.set(given, judged);
    const own = () =>
      Object.fromEntries(Object.entries(given).filter(([name, each]) => names.includes(name) && each !== null));
    const known = judged.get(metatype) ?? super.transform(own(), metadata);
    judged.set(metatype, known);
    return known;
  }
}

/** The validator names its rules by any text; a test holds the names that are used to `pointsInVietnamese`. */
function pointsOf(
  { property, value, constraints = {}, contexts = {}, children = [] }: ValidationError,
  above: string,
): Point[] {
  const pointer = `${above}${pointerStep(property)}`;
  const own = Object.entries(constraints).map(([code, en]) => {
    const { vi } = (contexts as Record<string, { vi?: string | ((value: unknown) => string) }>)[code] ?? {};
    const ofShape = vi === undefined ? undefined : { vi: typeof vi === 'function' ? vi(value) : vi, en };
    return point(pointer, code as PointCode, judged({ code, name: property, value }, ofShape) ?? en);
  });
  return [...own, ...children.flatMap((child) => pointsOf(child, pointer))];
}
