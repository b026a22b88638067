import { Webhook } from 'standardwebhooks';
import { useAppOn } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';
import { broken, done, doors, rest, type Row } from '../doors.js';
import { receiver, status, taken, type Receiver } from '../receivers.js';
import { until } from '../until.js';

const keys = [Buffer.alloc(32, 7)];
const test = useAppOn(async () => ({ database: await cloneDatabase('sample'), keys: cluster().keys }), {
  webhooks: { keys, anyAddress: true },
  webhookPause: 20,
});
const commune = 'duc-lang';

let to: Receiver;
beforeEach(async () => void (to = await receiver()));
afterEach(async () => {
  for (const { id, version } of done(await rest(test).ask('webhooks', 'administrator', { commune })).items)
    done(
      await rest(test).ask('removeWebhook', 'administrator', { commune, id }, { version, input: { reason: 'Xong' } }),
    );
  await to.close();
});

const listed = async (id: string): Promise<Row> =>
  done(await rest(test).ask('webhooks', 'auditor', { commune })).items.find((each: Row) => each.id === id);
const log = async (id: string): Promise<Row[]> =>
  done(await rest(test).ask('deliveries', 'administrator', { commune, id })).items;
const stateIs = (id: string, state: string) => until(async () => (await listed(id)).state === state);
/** A change that superiors see, and one inside the commune alone. */
const changes = {
  seen: (name: string) =>
    rest(test).ask(
      'addUnit',
      'clerk',
      { commune },
      { input: { code: name, kind: 'HAMLET', name, validFrom: '2024-01-01', parent: 'ubnd' } },
    ),
  inside: () =>
    rest(test).ask(
      'recordDocument',
      'clerk',
      { commune },
      { input: { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch' } },
    ),
};
/** The feed of an actor from a position on, as a webhook of theirs would tell it. */
async function feed(actor: string, from: number): Promise<Row[]> {
  const { items } = (await rest(test).changes(actor, commune)).body;
  const positions = [...new Set(items.map(({ position }: Row) => position as number))] as number[];
  return positions
    .filter((position) => position >= from)
    .map((position) => ({
      commune,
      position,
      items: items
        .filter((each: Row) => each.position === position)
        .map(({ item, op, kind, type, recordId, version }: Row) => ({ item, op, kind, type, recordId, version })),
      more: false,
    }));
}
const told = () => to.received.map(({ body }) => JSON.parse(body).data);

describe.each(doors)('%s', (name, open) => {
  const act = (operation: string, path: Row, version: number | undefined, input: object) =>
    open(test).ask(operation, 'administrator', { commune, ...path }, { version, input });
  const add = async (input: Row = {}) => done(await act('addWebhook', {}, undefined, { url: to.url, ...input }));

  it('each position that the owner sees is sent, signed, with what the feed has of it and no more', async () => {
    const from = (await feed('integrator', 1)).at(-8)?.position as number;
    const webhook = await add({ owner: 'integrator', from });
    await until(() => to.received.length > 3);
    await changes.seen(`thon-${name.toLowerCase()}`);
    done(await changes.inside());
    const expected = await feed('integrator', from);
    await until(() => to.received.length >= expected.length);
    expect(told()).toEqual(expected);
    expect(expected.length).toBeLessThan((await feed('administrator', from)).length);
    for (const { body, headers, id } of to.received) {
      const verified = new Webhook(webhook.signingSecret).verify(body, headers) as Row;
      expect([verified.type, id]).toEqual(['changes', `${webhook.id}.${verified.data.position}`]);
    }
    await until(async () => (await listed(webhook.id)).position === (await feed('administrator', 1)).at(-1)?.position);
    expect(await listed(webhook.id)).toMatchObject({ state: 'ACTIVE', owner: 'integrator', failingSince: null });
    expect((await log(webhook.id))[0]).toMatchObject({ outcome: 'DELIVERED', status: 204, attempt: 1 });
  });

  it('only chosen kinds are sent', async () => {
    await add({ from: 1, kinds: ['unit.added'] });
    await until(() => to.received.length > 1);
    expect(new Set(told().flatMap(({ items }) => items.map(({ kind }: Row) => kind)))).toEqual(new Set(['unit.added']));
  });

  it('a secret is shown once: no list, replay, feed or row has it', async () => {
    const headers = { 'idempotency-key': `webhook-${name}` };
    const asked = { input: { url: to.url }, headers };
    const first = done(await open(test).ask('addWebhook', 'administrator', { commune }, asked));
    const again = done(await open(test).ask('addWebhook', 'administrator', { commune }, asked));
    expect([first.id, again.signingSecret ?? null]).toEqual([again.id, null]);
    expect(first.signingSecret).toMatch(/^whsec_/);
    const bytes = Buffer.from(first.signingSecret.slice(6), 'base64');
    const { rows } = await test.admin.query(
      'select (select string_agg(to_jsonb(w)::text, $2) from webhook w) || (select string_agg(answer::text, $2) from kept_answer) || (select string_agg(data::text, $2) from change where type = $1) as text',
      ['webhook', '\n'],
    );
    expect(rows[0].text).toContain(first.id);
    for (const form of ['hex', 'base64'] as const) expect(rows[0].text).not.toContain(bytes.toString(form));
    expect(JSON.stringify(await listed(first.id))).not.toContain(first.signingSecret);
  });

  it('a new secret and the former one sign beside each other, then the new one alone', async () => {
    const first = await add();
    const second = done(await act('amendWebhook', { id: first.id }, first.version, { overlapMinutes: 5 }));
    expect(second.signingSecret).not.toBe(first.signingSecret);
    done(await changes.inside());
    await until(() => to.received.some(({ headers }) => headers['webhook-signature']?.includes(' ')));
    const { body, headers } = to.received.at(-1)!;
    for (const { signingSecret } of [first, second])
      expect(new Webhook(signingSecret).verify(body, headers)).toBeTruthy();
    const third = done(await act('amendWebhook', { id: first.id }, second.version, { overlapMinutes: 0 }));
    const before = to.received.length;
    done(await changes.inside());
    await until(() => to.received.length > before + 1);
    const last = to.received.at(-1)!;
    expect(new Webhook(third.signingSecret).verify(last.body, last.headers)).toBeTruthy();
    expect(() => new Webhook(second.signingSecret).verify(last.body, last.headers)).toThrow();
  });

  it('what is not taken is tried again, as itself, before anything later', async () => {
    to.answer = status(500);
    const webhook = await add();
    await stateIs(webhook.id, 'FAILING');
    done(await changes.inside());
    expect((await listed(webhook.id)).nextAttemptAt).not.toBeNull();
    to.answer = taken;
    await test.admin.query(`update webhook_cursor set due_at = now()`);
    await stateIs(webhook.id, 'ACTIVE');
    await until(() => to.received.length >= 3);
    const [one, two, three] = to.received;
    expect([two?.id, two?.body]).toEqual([one?.id, one?.body]);
    expect(three?.id).not.toBe(one?.id);
    expect((await log(webhook.id)).slice(-2).map(({ outcome, status, attempt }) => [outcome, status, attempt])).toEqual(
      [
        ['DELIVERED', 204, 2],
        ['REFUSED', 500, 1],
      ],
    );
    expect(JSON.stringify(await log(webhook.id))).not.toContain('receiver says');
  });

  it('a redirect is not followed', async () => {
    const other = await receiver();
    to.answer = status(307, { location: other.url });
    const webhook = await add();
    await until(async () => (await log(webhook.id)).length > 0);
    expect((await log(webhook.id))[0]).toMatchObject({ outcome: 'REDIRECTED', status: 307 });
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('after three days it pauses, and a replay goes on from a position', async () => {
    to.answer = status(500);
    const webhook = await add();
    await stateIs(webhook.id, 'FAILING');
    await test.admin.query(`update webhook_cursor set due_at = now(), failing_since = now() - interval '72 hours'`);
    await stateIs(webhook.id, 'PAUSED');
    expect(await listed(webhook.id)).toMatchObject({ pausedFor: 'GIVEN_UP', nextAttemptAt: null });
    to.answer = taken;
    to.received.length = 0;
    const { version } = await listed(webhook.id);
    done(await act('replayWebhook', { id: webhook.id }, version, { from: 1 }));
    await stateIs(webhook.id, 'ACTIVE');
    await until(() => to.received.length > 5);
    expect(told()[0].position).toBe(1);
  });

  it('a receiver that is gone for good ends it', async () => {
    to.answer = status(410);
    const webhook = await add();
    await stateIs(webhook.id, 'PAUSED');
    expect((await listed(webhook.id)).pausedFor).toBe('GONE');
    expect(to.received).toHaveLength(1);
  });

  it("an owner whose appointment has ended is told nothing more; another's webhook goes on", async () => {
    const input = { actor: `tam-${name.toLowerCase()}`, name: 'Tạm', role: 'CLERK', validFrom: '2024-01-01' };
    const { id } = done(await act('appoint', {}, undefined, input));
    const theirs = await add({ owner: input.actor });
    await until(() => to.received.length > 0);
    const { appointments } = done(await rest(test).ask('actors', 'administrator', { commune })).items.find(
      ({ key }: Row) => key === input.actor,
    );
    const { version } = appointments.find((each: Row) => each.id === id);
    const ended = { validTo: '2024-01-30', reason: 'Nghỉ' };
    done(await act('endAppointment', { id }, version, ended));
    const count = to.received.length;
    await stateIs(theirs.id, 'PAUSED');
    expect((await listed(theirs.id)).pausedFor).toBe('OWNER_WITHOUT_RIGHT');
    const own = await add();
    await until(() => to.received.length > count);
    expect(to.received.slice(count).every((each) => each.id.startsWith(own.id))).toBe(true);
  });

  it('is refused to an address, an owner or a position that cannot be', async () => {
    const input = { url: 'ftp://127.0.0.1/', owner: 'nobody-there', from: 1_000_000 };
    expect(broken(await act('addWebhook', {}, undefined, input))).toEqual([
      '/url WEBHOOK_URL',
      '/owner UNKNOWN',
      '/from BEYOND_HEAD',
    ]);
    expect(broken(await act('addWebhook', {}, undefined, { url: to.url, owner: 'observer' }))).toEqual([
      '/owner NO_FEED',
    ]);
    const { id, version } = await add();
    expect(broken(await act('amendWebhook', { id }, version, { reason: 'Không' }))).toEqual([' NOTHING_CHANGED']);
    expect(broken(await act('replayWebhook', { id }, version, { from: 1_000_000 }))).toEqual(['/from BEYOND_HEAD']);
    const at = { from: 1_000_000 };
    expect((await open(test).ask('replayWebhook', 'clerk', { commune, id }, { version, input: at })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('a commune has twenty at most', async () => {
    for (let made = 0; made < 20; made++) await add();
    expect(broken(await act('addWebhook', {}, undefined, { url: to.url }))).toEqual([' TOO_MANY_WEBHOOKS']);
  });
});
