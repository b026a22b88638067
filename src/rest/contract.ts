import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Request } from '../api/request.js';
import { openApiDocument } from './openapi.js';
import { sendStatic, staticAnswer, type StaticAnswer } from './static-answer.js';

/** Public contract of REST and GraphQL, as text in a stable order. */
const documents = [
  ['/openapi.json', 'application/json; charset=utf-8', openApiText],
  ['/schema.graphql', 'text/plain; charset=utf-8', schemaText],
] as const;

/** Serves the contract without a key; each text is made at its first request. */
export function serveContract(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, type, write] of documents) {
    let written: Promise<StaticAnswer> | undefined;
    fastify.get(path, async (request, reply) =>
      reply.send(sendStatic(await (written ??= staticAnswer(type, write(app))), request as Request, reply)),
    );
  }
}

function openApiText(app: NestFastifyApplication): string {
  const { paths, components, ...document } = openApiDocument(app);
  const schemas = sorted(components?.schemas ?? {});
  return `${JSON.stringify({ ...document, paths: sorted(paths), components: { ...components, schemas } }, null, 2)}\n`;
}

function schemaText(app: NestFastifyApplication): string {
  return `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
}

const sorted = (record: object) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
