import type { TextKind } from './api/characters.js';
import type { Shape } from './api/shape.js';
import { day } from './api/shapes.js';
import { readText } from './api/text-reading.rules.js';
import { isDay } from './day.js';

/** Refuses an argument that does not have this shape of the API. */
export function demandShape(what: string, shape: Shape, value: string | undefined): void {
  if (value === undefined || !('pattern' in shape.json)) return;
  if (!new RegExp(String(shape.json.pattern)).test(value) || (shape === day && !isDay(value)))
    throw new Error(`${what} is not valid: "${value}".`);
}

export function demandOneOf<T extends string>(what: string, words: readonly T[], value: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`${what} must be one of ${words.join(', ')}, not "${value}".`);
  return found;
}

/** Texts among the arguments: lengths and forms as inputs of the API have them. */
export const texts = {
  name: { written: 'line', max: 200 },
  kind: { written: 'line', max: 100 },
  code: { written: 'line', max: 35 },
  reason: { written: 'prose', max: 2000 },
} as const;

/** A text argument as inputs of the API store it; undefined stays. Errors: one that inputs refuse. */
export function readArgument<Given extends string | undefined>(
  what: string,
  given: Given,
  as: { written: TextKind; max: number },
): Given {
  if (given === undefined) return given;
  const read = readText(given, as);
  if (read.refused) throw new Error(`${what}: ${read.refused.en}`);
  return read.text as Given;
}
