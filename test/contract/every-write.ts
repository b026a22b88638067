import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { useApp } from '../app.js';
import { sdl } from './contract.js';
import { makers, overGraphql, overRest, writes, type Answered, type Write } from './writes.js';

/** The set-up of the files that ask something of every write. */
export const test = useApp();
export const names = writes.map(({ operationId }) => operationId).sort();
export const rest = overRest(test);
export const graphql = overGraphql(test);
export const doors = { REST: rest, GraphQL: graphql };

/** Writes asked by each check. */
const asked: Record<string, Set<string>> = {};
let made = 0;
export const newKey = () => `k-${++made}`;
let table: ReturnType<typeof makers>;
/** The actor of each write, and the key of another actor who may do the same. */
export const doers: Record<string, string> = {};
export const colleagues: Record<string, string> = {};

/** A valid request for a write. */
export async function make(name: string): Promise<Write> {
  const maker = table[name];
  if (!maker) throw new Error(`${name} has no maker of a valid request in writes.ts.`);
  return maker();
}

beforeAll(async () => {
  table = makers(test);
  for (const name of names) doers[name] = (await make(name)).actor;
  for (const post of new Set(Object.values(doers))) colleagues[post] = await secondHolder(post);
});
afterEach(() => jest.restoreAllMocks());

/** Another actor with the same appointment and scopes; gives the key. */
async function secondHolder(post: string): Promise<string> {
  test.exceptFromAudit('actor', 'appointment', 'key');
  const { rows } = await test.admin.query(
    'select commune_id, id, gen_random_uuid() as other from actor where key = $1',
    [post],
  );
  const { commune_id: commune, id, other } = rows[0];
  const key = `thd_${post}-2`;
  const copy = (table: string, where: string, changes: string) =>
    test.admin.query(
      `insert into ${table} select (jsonb_populate_record(t, to_jsonb(t) || jsonb_build_object(${changes}))).* from ${table} t where commune_id = $1 and ${where} = $2 limit 1`,
      [commune, id],
    );
  await copy('actor', 'id', `'id', '${other}', 'key', '${post}-2'`);
  await copy('appointment', 'actor_id', `'id', gen_random_uuid(), 'actor_id', '${other}'`);
  await copy('api_key', 'actor_id', `'id', gen_random_uuid(), 'actor_id', '${other}', 'hash', sha256('${key}')::text`);
  return key;
}

/** One check of every write. */
export const everyWrite = (rule: string, check: (name: string) => Promise<void>) =>
  it.each(names)(`${rule}: %s`, async (name) => {
    await check(name);
    (asked[rule] ??= new Set()).add(name);
  });

/** Registers the last test of a file: no write is missing, and each check was made of each. */
export const allWritesAreCovered = () =>
  it('all writes were covered, each by every check', () => {
    expect(names).toEqual(Object.keys(sdl().getMutationType()?.getFields() ?? {}).sort());
    expect(names).toEqual(Object.keys(makers(test)).sort());
    expect(asked).not.toEqual({});
    for (const covered of Object.values(asked)) expect([...covered].sort()).toEqual(names);
  });

/** A key is shown once, its beginning is another each time, and so is the instant it ends. */
export const untold = (body: any) =>
  body?.prefix === undefined ? body : { ...body, prefix: 'thd_', key: null, revokedAt: body.revokedAt && 'at' };
/** Ids, salts, hashes of both, and the codes of awards differ between two records. */
export const unnamed = (value: unknown) =>
  JSON.parse(
    JSON.stringify(untold(value) ?? null)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
      .replace(/"contentHash":"[0-9a-f]{64}"/g, '"contentHash":"salted"')
      .replace(/(-[0-9A-Z]{4}){4}"/g, '-drawn"'),
  );
export const told = ({ status, headers, body }: Answered) => ({
  status,
  etag: headers.etag,
  location: headers.location,
  body: untold(body),
});

/** GraphQL's record holds what REST shows; REST leaves out what an act does not tell of its record. */
export const holds = (graphql: Record<string, unknown> | null, rest: object) =>
  Object.entries(rest).every(([member, value]) => isDeepStrictEqual(value, graphql?.[member]));
