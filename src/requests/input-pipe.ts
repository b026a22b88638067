import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { parametersOf } from '../api/asked.js';
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
    // GraphQL passes all arguments to every parameter class, which takes its own; the schema has refused unknown ones.
    const names = metadata.type === 'query' ? undefined : parametersOf(metadata.metatype);
    const own = names && Object.fromEntries(Object.entries(value as object).filter(([name]) => names.includes(name)));
    return super.transform(own ?? value, metadata);
  }
}

/** The validator names its rules by any text; a test holds the names that are used to `pointsInVietnamese`. */
function pointsOf({ property, constraints = {}, children = [] }: ValidationError, above: string): Point[] {
  const pointer = `${above}${pointerStep(property)}`;
  const own = Object.entries(constraints).map(([code, detail]) => point(pointer, code as PointCode, detail));
  return [...own, ...children.flatMap((child) => pointsOf(child, pointer))];
}
