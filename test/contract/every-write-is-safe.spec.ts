import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { IdempotencyQueries } from '../../src/requests/idempotency.queries.js';
import { WriteContextService } from '../../src/requests/write-context.service.js';
import { as, useApp } from '../app.js';
import { sdl } from './contract.js';
import {
  actionsOf,
  everything,
  isVersioned,
  makers,
  mutation,
  overGraphql,
  overRest,
  position,
  writes,
  type Answered,
  type SendWrite,
  type Write,
} from './writes.js';

const test = useApp();
const names = writes.map(({ operationId }) => operationId).sort();
const rest = overRest(test);
const graphql = overGraphql(test);
const doors = { REST: rest, GraphQL: graphql };

/** What was asked of which operation. */
const asked: Record<string, Set<string>> = {};
let made = 0;
const newKey = () => `k-${++made}`;
let make: (name: string) => Promise<Write>;
/** Who does which write, and the key of another who may. */
const doers: Record<string, string> = {};
const colleagues: Record<string, string> = {};
/** What a member says nobody says for them, whoever holds the same appointment. */
const ofOneself = ['recuse', 'recordOpinion'];

beforeAll(async () => {
  const table = makers(test);
  make = async (name) => {
    const maker = table[name];
    if (!maker) throw new Error(`${name} has no maker of a valid request in writes.ts.`);
    return maker();
  };
  for (const name of names) doers[name] = (await make(name)).actor;
  for (const post of new Set(Object.values(doers))) colleagues[post] = await secondHolder(post);
});
afterEach(() => jest.restoreAllMocks());

/** Another actor with the same appointment and scopes; gives the key. */
async function secondHolder(post: string): Promise<string> {
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
const everyWrite = (rule: string, check: (name: string) => Promise<void>) =>
  it.each(names)(`${rule}: %s`, async (name) => {
    await check(name);
    (asked[rule] ??= new Set()).add(name);
  });

/** Ids, salts, what is made of them, and the codes of awards differ between two records. */
/** A key is told once, its beginning is another each time, and so is the instant it ends. */
const untold = (body: any) =>
  body?.prefix === undefined ? body : { ...body, prefix: 'thd_', key: null, revokedAt: body.revokedAt && 'at' };
const unnamed = (value: unknown) =>
  JSON.parse(
    JSON.stringify(untold(value) ?? null)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
      .replace(/"contentHash":"[0-9a-f]{64}"/g, '"contentHash":"salted"')
      .replace(/(-[0-9A-Z]{4}){4}"/g, '-drawn"'),
  );
const told = ({ status, headers, body }: Answered) => ({
  status,
  etag: headers.etag,
  location: headers.location,
  body: untold(body),
});

describe('a change is decided on the version that was read', () => {
  const found = async (name: string, { without, stale }: { without: null | number; stale: number }) => {
    const write = await make(name);
    const before = await everything(test);
    const answers = [
      await rest(name, write, { version: without }),
      await rest(name, write, { version: (write.version ?? 0) + stale }),
      await graphql(name, write, { version: (write.version ?? 0) + stale }),
    ];
    const told = answers.map(({ status, code, details }) => [
      status,
      code,
      (details as { current?: number } | undefined)?.current === write.version,
    ]);
    return { told, untouched: isDeepStrictEqual(before, await everything(test)) };
  };
  const right = {
    told: [
      [428, 'IF_MATCH_REQUIRED', false],
      [412, 'STALE', true],
      [412, 'STALE', true],
    ],
    untouched: true,
  };

  everyWrite('If-Match', async (name) => {
    if (isVersioned(name)) expect(await found(name, { without: null, stale: 7 })).toEqual(right);
    else expect(writes.find(({ operationId }) => operationId === name)?.responses).toHaveProperty('201');
  });

  it('control: the right version is not refused', async () => {
    for (const name of names.filter(isVersioned)) {
      const {
        told: [, second],
        untouched,
      } = await found(name, { without: null, stale: 0 });
      expect([name, second, untouched]).toEqual([name, [200, undefined, false], false]);
    }
  });
});

/** GraphQL's record holds what REST shows; REST leaves out what an act does not tell of its record. */
const holds = (graphql: Record<string, unknown> | null, rest: object) =>
  Object.entries(rest).every(([member, value]) => isDeepStrictEqual(value, graphql?.[member]));

/** The same request twice under one key: what was seen. */
async function twice(name: string, first: SendWrite, second: SendWrite) {
  const write = await make(name);
  const said = { key: newKey() };
  const before = await position(test);
  const answers = [await first(name, write, said)];
  const [moved, held] = [await position(test), await everything(test)];
  answers.push(await second(name, write, said));
  const [one, again] = answers as [Answered, Answered];
  return {
    refused: answers.map(({ code }) => code),
    effects: moved - before,
    untouched: isDeepStrictEqual(held, await everything(test)),
    replayed: answers.map(({ headers }) => headers['idempotency-replayed']),
    same:
      first === second
        ? isDeepStrictEqual(told(one), told(again))
        : first === rest
          ? holds(untold(again.body), untold(one.body))
          : holds(untold(one.body), untold(again.body)),
  };
}
const once = {
  refused: [undefined, undefined],
  effects: 1,
  untouched: true,
  replayed: [undefined, 'true'],
  same: true,
};

describe('an act happens once under one key', () => {
  everyWrite('twice over REST', async (name) => expect(await twice(name, rest, rest)).toEqual(once));
  everyWrite('twice over GraphQL', async (name) => expect(await twice(name, graphql, graphql)).toEqual(once));
  everyWrite('over REST, then GraphQL', async (name) => expect(await twice(name, rest, graphql)).toEqual(once));
  everyWrite('over GraphQL, then REST', async (name) => expect(await twice(name, graphql, rest)).toEqual(once));

  everyWrite('one key, one request', async (name) => {
    const write = await make(name);
    const [fresh, own] = [await make(name), await make(name)];
    // Somebody may have one act only.
    const foreign = names.find((each) => each !== name && doers[each] === doers[name]);
    const strange = foreign === undefined ? undefined : await make(foreign);
    const said = { key: newKey() };
    expect((await rest(name, write, said)).code).toBeUndefined();
    const held = await everything(test);
    for (const send of Object.values(doors)) {
      const refused = [
        write.other ? await send(name, write, { ...said, input: write.other }) : undefined,
        fresh.path ? await send(name, fresh, said) : undefined,
        foreign && strange ? await send(foreign, strange, said) : undefined,
      ].filter((each) => each !== undefined);
      expect(refused.length).toBeGreaterThan(0);
      expect(strange?.actor ?? write.actor).toBe(write.actor);
      expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [422, 'KEY_REUSED']));
    }
    expect(await everything(test)).toEqual(held);
    const before = await position(test);
    const another = await rest(name, own, { ...said, actor: colleagues[write.actor] });
    expect([another.code, another.headers['idempotency-replayed'], await position(test)]).toEqual(
      ofOneself.includes(name) ? ['FORBIDDEN', undefined, before] : [undefined, undefined, before + 1],
    );
  });

  everyWrite('what is kept is answered whatever If-Match says', async (name) => {
    if (!isVersioned(name)) return;
    const write = await make(name);
    const said = { key: newKey() };
    const first = await rest(name, write, said);
    const [held, stale] = [await everything(test), (write.version ?? 0) + 7];
    const unmet = [{ version: null }, { version: stale }, { version: null, headers: { 'if-match': 'x' } }];
    for (const each of unmet) {
      const again = await rest(name, write, { ...said, ...each });
      expect([again.headers['idempotency-replayed'], told(again)]).toEqual(['true', told(first)]);
      if (write.other)
        expect((await rest(name, write, { ...said, ...each, input: write.other })).code).toBe('KEY_REUSED');
    }
    const again = await graphql(name, write, { ...said, version: stale });
    expect([again.code, again.headers['idempotency-replayed'], holds(untold(again.body), untold(first.body))]).toEqual([
      undefined,
      'true',
      true,
    ]);
    expect(await everything(test)).toEqual(held);

    const fresh = await make(name);
    const refused = [];
    for (const each of unmet) refused.push((await rest(name, fresh, { key: newKey(), ...each })).status);
    expect(refused).toEqual([428, 412, 400]);
  });

  /** A second request while the first stands inside its transaction. */
  async function together(name: string, second: SendWrite) {
    const write = await make(name);
    const said = { key: newKey() };
    const before = await position(test);
    const queries = test.app.get(IdempotencyQueries);
    const forget = queries.deleteExpired.bind(queries);
    let held = () => {};
    let release = () => {};
    const inside = new Promise<void>((resolve) => (held = resolve));
    const free = new Promise<void>((resolve) => (release = resolve));
    jest.spyOn(queries, 'deleteExpired').mockImplementationOnce(async (...given) => {
      held();
      await free;
      return forget(...given);
    });
    const first = rest(name, write, said);
    await inside;
    const other = await second(name, write, said);
    release();
    const { code } = await first;
    return {
      first: code,
      second: other.code,
      status: other.status,
      then: (await second(name, write, said)).headers['idempotency-replayed'],
      effects: (await position(test)) - before,
    };
  }
  const oneAlone = { first: undefined, second: 'KEY_IN_FLIGHT', status: 409, then: 'true', effects: 1 };

  everyWrite('two at once', async (name) => {
    for (const send of Object.values(doors)) expect(await together(name, send)).toEqual(oneAlone);
  });

  everyWrite('a refusal is not kept', async (name) => {
    for (const send of Object.values(doors)) {
      const write = await make(name);
      const said = { key: newKey() };
      const held = await everything(test);
      // Refused inside the transaction, after the key was taken.
      const refused = await send(name, write, {
        ...said,
        input: write.other,
        headers: { 'legal-reference': '019a0000-0000-7000-8000-000000000000' },
      });
      expect([refused.status, refused.code]).toEqual([422, 'LEGAL_REFERENCE_UNKNOWN']);
      expect(await everything(test)).toEqual(held);
      expect((await send(name, write, said)).code).toBeUndefined();
    }
  });

  it.each(names)('control: without what stands around a write, each acts twice or is refused: %s', async (name) => {
    jest
      .spyOn(test.app.get(WriteContextService), 'contextOf')
      .mockImplementation((_, __, { dryRun }) => ({ dryRun, replayed: false, run: (___, work) => work() }));
    for (const [first, second] of [
      [rest, rest],
      [rest, graphql],
    ] as const) {
      const { replayed, refused, untouched } = await twice(name, first, second);
      expect([replayed, untouched && refused[1] === undefined]).toEqual([[undefined, undefined], false]);
    }
  });

  it('control: without the lock, two at once have two effects', async () => {
    jest.spyOn(test.app.get(IdempotencyQueries), 'tryLock').mockResolvedValue(true);
    const { second, effects } = await together('recordDocument', rest);
    expect([second, effects]).not.toEqual([oneAlone.second, oneAlone.effects]);
  });
});

describe('?validate=only does everything and keeps nothing', () => {
  /** A rehearsal, with a key and an edge, and then the act itself. */
  async function rehearsed(name: string, send: SendWrite) {
    const write = await make(name);
    const said = { edges: send === graphql ? actionsOf(name) : '' };
    const held = await everything(test);
    const rehearsal = await send(name, write, { ...said, validate: 'only', key: newKey() });
    const untouched = isDeepStrictEqual(held, await everything(test));
    const act = await send(name, write, said);
    return {
      refused: [rehearsal.code, act.code],
      status: rehearsal.status,
      validate: rehearsal.headers.validate,
      etag: rehearsal.headers.etag === act.headers.etag,
      untouched,
      same: isDeepStrictEqual(unnamed(rehearsal.body), unnamed(act.body)),
    };
  }
  const nothing = {
    refused: [undefined, undefined],
    status: 200,
    validate: 'only',
    etag: true,
    untouched: true,
    same: true,
  };

  everyWrite('rehearsed over REST', async (name) => expect(await rehearsed(name, rest)).toEqual(nothing));
  everyWrite('rehearsed over GraphQL, with its edges', async (name) =>
    expect(await rehearsed(name, graphql)).toEqual(nothing),
  );

  everyWrite('any other value is refused', async (name) => {
    const write = await make(name);
    for (const send of Object.values(doors)) {
      const { status, code } = await send(name, write, { validate: 'other' });
      expect([status, code]).toEqual([400, 'INVALID']);
    }
  });

  it('an edge sees the state that is rehearsed', async () => {
    const write = await make('issuePlan');
    const { body } = await graphql('issuePlan', write, {
      validate: 'only',
      edges: 'actions { act allowed } indicators { nodes { version } }',
    });
    const { version } = (
      await test.http().get(`/v1/communes/duc-lang/plans/${write.path?.plan}`).set(as(test, 'chairperson'))
    ).body;
    expect([
      body.state,
      body.actions.find(({ act }: any) => act === 'closePlan').allowed,
      body.indicators.nodes,
      version,
    ]).toEqual(['ISSUED', true, [{ version: 2 }], write.version]);
  });

  it.each(names)('control: without the rehearsal it is kept: %s', async (name) => {
    const acts = test.app.get(WriteContextService);
    const around = acts.contextOf.bind(acts);
    jest
      .spyOn(acts, 'contextOf')
      .mockImplementation((actor, asking, { failedPrecondition }) =>
        around(actor, asking, { dryRun: false, failedPrecondition }),
      );
    for (const send of Object.values(doors)) expect((await rehearsed(name, send)).untouched).toBe(false);
  });
});

describe('headers of an act', () => {
  const malformed = ['', 'x'.repeat(256), `"${'x'.repeat(256)}"`, '""', 'khóa', 'two words'];

  everyWrite('a key that is none', async (name) => {
    const write = await make(name);
    const before = await everything(test);
    for (const send of Object.values(doors)) {
      for (const key of malformed) {
        const { status, code } = await send(name, write, { key });
        expect([key, status, code]).toEqual([key, 400, 'INVALID']);
      }
    }
    expect(await everything(test)).toEqual(before);
    expect((await rest(name, write, { key: `"${newKey().padEnd(255, '~')}"` })).code).toBeUndefined();
  });

  everyWrite('with a key, or rehearsed, GraphQL takes one mutation', async (name) => {
    const [a, b] = [await make(name), await make(name)];
    const [one, two] = [mutation(name, a, {}, 'a'), mutation(name, b, {}, 'b')];
    const both = {
      query: `mutation (${one.heading}, ${two.heading}) { ${one.field} ${two.field} }`,
      variables: { ...one.variables, ...two.variables },
    };
    const send = (path: string, headers: Record<string, string> = {}) =>
      test.http().post(path).set(as(test, a.actor)).set(headers).send(both);
    for (const answer of [
      await send('/graphql', { 'idempotency-key': newKey() }),
      await send('/graphql?validate=only'),
      await send('/graphql', a.headers ?? { 'legal-date': '2024-01-31' }),
    ]) {
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'ONE_MUTATION']);
    }
    const { errors, data } = (await send('/graphql')).body;
    // An act on behalf of a unit says so in a header, which two of them cannot share.
    expect([name, errors?.map(({ extensions }: any) => extensions.code), data.a === null]).toEqual(
      a.headers ? [name, ['ON_BEHALF_MISSING', 'ON_BEHALF_MISSING'], true] : [name, undefined, false],
    );
  });

  it('what GraphQL tells of itself is no second mutation', async () => {
    const write = await make('recordDocument');
    const { heading, field, variables } = mutation('recordDocument', write);
    const { body } = await test
      .http()
      .post('/graphql')
      .set({ ...as(test, write.actor), 'idempotency-key': newKey() })
      .send({ query: `mutation (${heading}) { __typename ${field} }`, variables });
    expect([body.errors, body.data.__typename]).toEqual([undefined, 'Mutation']);
  });
});

it('what is made is found at its Location', async () => {
  for (const name of [
    'draftSubmission',
    'correctSubmission',
    'draftPlan',
    'recordDocument',
    'addUnit',
    'addIndicator',
  ]) {
    const write = await make(name);
    const { status, headers, body } = await rest(name, write);
    const there = await test.http().get(String(headers.location)).set(as(test, 'clerk'));
    expect([name, status, there.status, there.body]).toEqual([
      name,
      201,
      200,
      expect.objectContaining({ id: body.id, version: 1 }),
    ]);
  }
});

describe('a replay', () => {
  it('answers the record as it was, its edges as they are', async () => {
    const write = await make('issuePlan');
    const said = { key: newKey(), edges: 'actions { act reasons }' };
    const issued = await graphql('issuePlan', write, said);
    const path = `/v1/communes/duc-lang/plans/${write.path?.plan}/close`;
    expect(
      (await test.http().post(path).set(as(test, 'chairperson')).set('if-match', '"2"').send({ reason: 'Xong' }))
        .status,
    ).toBe(200);
    const again = await graphql('issuePlan', write, said);
    const { actions: before, ...record } = issued.body;
    expect(again.body).toMatchObject({ ...record, state: 'ISSUED', version: 2 });
    expect(before.find(({ act }: any) => act === 'closePlan').reasons).toEqual([]);
    expect(again.body.actions.find(({ act }: any) => act === 'closePlan').reasons).toEqual(['STATE']);
  });

  it('is for whom it was given, though they now act for another unit', async () => {
    const input = {
      key: '2023-khu-dan-cu-1',
      kind: 'CHILD',
      year: 2023,
      title: 'Kế hoạch của khu dân cư',
      parentPlan: '2023',
      unit: 'khu-dan-cu-1',
      document: { type: 'KH', year: 2023, issuer: 'Khu dân cư', title: 'Kế hoạch' },
    };
    const [write, said] = [{ actor: 'hamlet-1', input }, { key: newKey() }];
    const drafted = await rest('draftPlan', write, said);
    expect(drafted.status).toBe(201);
    await test.admin.query(
      `update appointment a set unit_id = u.id from unit u, actor r where r.key = 'hamlet-1' and a.actor_id = r.id and u.commune_id = a.commune_id and u.code = 'khu-dan-cu-2'`,
    );
    const again = await rest('draftPlan', write, said);
    expect([again.headers['idempotency-replayed'], told(again)]).toEqual(['true', told(drafted)]);
    expect((await rest('draftPlan', { ...write, input: { ...input, key: '2023-khac' } }, { key: newKey() })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('is not for somebody who has lost the right', async () => {
    const write = await make('amendPlan');
    const said = { key: newKey(), actor: colleagues.clerk as string };
    expect((await rest('amendPlan', write, said)).code).toBeUndefined();
    await test.admin.query(
      `update appointment set valid_to = '2024-01-30' where actor_id = (select id from actor where key = 'clerk-2')`,
    );
    for (const send of Object.values(doors))
      expect((await send('amendPlan', write, said)).code).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
  });
});

it('all writes were covered, each by every check', () => {
  expect(names).toEqual(Object.keys(sdl().getMutationType()?.getFields() ?? {}).sort());
  expect(names).toEqual(Object.keys(makers(test)).sort());
  expect(names).toHaveLength(52);
  expect(Object.entries(asked).map(([rule, covered]) => [rule, [...covered].sort()])).toEqual(
    Object.keys(asked).map((rule) => [rule, names]),
  );
  expect(Object.keys(asked)).toHaveLength(14);
});
