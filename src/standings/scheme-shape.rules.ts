import { Ajv } from 'ajv';
import { nfcUpTo } from '../database/text.js';
import { isDay } from '../day.js';
import { point, type Point } from '../points.js';
import type { SchemeRules } from './scheme-rules.js';
import { schemeShapes } from './scheme-shape.data.js';

/** Levels of lists and objects in a scheme, at most: criteria five deep with conditions in conditions need 30. */
const deepest = 60;

const ajv = new Ajv({ allErrors: true, useDefaults: true, discriminator: true, strict: false, verbose: true });
ajv.addFormat('day', isDay);
const validate = ajv.compile<SchemeRules>({
  $ref: '#/components/schemas/SchemeRules',
  components: { schemas: schemeShapes },
});

/** Rules of a scheme as they are sent, with what was left out; else all points against their shape. */
export function schemeRead(sent: unknown): { rules: SchemeRules } | { broken: Point[] } {
  if (depthOf(sent, 0) > deepest)
    return {
      broken: [point('/rules', 'SCHEME_SHAPE', `Lists and objects lie more than ${deepest} deep in each other.`)],
    };
  const rules: unknown = normalised(sent);
  if (validate(rules)) return { rules };
  const broken = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: string[] };
    const more = additionalProperty ?? allowedValues?.join(', ');
    return point(
      `/rules${instancePath}`,
      'SCHEME_SHAPE',
      `It ${message ?? 'has another shape'}${more === undefined ? '' : `: ${more}`}.`,
    );
  });
  return { broken: broken.slice(0, 100) };
}

function depthOf(value: unknown, depth: number): number {
  if (depth > deepest || value === null || typeof value !== 'object') return depth;
  return Math.max(depth, ...Object.values(value).map((each) => depthOf(each, depth + 1)));
}

/** A copy whose texts are NFC. */
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return nfcUpTo(value.length, value);
  if (Array.isArray(value)) return value.map(normalised);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normalised(each)]));
}
