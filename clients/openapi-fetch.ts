import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import { key, url } from './exercise.js';
import type { paths } from './generated/openapi.js';

const client = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });
const path = { commune: 'duc-lang', plan: '2023', code: 'econ.rice.area' };

const codes: string[] = [];
for (let after: string | undefined, more = true; more;) {
  const { data } = await client.GET('/v1/communes/{commune}/units', {
    params: { path: { commune: 'duc-lang' }, query: { first: 20, ...(after !== undefined && { after }) } },
  });
  // As JSON was asked for, it is not the table of text/csv.
  assert.ok(typeof data === 'object');
  codes.push(...data.items.map(({ code }) => code));
  after = data.next ?? undefined;
  more = after !== undefined;
}
assert.ok(codes.length > 20 && new Set(codes).size === codes.length);

const { data: proof } = await client.GET('/v1/communes/{commune}/changes/proof', { params: { path } });
const { data: feed } = await client.GET('/v1/communes/{commune}/changes', { params: { path } });
const kind: string | undefined = feed?.items[0]?.kind;
assert.ok(kind && proof?.positions[0]?.items[0]?.leaf === feed?.items[0]?.leaf);

const { data: rice } = await client.GET('/v1/communes/{commune}/plans/{plan}/indicators/{code}', { params: { path } });
const version = rice?.version ?? 0;
const amend = () =>
  client.PATCH('/v1/communes/{commune}/plans/{plan}/indicators/{code}', {
    params: { path, header: { 'If-Match': `"${version}"` } },
    body: { assessedBy: `lần ${version}`, reason: 'Ghi rõ' },
  });
assert.equal((await amend()).data?.version, version + 1);
assert.equal((await amend()).error?.code, 'STALE');
