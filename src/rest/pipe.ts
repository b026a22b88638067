import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { parametersOf } from '../api/asked.js';
import { Refusal, type Point } from '../refusals.js';

/** Checks the shape of what comes in, on both doors; says every point, not the first. */
export class AskedPipe extends ValidationPipe {
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
          errors.flatMap((error) => points(error, '')),
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

function points(error: ValidationError, above: string): Point[] {
  const pointer = `${above}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => points(child, pointer))];
}
