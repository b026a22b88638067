import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Row } from '../doors.js';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: { type?: string; enum?: string[]; format?: string; items?: { enum?: string[] } };
}

export interface RestOperation {
  method: string;
  path: string;
  operationId: string;
  summary?: string;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { headers?: object; content?: Record<string, { schema: any }> }>;
  security: object[];
}

/** The committed OpenAPI document; that it is what is served has a test of its own. */
export const openApi = (): Row => JSON.parse(readFileSync('openapi.json', 'utf8'));

export const operations = (document = openApi()): RestOperation[] =>
  Object.entries<object>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, ...operation })),
  );

/** Whether an operation answers a list as a table for a spreadsheet, too. */
export const isTable = ({ responses }: Pick<RestOperation, 'responses'>): boolean =>
  responses[200]?.content?.['text/csv'] !== undefined &&
  /Page$/.test(responses[200].content['application/json']?.schema.$ref ?? '');

/** Acts on several records at once: no one version decides them, and none is made. */
export const actsOnSeveral = [
  'moveUnits',
  'submitNominations',
  'appraiseNominations',
  'payAwards',
  'presentAwards',
  'importUnits',
  'importIndicators',
  'importTargets',
  'importEntries',
  'importFacts',
  'importNominations',
];

/** Whether an operation takes a form with a file. */
export const isUpload = ({ requestBody }: Pick<RestOperation, 'requestBody'>): boolean =>
  requestBody?.content?.['multipart/form-data'] !== undefined;

export const sdl = (): GraphQLSchema => buildSchema(readFileSync('schema.graphql', 'utf8'));

/** The root fields of both kinds. */
export const rootFields = (schema = sdl()) => ({
  ...schema.getQueryType()?.getFields(),
  ...schema.getMutationType()?.getFields(),
});

/** A selection of all members of a type, and of records three steps inside. */
export function everything(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const members = Object.values(named.getFields()).filter(
    (field) =>
      !field.args.some((arg) => isNonNullType(arg.type)) &&
      field.name !== 'edges' &&
      (isLeafType(getNamedType(field.type)) || depth < 2),
  );
  // A document has at most 500 fields: a name of a type stands only where there is nothing else.
  return `{ ${members.map((field) => `${field.name} ${everything(field.type, depth + 1)}`).join(' ') || '__typename'} }`;
}
