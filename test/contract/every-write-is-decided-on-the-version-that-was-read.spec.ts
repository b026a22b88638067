import { isDeepStrictEqual } from 'node:util';
import { as } from '../app.js';
import { actsOnSeveral } from './contract.js';
import { allWritesAreCovered, doors, everyWrite, graphql, make, names, newKey, rest, test } from './every-write.js';
import { everything, isVersioned, mutation, writes } from './writes.js';
import type { Row } from '../doors.js';

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
    else if (!actsOnSeveral.includes(name))
      expect(writes.find(({ operationId }) => operationId === name)?.responses).toHaveProperty('201');
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
    expect([name, errors?.map(({ extensions }: Row) => extensions.code), data.a === null]).toEqual(
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

allWritesAreCovered();
