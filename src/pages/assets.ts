import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { introspectionFromSchema, type GraphQLSchema } from 'graphql';

export interface Asset {
  type: string;
  read(schema: GraphQLSchema): Promise<string | Buffer>;
}

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

const { resolve } = createRequire(import.meta.url);
const swagger = (file: string) => () => readFile(resolve(`swagger-ui-dist/${file}`));
/** Nine megabytes: read only once somebody looks. */
const graphiql = (part: 'js' | 'css' | 'graphqlWorker' | 'jsonWorker' | 'editorWorkerService') => async () =>
  (await import('@graphql-yoga/render-graphiql/graphiql'))[part];

/** Shows the reference below the guide. */
const reference = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null, docExpansion: 'none', defaultModelsExpandDepth: 0 });`;

/** The key is asked for in the page and kept nowhere; what the schema is needs neither a key nor our limits. */
const start = `
const key = document.getElementById('key');
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => '/docs/graphiql-' + ({ graphql: 'graphql', json: 'json' }[label] ?? 'editor') + '-worker.js' };
const ask = self.fetch.bind(self);
self.fetch = async (address, options = {}) => {
  if (new URL(address, location.href).pathname !== '/graphql') return ask(address, options);
  if (String(options.body).includes('"IntrospectionQuery"')) return ask('/docs/introspection.json');
  return ask(address, { ...options, headers: { ...options.headers, ...(key.value && { authorization: 'Bearer ' + key.value }) } });
};
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  endpoint: '/graphql', title: 'thidua', logo: '', shouldPersistHeaders: false,
  defaultQuery: '{\\n  plans(commune: "duc-lang", first: 1) {\\n    nodes {\\n      key\\n      title\\n      indicators(first: 5) {\\n        nodes { code name target }\\n      }\\n    }\\n  }\\n}\\n',
});
`;

const introspection = async (schema: GraphQLSchema) =>
  JSON.stringify({ data: introspectionFromSchema(schema, { schemaDescription: true, inputValueDeprecation: true }) });

/** What the pages load, all of it from here: no page asks another host for anything. */
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
  'introspection.json': { type: 'application/json; charset=utf-8', read: introspection },
};

/** For pages with scripts: their own, from here. Both tools write style attributes and draw with `data:`. */
export const scriptedPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
