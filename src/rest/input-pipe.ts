import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { parametersOf } from '../api/asked.js';
import { point, pointerStep, type Point, type PointCode } from '../points.js';
import { Refusal } from '../refusals.js';

/** Checks the shape of what comes in, on both doors; says every point, not the first. */
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
          errors.flatMap((error) => pointsOf(error, '')),
        ),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // GraphQL hands every parameter class all arguments; each takes its own (the schema has refused strangers already).
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
