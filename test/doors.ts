import { getNamedType, isLeafType, isObjectType, type GraphQLOutputType } from 'graphql';
import { as, type TestApp } from './app.js';
import { openApi, operations, rootFields, sdl } from './contract/contract.js';

/** A record as it was answered; the test that reads a member knows its type. */
export type Row = Record<string, any>;

/** An answer, the same for both doors. */
export interface Answer {
  status: number;
  /** The record, the list (`items`, `next`) or the problem. */
  body: Row;
  /** Code of the refusal, where it was refused. */
  code?: string;
  headers: Record<string, string>;
  /** Body of REST as it came. */
  text?: string;
}

export interface Asked {
  /** Sent as If-Match, or as `expectedVersion`; 0 where there must be none yet. */
  version?: number;
  input?: object;
  headers?: Record<string, string>;
}

/** A flow is written once against this and runs through both doors: every operation by its name, its parameters by theirs. */
export interface Door {
  name: 'REST' | 'GraphQL';
  ask(
    operation: string,
    actor: string | undefined,
    parameters?: Record<string, unknown>,
    asked?: Asked,
  ): Promise<Answer>;
  indicator(actor: string | undefined, commune: string, plan: string, code: string): Promise<Answer>;
  indicators(actor: string | undefined, commune: string, plan: string, first: number, after?: string): Promise<Answer>;
  plan(actor: string | undefined, commune: string, plan: string): Promise<Answer>;
  units(actor: string | undefined, commune: string, query?: Record<string, unknown>): Promise<Answer>;
  changes(actor: string | undefined, commune: string, cursor?: string): Promise<Answer>;
  amendIndicator(
    actor: string | undefined,
    commune: string,
    plan: string,
    code: string,
    version: number,
    input: object,
  ): Promise<Answer>;
}

type Ask = Door['ask'];

const contract = {
  operations: operations(),
  schema: sdl(),
  records: openApi().components.schemas as Record<string, { properties?: object }>,
};

function overRest(test: TestApp): Ask {
  return async (operation, actor, parameters = {}, { version, input, headers } = {}) => {
    const {
      path,
      method,
      parameters: known,
    } = contract.operations.find(({ operationId }) => operationId === operation)!;
    const query = Object.fromEntries(
      Object.entries(parameters).filter(([name]) => known.some((each) => each.name === name && each.in === 'query')),
    );
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(parameters[name] ?? parameters.key)),
    );
    const condition: Record<string, string> =
      version === undefined ? {} : version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    const request = test
      .http()
      [method as 'get' | 'post' | 'put' | 'patch'](url)
      .query(query)
      .set({ ...as(test, actor), ...condition, ...headers });
    const { status, body, text, headers: given } = await (input === undefined ? request : request.send(input));
    return { status, body, text, code: status >= 400 ? body.code : undefined, headers: given };
  };
}

function overGraphql(test: TestApp): Ask {
  return async (operation, actor, parameters = {}, { version, input, headers } = {}) => {
    const field = rootFields(contract.schema)[operation]!;
    const kind = contract.schema.getMutationType()?.getFields()[operation] ? 'mutation' : 'query';
    const variables = {
      ...parameters,
      ...(version !== undefined && { expectedVersion: version }),
      ...(input !== undefined && { input }),
    } as Record<string, unknown>;
    const args = field.args.filter(({ name }) => variables[name] !== undefined);
    const heading = args.length > 0 ? `(${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})` : '';
    const passed = args.length > 0 ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : '';
    const query = `${kind} ${heading} { ${operation}${passed} ${everything(field.type)} }`;
    const {
      status,
      body,
      headers: given,
    } = await test
      .http()
      .post('/graphql')
      .query(parameters.validate === undefined ? {} : { validate: parameters.validate })
      .set({ ...as(test, actor), ...headers })
      .send({ query, variables: Object.fromEntries(args.map(({ name }) => [name, variables[name]])) });
    const problem = body.errors?.[0]?.extensions;
    return problem
      ? { status: problem.status, body: problem, code: problem.code, headers: given }
      : { status, body: listed(body.data[operation]), headers: given };
  };
}

/** Every plain member of a type, and of the records inside it that are no edges: an edge takes arguments or a loader, a member does not. */
function everything(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const members = Object.values(named.getFields()).filter(
    (field) =>
      field.args.length === 0 && (isLeafType(getNamedType(field.type)) || (depth < 3 && plain(field.name, named.name))),
  );
  return `{ ${members.map((field) => `${field.name} ${everything(field.type, depth + 1)}`).join(' ')} }`;
}

/** REST shows it too, so it is a member and no edge. */
function plain(member: string, type: string): boolean {
  return type.endsWith('Connection')
    ? member !== 'edges'
    : Object.keys(contract.records[type]?.properties ?? {}).includes(member);
}

/** A connection told as REST tells a list. */
const listed = (value: Row) =>
  value?.nodes ? { items: value.nodes, next: value.pageInfo.hasNextPage ? value.pageInfo.endCursor : null } : value;

/** All pages of the feed from a cursor on, as one. */
async function allChanges(ask: Ask, actor: string | undefined, from: { commune: string; cursor?: string }) {
  const page = await ask('changes', actor, { ...from, first: 500 });
  if (page.code !== undefined || !page.body.more) return page;
  const next: Answer = await allChanges(ask, actor, { ...from, cursor: page.body.cursor });
  return { ...next, body: { ...next.body, items: [...page.body.items, ...(next.body.items ?? [])] } };
}

function door(name: Door['name'], ask: Ask): Door {
  return {
    name,
    ask,
    indicator: (actor, commune, plan, code) => ask('indicator', actor, { commune, plan, code }),
    indicators: (actor, commune, plan, first, after) => ask('indicators', actor, { commune, plan, first, after }),
    plan: (actor, commune, plan) => ask('plan', actor, { commune, plan }),
    units: (actor, commune, query) => ask('units', actor, { commune, ...query }),
    changes: (actor, commune, cursor) => allChanges(ask, actor, { commune, cursor }),
    amendIndicator: (actor, commune, plan, code, version, input) =>
      ask('amendIndicator', actor, { commune, plan, code }, { version, input }),
  };
}

export const rest = (test: TestApp): Door => door('REST', overRest(test));
export const graphql = (test: TestApp): Door => door('GraphQL', overGraphql(test));

/** For `describe.each(doors)('%s', (_, door) => …)`. */
export const doors = [
  ['REST', rest],
  ['GraphQL', graphql],
] as const;

/** The record of an answer that is no refusal. */
export function done({ code, status, body }: Answer): Row {
  expect([code, Math.floor(status / 100)]).toEqual([undefined, 2]);
  return body;
}

/** The points of a problem, each as `pointer code`. */
export const points = ({ body }: Answer): string[] => body.errors.map(({ pointer, code }: Row) => `${pointer} ${code}`);

/** The points of a broken rule; the code of any other refusal. */
export const broken = (answer: Answer): string[] | string | undefined =>
  answer.code === 'RULE' ? points(answer) : answer.code;
