import assert from 'node:assert/strict';
import {
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  type OperationType,
  type PayloadError,
} from 'relay-runtime';
import { distinct, key, url } from './exercise.js';
import amend, { type clientAmendMutation } from './generated/relay/clientAmendMutation.graphql';
import feed, { type clientFeedQuery } from './generated/relay/clientFeedQuery.graphql';
import rice, { type clientRiceQuery } from './generated/relay/clientRiceQuery.graphql';
import units, { type clientUnitsQuery } from './generated/relay/clientUnitsQuery.graphql';

const environment = new Environment({
  network: Network.create(async ({ text: query }, variables) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  }),
  store: new Store(new RecordSource()),
});

const fetched = <Query extends OperationType>(document: GraphQLTaggedNode, variables: Query['variables']) =>
  fetchQuery<Query>(environment, document, variables).toPromise();
/** Contents of the store, of all that was fetched and written. */
const stored = <Query extends OperationType>(document: typeof units, variables: Query['variables']) =>
  environment.lookup(createOperationDescriptor(document, variables).fragment).data as Query['response'];

const fed = await fetched<clientFeedQuery>(feed, {});
distinct(
  (fed?.changes?.items ?? []).map(({ position, item }) => `${position}.${item}`),
  'changes',
);

let pages = 0;
for (let after: string | null | undefined, more = true; more; pages += 1) {
  await fetched<clientUnitsQuery>(units, { after });
  const pageInfo = stored<clientUnitsQuery>(units, {}).units?.pageInfo;
  [after, more] = [pageInfo?.endCursor, pageInfo?.hasNextPage ?? false];
}
const merged = stored<clientUnitsQuery>(units, {}).units?.edges ?? [];
assert.ok(pages > 1 && merged.length > 100 * (pages - 1), 'the connection has the edges of all pages');
distinct(
  merged.map(({ node }) => node.code),
  'units of all pages',
);

/** A write; its error, as the program sends it. */
const amended = (variables: clientAmendMutation['variables']) =>
  new Promise<PayloadError | undefined>((resolve) =>
    commitMutation<clientAmendMutation>(environment, {
      mutation: amend,
      variables,
      onCompleted: (_, errors) => resolve(errors?.[0]),
      onError: (error) => resolve((error as { source?: { errors?: PayloadError[] } }).source?.errors?.[0]),
    }),
  );
const version = (await fetched<clientRiceQuery>(rice, {}))?.indicator?.version ?? 0;
const input = { assessedBy: `lần ${version}`, reason: 'Ghi rõ' };
assert.equal(await amended({ version, input }), undefined);
const { indicator } = stored<clientRiceQuery>(rice, {});
assert.deepEqual([indicator?.version, indicator?.assessedBy], [version + 1, input.assessedBy], 'the store has it');
const refused = (await amended({ version, input })) as { extensions?: { code?: string } } | undefined;
assert.equal(refused?.extensions?.code, 'STALE');
