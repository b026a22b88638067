import assert from 'node:assert/strict';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql } from './generated/graphql/gql.js';

/** Address of the server, keys of the clerk, who writes, and of the administrator, who exports personal values. */
export const [url = '', key = '', administrator = ''] = process.argv.slice(2);

/** A GraphQL client with its cache on; `code` is that of the refusal. */
export interface Client {
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Answer<Data>;
  mutate<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Answer<Data>;
}
type Answer<Data> = Promise<{ data?: Data | null | undefined; code?: unknown }>;

const feed = graphql(`
  query Feed($first: Int!) {
    changes(commune: "duc-lang", first: $first) {
      items {
        position
        item
        recordId
        version
        kind
      }
      more
    }
  }
`);
const personal = graphql(`
  query Personal {
    exportPersonal(commune: "duc-lang", unit: "ho-khu-2-1") {
      nodes {
        recordId
        pointer
        value
        at
      }
    }
  }
`);
const units = graphql(`
  query Units($after: String) {
    units(commune: "duc-lang", first: 20, after: $after) {
      nodes {
        id
        code
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const rice = graphql(`
  query Rice {
    indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") {
      id
      version
      assessedBy
    }
  }
`);
const amend = graphql(`
  mutation Amend($version: Int!, $input: AmendIndicator!) {
    amendIndicator(
      commune: "duc-lang"
      plan: "2023"
      code: "econ.rice.area"
      expectedVersion: $version
      input: $input
    ) {
      id
      version
      assessedBy
    }
  }
`);

export const distinct = (texts: readonly string[], what: string) => {
  assert.ok(texts.length > 1, `${what}: there are some`);
  assert.equal(new Set(texts).size, texts.length, `${what}: none takes the place of another`);
};

/** The work of an integrator: the feed, personal values, all pages of a list, a write, a refusal. */
export async function exercise(make: (headers: { authorization: string }) => Client): Promise<void> {
  const { query, mutate } = make({ authorization: `Bearer ${key}` });
  const { data: fed } = await query(feed, { first: 500 });
  distinct(
    (fed?.changes?.items ?? []).map(({ position, item }) => `${position}.${item}`),
    'changes',
  );
  const { data: exported } = await make({ authorization: `Bearer ${administrator}` }).query(personal, {});
  distinct(
    (exported?.exportPersonal?.nodes ?? []).map((each) => JSON.stringify(each)),
    'personal values',
  );

  const codes: string[] = [];
  for (let after: string | null | undefined, more = true; more;) {
    const {
      data,
    }: {
      data?:
        | {
            units?: { nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } } | null;
          }
        | null
        | undefined;
    } = await query(units, { after });
    codes.push(...(data?.units?.nodes ?? []).map(({ code }) => code));
    after = data?.units?.pageInfo.endCursor;
    more = data?.units?.pageInfo.hasNextPage ?? false;
  }
  distinct(codes, 'units of all pages');

  const { data: read } = await query(rice, {});
  const version = read?.indicator?.version ?? 0;
  const input = { assessedBy: `lần ${version}`, reason: 'Ghi rõ' };
  const { data: written } = await mutate(amend, { version, input });
  assert.deepEqual(
    [written?.amendIndicator?.version, written?.amendIndicator?.assessedBy],
    [version + 1, input.assessedBy],
  );
  const { data: again } = await query(rice, {});
  assert.equal(again?.indicator?.version, version + 1, 'the cache has what was written');
  assert.equal((await mutate(amend, { version, input })).code, 'STALE');
}
