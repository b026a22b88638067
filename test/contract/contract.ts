import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: { type?: string; enum?: string[]; items?: { enum?: string[] } };
}

export interface RestOperation {
  method: string;
  path: string;
  operationId: string;
  summary?: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { headers?: object; content?: Record<string, { schema: any }> }>;
  security: object[];
}

/** The committed OpenAPI document; that it is what is served has a test of its own. */
export const openApi = (): any => JSON.parse(readFileSync('openapi.json', 'utf8'));

export const operations = (document = openApi()): RestOperation[] =>
  Object.entries<object>(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method, path, ...operation })));

/** The committed SDL. */
export const sdl = (): GraphQLSchema => buildSchema(readFileSync('schema.graphql', 'utf8'));

/** The root fields of both kinds. */
export const rootFields = (schema = sdl()) => ({ ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() });
