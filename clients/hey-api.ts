import assert from 'node:assert/strict';
import { key, url } from './exercise.js';
import { client } from './generated/hey-api/client.gen.js';
import { amendIndicator, indicator, plans, units } from './generated/hey-api/sdk.gen.js';

client.setConfig({ baseUrl: url, auth: key });
const path = { commune: 'duc-lang', plan: '2023', code: 'econ.rice.area' };

const { data: first } = await units({ path, query: { first: 20 } });
const { data: second } = await units({ path, query: { first: 20, after: first?.next ?? '' } });
assert.ok(second && second.items[0]?.code !== first?.items[0]?.code);
// The key goes along where it is only offered.
const { request } = await plans({ path });
assert.equal(request?.headers.get('authorization'), `Bearer ${key}`);

const { data: rice } = await indicator({ path });
const version = rice?.version ?? 0;
const amend = () =>
  amendIndicator({
    path,
    headers: { 'If-Match': `"${version}"` },
    body: { assessedBy: `lần ${version}`, reason: 'Ghi rõ' },
  });
assert.equal((await amend()).data?.version, version + 1);
assert.equal((await amend()).error?.code, 'STALE');
