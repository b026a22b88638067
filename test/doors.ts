import { as, type TestApp } from './app.js';

/** What came back through a door, told the same way for both. */
export interface Answer {
  status: number;
  /** The record, the list or the problem. */
  body: Record<string, any>;
  /** Code of the refusal, where it was refused. */
  code?: string;
}

/** A flow is written once against this and runs through both doors. */
export interface Door {
  name: 'REST' | 'GraphQL';
  indicator(actor: string | undefined, commune: string, plan: string, code: string): Promise<Answer>;
  indicators(actor: string | undefined, commune: string, plan: string, first: number, after?: string): Promise<Answer>;
  plan(actor: string | undefined, commune: string, plan: string): Promise<Answer>;
  units(actor: string | undefined, commune: string, query?: Record<string, unknown>): Promise<Answer>;
  changes(actor: string | undefined, commune: string, cursor?: string): Promise<Answer>;
  amendIndicator(actor: string | undefined, commune: string, plan: string, code: string, version: number, input: object): Promise<Answer>;
}

const figures = 'id version code name target targetText upperTarget outOf comparator direction parts counted derived needsClarification measure { unit displayUnit scale } responsibleUnitCode';
const feed = 'cursor more head { position hash } items { position item op kind type id version on at actor reason data leaf personal }';

export function rest(test: TestApp): Door {
  const get = async (actor: string | undefined, path: string, query: Record<string, unknown> = {}): Promise<Answer> => {
    const { status, body } = await test.http().get(path).query(query).set(as(test, actor));
    return { status, body, code: body.code && body.requestId ? body.code : undefined };
  };
  return {
    name: 'REST',
    indicator: (actor, commune, plan, code) => get(actor, `/v1/communes/${commune}/plans/${plan}/indicators/${code}`),
    indicators: (actor, commune, plan, first, after) => get(actor, `/v1/communes/${commune}/plans/${plan}/indicators`, { first, ...(after && { after }) }),
    plan: (actor, commune, plan) => get(actor, `/v1/communes/${commune}/plans/${plan}`),
    units: (actor, commune, query) => get(actor, `/v1/communes/${commune}/units`, query),
    changes: (actor, commune, cursor) => get(actor, `/v1/communes/${commune}/changes`, { first: 500, ...(cursor && { cursor }) }),
    async amendIndicator(actor, commune, plan, code, version, input) {
      const { status, body } = await test.http().patch(`/v1/communes/${commune}/plans/${plan}/indicators/${code}`).set(as(test, actor)).set('if-match', `"${version}"`).send(input);
      return { status, body, code: status >= 400 ? body.code : undefined };
    },
  };
}

export function graphql(test: TestApp): Door {
  const ask = async (actor: string | undefined, field: string, query: string, variables: object): Promise<Answer> => {
    const { status, body } = await test.http().post('/graphql').set(as(test, actor)).send({ query, variables });
    const problem = body.errors?.[0]?.extensions;
    return problem ? { status: problem.status, body: problem, code: problem.code } : { status, body: listed(body.data[field]) };
  };
  return {
    name: 'GraphQL',
    indicator: (actor, commune, plan, code) =>
      ask(actor, 'indicator', `query ($commune: String!, $plan: String!, $code: String!) { indicator(commune: $commune, plan: $plan, code: $code) { ${figures} } }`, { commune, plan, code }),
    indicators: (actor, commune, plan, first, after) =>
      ask(
        actor,
        'indicators',
        `query ($commune: String!, $plan: String!, $first: Int, $after: String) { indicators(commune: $commune, plan: $plan, first: $first, after: $after) { nodes { ${figures} } pageInfo { hasNextPage endCursor } } }`,
        { commune, plan, first, after },
      ),
    plan: (actor, commune, plan) =>
      ask(actor, 'plan', 'query ($commune: String!, $plan: String!) { plan(commune: $commune, plan: $plan) { id version key state title signer { name } purposes } }', { commune, plan }),
    units: (actor, commune, query = {}) =>
      ask(
        actor,
        'units',
        `query ($commune: String!, $first: Int, $after: String, $kind: [UnitKind!], $search: String, $asOf: LegalDate, $parent: String) {
           units(commune: $commune, first: $first, after: $after, kind: $kind, search: $search, asOf: $asOf, parent: $parent) { nodes { id code kind name parentCode path } pageInfo { hasNextPage endCursor } } }`,
        { commune, ...query },
      ),
    changes: (actor, commune, cursor) =>
      ask(actor, 'changes', `query ($commune: String!, $cursor: String) { changes(commune: $commune, cursor: $cursor, first: 500) { ${feed} } }`, { commune, cursor }),
    amendIndicator: (actor, commune, plan, code, expectedVersion, input) =>
      ask(
        actor,
        'amendIndicator',
        `mutation ($commune: String!, $plan: String!, $code: String!, $expectedVersion: Int!, $input: AmendIndicator!) {
           amendIndicator(commune: $commune, plan: $plan, code: $code, expectedVersion: $expectedVersion, input: $input) { ${figures} } }`,
        { commune, plan, code, expectedVersion, input },
      ),
  };
}

/** A connection told as REST tells a list. */
const listed = (value: any) => (value?.nodes ? { items: value.nodes, next: value.pageInfo.hasNextPage ? value.pageInfo.endCursor : null } : value);

/** For `describe.each(doors)('%s', (_, door) => …)`. */
export const doors = [
  ['REST', rest],
  ['GraphQL', graphql],
] as const;
