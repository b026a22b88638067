import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { scopes } from '../access/permissions.js';
import { pageSchemas } from '../api/operation-openapi.js';
import { jsonSchemas } from '../api/shapes.js';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors', 'requestId'],
  properties: {
    type: { type: 'string', description: 'Address of the description of this code.' },
    title: { type: 'string', description: 'Same as `code`.' },
    status: { type: 'integer', description: 'HTTP status.' },
    code: { type: 'string', description: 'Stable code of the refusal; /v1/refusals lists all codes.' },
    detail: { type: 'string', description: 'Sentence for people, in Vietnamese or English by Accept-Language.' },
    errors: {
      type: 'array',
      description: 'Every error found in the request; empty where the refusal has no parts.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON pointer into the body, or "/" and the name of a parameter.',
          },
          code: { type: 'string', description: 'Stable code of the broken rule.' },
          detail: { type: 'string', description: 'Sentence for people.' },
          readings: {
            type: 'array',
            items: { type: 'string' },
            maxItems: 2,
            description: 'Ways to read a figure that is ASKED_BACK, each as it would be taken.',
          },
        },
      },
    },
    requestId: { type: 'string', description: 'Id of this request in the server log; also the header x-request-id.' },
    details: { type: 'object', description: 'Members for programs, such as the current version of the record.' },
  },
};

const problemAnswer = {
  description: 'Refusal, or fault of the server.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** OpenAPI 3.1 document of the running program. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('thidua')
    .setDescription('Emulation and commendation records of a Vietnamese commune (thi đua, khen thưởng).')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addSecurity('key', { type: 'http', scheme: 'bearer', description: `An API key. Scopes: ${scopes.join(', ')}.` })
    .build();
  const document = SwaggerModule.createDocument(app as never, config, { operationIdFactory: (_, method) => method });
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.put, item.post, item.patch, item.delete]) {
      if (!operation) continue;
      operation.security ??= [];
      operation.responses = { ...operation.responses, default: problemAnswer };
    }
    const body = item.patch?.requestBody;
    if (body && 'content' in body)
      body.content = { ...body.content, 'application/merge-patch+json': body.content['application/json'] ?? {} };
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...pageSchemas(), Problem: problem, ...jsonSchemas } as never,
  };
  return toOpenApi31(document) as OpenAPIObject;
}

/** Converts `nullable`, which @nestjs/swagger still writes, to the types of OpenAPI 3.1. */
function toOpenApi31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOpenApi31);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, toOpenApi31(member)]),
  ) as Record<string, unknown>;
  if (nullable !== true) return nullable === undefined ? rest : { nullable, ...rest };
  const { type, description, enum: words, ...schema } = rest;
  if (typeof type === 'string')
    return {
      ...schema,
      type: [type, 'null'],
      ...(Array.isArray(words) && { enum: [...(words as unknown[]), null] }),
      description,
    };
  return { description, anyOf: [schema, { type: 'null' }] };
}
