import { as } from '../app.js';
import {
  allWritesAreCovered,
  colleagues,
  doers,
  doors,
  everyWrite,
  graphql,
  holds,
  make,
  names,
  newKey,
  rest,
  test,
  told,
  untold,
} from './every-write.js';
import { everything, isVersioned, position } from './writes.js';
import type { Row } from '../doors.js';

/** Acts of a member that nobody else does, whoever holds the same appointment. */
const ofOneself = ['recuse', 'withdrawRecusal', 'recordOpinion'];

describe('a key stands for one request', () => {
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
    expect(before.find(({ act }: Row) => act === 'closePlan').reasons).toEqual([]);
    expect(again.body.actions.find(({ act }: Row) => act === 'closePlan').reasons).toEqual(['STATE']);
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

allWritesAreCovered();
