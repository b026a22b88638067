import { Ajv, type ErrorObject } from 'ajv';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';
import type { TextKind } from '../api/characters.js';
import { figurePattern } from '../api/decimal.js';
import { readText } from '../api/text-reading.rules.js';
import { normalize } from '../database/text.js';
import { isDay } from '../day.js';
import { point, type Point, type Sentence } from '../points.js';
import type { SchemeRules } from './scheme-rules.js';
import { schemeShapes } from './scheme-shape.data.js';

/** Levels of lists and objects in a scheme, at most: criteria five deep with conditions in conditions need 30. */
const deepest = 60;

const ajv = new Ajv({ allErrors: true, useDefaults: true, discriminator: true, strict: false, verbose: true });
ajv.addFormat('date', isDay);

ajv.addKeyword({
  keyword: 'x-written',
  type: 'string',
  before: 'maxLength',
  modifying: true,
  /** Cleans a text where it stands, before its length is judged; or says why it is none. */
  compile: (written: TextKind, within) => {
    const clean: DataValidateFunction = (given: string, at) => {
      const read = readText(given, { written, max: within['maxLength'] as number });
      clean.errors = read.refused && [{ keyword: 'x-written', message: read.refused.en, params: read.refused }];
      if (!read.refused && at) at.parentData[at.parentDataProperty] = read.text;
      return !read.refused;
    };
    return clean;
  },
});
const validate = ajv.compile<SchemeRules>({
  $ref: '#/components/schemas/SchemeRules',
  components: { schemas: schemeShapes },
});

/** Rules of a scheme as they are sent, with what was left out; else all points against their shape. */
export function schemeRead(sent: unknown): { rules: SchemeRules } | { broken: Point[] } {
  if (depthOf(sent, 0) > deepest)
    return {
      broken: [
        point('/rules', 'SCHEME_SHAPE', {
          en: `Lists and objects lie more than ${deepest} deep in each other.`,
          vi: `Danh sách và nhóm mục lồng nhau quá ${deepest} cấp.`,
        }),
      ],
    };
  const rules: unknown = normalised(sent);
  if (validate(rules)) return { rules };
  const errors = validate.errors ?? [];
  const unwritten = new Set(
    errors.flatMap(({ keyword, instancePath }) => (keyword === 'x-written' ? instancePath : [])),
  );
  const broken = errors
    .filter(({ keyword, instancePath }) => keyword === 'x-written' || !unwritten.has(instancePath))
    .map((error) => point(`/rules${error.instancePath}`, 'SCHEME_SHAPE', said(error)));
  return { broken: broken.slice(0, 100) };
}

const typesInVietnamese: Readonly<Record<string, string>> = {
  array: 'một danh sách',
  boolean: 'true hoặc false',
  integer: 'số nguyên',
  object: 'một nhóm mục',
  string: 'chuỗi ký tự',
};

/** Vietnamese sentences by keyword of JSON Schema, of the keyword's parameters and value. */
export const inVietnamese: Readonly<
  Record<string, (params: Readonly<Record<string, unknown>>, value: unknown) => string>
> = {
  additionalProperties: ({ additionalProperty }) => `Mục "${String(additionalProperty)}" không có trong mẫu.`,
  required: ({ missingProperty }) => `Thiếu mục "${String(missingProperty)}".`,
  enum: (_, values) => `Phải là một trong các giá trị: ${(values as string[]).join(', ')}.`,
  type: (_, type) => `Phải là ${typesInVietnamese[type as string] ?? String(type)}.`,
  discriminator: ({ tag }) => `Mục "${String(tag)}" thiếu hoặc không phải loại nào trong mẫu.`,
  format: () => 'Phải là ngày có thật dạng 2024-12-31.',
  pattern: (_, pattern) =>
    pattern === figurePattern.source ? 'Phải là số dạng "1763" hoặc "1763.5".' : 'Có ký tự không được dùng ở mục này.',
  minLength: () => 'Không được để trống.',
  maxLength: ({ limit }) => `Tối đa ${String(limit)} ký tự.`,
  minItems: ({ limit }) => `Cần ít nhất ${String(limit)} mục.`,
  maxItems: ({ limit }) => `Tối đa ${String(limit)} mục.`,
  'x-written': ({ vi }) => String(vi),
  minimum: ({ limit }) => `Nhỏ nhất là ${String(limit)}.`,
  maximum: ({ limit }) => `Lớn nhất là ${String(limit)}.`,
};

function said({ keyword, message, params, schema }: ErrorObject): Sentence {
  const more =
    keyword === 'additionalProperties'
      ? params['additionalProperty']
      : keyword === 'enum' && (schema as string[]).join(', ');
  const en =
    keyword === 'x-written' ? String(message) : `It ${message ?? 'has another shape'}${more ? `: ${more}` : ''}.`;
  const vi = inVietnamese[keyword]?.(params, schema);
  return vi === undefined ? en : { en, vi };
}

function depthOf(value: unknown, depth: number): number {
  if (depth > deepest || value === null || typeof value !== 'object') return depth;
  return Math.max(depth, ...Object.values(value).map((each) => depthOf(each, depth + 1)));
}

/** A copy whose texts are NFC. */
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return normalize(value);
  if (Array.isArray(value)) return value.map(normalised);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normalised(each)]));
}
