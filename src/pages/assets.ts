import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { introspectionFromSchema, type GraphQLSchema } from 'graphql';

/** A file that a page loads: its media type, and how to read it. */
export interface Asset {
  type: string;
  read(schema: GraphQLSchema): Promise<string | Buffer>;
}

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

const { resolve } = createRequire(import.meta.url);
const swagger = (file: string) => () => readFile(resolve(`swagger-ui-dist/${file}`));
/** A part of GraphiQL, as build.mjs has written it. */
const graphiql = (part: 'js' | 'css' | 'graphqlWorker' | 'jsonWorker' | 'editorWorkerService') => () =>
  readFile(new URL(`graphiql/${part}`, import.meta.url));

/** Draws the reference below the guide. Addresses in scripts are relative to the page. */
const reference = `SwaggerUIBundle({
  url: 'openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null,
  docExpansion: 'none', defaultModelsExpandDepth: 0,
});`;

/**
 * Starts GraphiQL. The key in its input goes with every request and is stored nowhere. The schema comes as a static
 * file, because introspection over `/graphql` needs a key and counts against the limits.
 */
const start = `
const key = document.getElementById('key');
const workers = { graphql: 'graphql', json: 'json' };
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => new URL('docs/graphiql-' + (workers[label] ?? 'editor') + '-worker.js', location).href,
};
const ask = self.fetch.bind(self);
self.fetch = async (address, options = {}) => {
  if (new URL(address, location.href).pathname !== location.pathname) return ask(address, options);
  if (String(options.body).includes('"IntrospectionQuery"')) return ask('docs/introspection.json');
  const authorization = key.value && { authorization: 'Bearer ' + key.value };
  return ask(address, { ...options, headers: { ...options.headers, ...authorization } });
};
const root = document.getElementById('root');
YogaGraphiQL.renderYogaGraphiQL(root, {
  endpoint: location.pathname, title: 'thidua', logo: '', shouldPersistHeaders: false, defaultQuery: root.dataset.query,
});
`;

const introspection = async (schema: GraphQLSchema) =>
  JSON.stringify({ data: introspectionFromSchema(schema, { schemaDescription: true, inputValueDeprecation: true }) });

/** Files below `/docs` by name. All of them are served from here: no page loads anything from another host. */
export const assets: Readonly<Record<string, Asset>> = {
  'swagger-ui.css': { type: style, read: swagger('swagger-ui.css') },
  'swagger-ui.js': { type: script, read: swagger('swagger-ui-bundle.js') },
  'reference.js': { type: script, read: async () => reference },
  'graphiql.css': { type: style, read: graphiql('css') },
  'graphiql.js': { type: script, read: graphiql('js') },
  'graphiql-start.js': { type: script, read: async () => start },
  'graphiql-graphql-worker.js': { type: script, read: graphiql('graphqlWorker') },
  'graphiql-json-worker.js': { type: script, read: graphiql('jsonWorker') },
  'graphiql-editor-worker.js': { type: script, read: graphiql('editorWorkerService') },
  'chain-vector.json': {
    type: 'application/json; charset=utf-8',
    read: () => readFile(new URL('chain-vector.json', import.meta.url)),
  },
  'introspection.json': { type: 'application/json; charset=utf-8', read: introspection },
};

/** Content-Security-Policy of pages with scripts. Swagger UI and GraphiQL write style attributes and use `data:`. */
export const scriptedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
