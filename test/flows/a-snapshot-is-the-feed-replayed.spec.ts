import { setTimeout as delay } from 'node:timers/promises';
import { RegistryService } from '../../src/communes/registry.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { as, useApp } from '../app.js';
import { done, doors, rest, type Answer, type Row } from '../doors.js';
import { amendRice, linesOf } from '../exchange.js';

// The response cache would hide what is changed past the program.
const test = useApp('sample', 0);
const commune = 'duc-lang';
const readers = ['administrator', 'clerk', 'verifier', 'chairperson', 'auditor', 'district', 'province', 'integrator'];

beforeAll(async () => {
  const key = { actor: 'clerk', scopes: ['feed:read'], unit: 'khu-dan-cu-1' };
  const issued = await rest(test).ask('issueKey', 'administrator', { commune }, { input: key });
  (test.keys as Record<string, string>).bound = done(issued).key;
  await amendRice(test);
});

const ordered = (items: Row[]) =>
  items.sort((a, b) => (`${a.type} ${a.recordId}` < `${b.type} ${b.recordId}` ? -1 : 1));

/** The records that remain when the items are applied in their order. */
function replayed(items: readonly Row[]): Row[] {
  const records = new Map<string, Row>();
  for (const item of items) {
    const record = `${item.type} ${item.recordId}`;
    if (item.op === 'UPSERT') records.set(record, item);
    else records.delete(record);
  }
  return ordered([...records.values()]);
}

const feedOf = async (door: ReturnType<typeof rest>, actor: string, cursor?: string): Promise<Row> =>
  done(await door.changes(actor, commune, cursor));

/** All pages of a snapshot, as they came; `meanwhile` runs before each. */
async function pagesOf(
  door: ReturnType<typeof rest>,
  actor: string,
  { at, first = 150, meanwhile }: { at?: number; first?: number; meanwhile?: () => Promise<unknown> } = {},
): Promise<Row[]> {
  const pages: Row[] = [];
  for (let after: string | null | undefined; after !== null; after = pages.at(-1)?.next) {
    await meanwhile?.();
    pages.push(done(await door.ask('snapshot', actor, { commune, at, first, after })));
  }
  return pages;
}
const itemsOf = (pages: readonly Row[]): Row[] => pages.flatMap(({ items }) => items as Row[]);
const stream = (actor: string, query = '') =>
  test
    .http()
    .get(`/v1/communes/${commune}/snapshot${query}`)
    .set({ ...as(test, actor), accept: 'application/x-ndjson' })
    .buffer(true)
    .parse((response, end) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end(null, Buffer.concat(chunks).toString()));
    });

describe.each(doors)('%s', (name, open) => {
  const door = open(test);

  it.each(name === 'REST' ? [...readers, 'bound'] : ['clerk', 'district', 'bound'])(
    '%s: what the feed leaves when it is applied, now and at an earlier position',
    async (actor) => {
      const { items, head } = await feedOf(door, actor);
      const pages = await pagesOf(door, actor);
      expect(itemsOf(pages)).toEqual(replayed(items));
      expect(items.length).toBeGreaterThan(itemsOf(pages).length);
      expect(new Set(pages.map(({ position, hash }) => `${position} ${hash}`))).toEqual(
        new Set([`${head.position} ${head.hash}`]),
      );
      const at = items[Math.floor(items.length / 2)].position;
      const then = items.filter(({ position }: Row) => position <= at);
      expect(itemsOf(await pagesOf(door, actor, { at, first: 90 }))).toEqual(replayed(then));
    },
  );

  it('any page asked again is the same, whatever happens meanwhile; the feed goes on from its cursor', async () => {
    const pages = await pagesOf(door, 'district', { meanwhile: () => amendRice(test) });
    const [one, two] = pages;
    expect(pages.length).toBeGreaterThan(2);
    const at = one?.position as number;
    for (const [page, asked] of [
      [one, { at }],
      [two, { at, after: one?.next }],
      [two, { after: one?.next }],
    ] as const)
      expect(done(await door.ask('snapshot', 'district', { commune, first: 150, ...asked }))).toEqual(page);
    const { items } = await feedOf(door, 'district', one?.cursor as string);
    expect(items).toHaveLength(pages.length - 1);
    expect(replayed([...itemsOf(pages), ...items])).toEqual(replayed((await feedOf(door, 'district')).items));
  });

  it('is refused above the head, and by a cursor of another list, position or visibility', async () => {
    const ask = (parameters: object, actor = 'district'): Promise<Answer> =>
      door.ask('snapshot', actor, { commune, ...parameters });
    const { next, cursor, position } = done(await ask({ first: 1 }));
    expect((await ask({ at: position + 1 })).body.errors).toMatchObject([{ pointer: '/at', code: 'BEYOND_HEAD' }]);
    for (const other of [{ after: cursor }, { after: next, at: position - 1 }])
      expect((await ask(other)).code).toBe('CURSOR_INVALID');
    const rescoped = await ask({ after: next }, 'clerk');
    expect([rescoped.code, rescoped.body.details.startAgainAt]).toEqual([
      'CURSOR_RESCOPED',
      `/v1/communes/${commune}/snapshot`,
    ]);
  });
});

it('one stream has the lines of all pages, and a last line that says so', async () => {
  for (const actor of [...readers, 'bound']) {
    const { status, headers, body } = await stream(actor);
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    const pages = await pagesOf(rest(test), actor);
    const { position, hash, cursor } = pages[0] as Row;
    const items = itemsOf(pages);
    expect(linesOf(body as string)).toEqual([...items, { end: true, position, hash, count: items.length, cursor }]);
  }
  const refused = await stream('district', '?at=999999');
  expect([refused.status, JSON.parse(refused.body as string).code]).toEqual([422, 'RULE']);
  expect(JSON.parse((await stream('observer')).body as string).code).toBe('FORBIDDEN');
});

it('nothing is lost between snapshot and feed under concurrent writers; control: from the head after it, some is', async () => {
  const caller = await test.operator();
  const acts = test.app.get(DocumentActsService);
  let writing = true;
  const write = async () => {
    for (let n = 0; writing; n++) {
      await acts.recordDocument(caller, commune, { type: 'BC', year: 2024, issuer: 'UBND xã', title: `Báo cáo ${n}` });
      await delay(15);
    }
  };
  const writers = [write(), write(), write(), amendRice(test)];
  const pages = await pagesOf(rest(test), 'clerk', { first: 25 });
  const { cursor: headAfter } = await feedOf(rest(test), 'clerk');
  writing = false;
  await Promise.all(writers);
  const whole = replayed((await feedOf(rest(test), 'clerk')).items);
  const goingOn = async (cursor: string) =>
    replayed([...itemsOf(pages), ...(await feedOf(rest(test), 'clerk', cursor)).items]);
  expect(await goingOn(pages[0]?.cursor as string)).toEqual(whole);
  expect((await goingOn(headAfter as string)).length).toBeLessThan(whole.length);
});

it('when supervision has ended: as on its last day, and nothing later', async () => {
  // All that stands was recorded two days ago, and one change since.
  await test.admin.query(`update change set at = at - interval '2 days'`);
  await test.admin.query(`update commune_head set at = at - interval '2 days'`);
  // GraphQL answers null where REST leaves a member out.
  const seen = new Map<string, Row[]>();
  for (const [name, open] of doors) seen.set(name, replayed((await feedOf(open(test), 'district')).items));
  const { head } = await feedOf(rest(test), 'district');
  await amendRice(test);
  await test.admin.query('grant all on supervision to thidua_runtime');
  await test.app
    .get(RegistryService)
    .endSupervision(await test.operator(), { superior: 'duc-tho', supervised: commune, lastDay: '2024-01-30' })
    .finally(() => test.admin.query('revoke insert, update, delete on supervision from thidua_runtime'));
  for (const [name, open] of doors) {
    const pages = await pagesOf(open(test), 'district');
    expect(itemsOf(pages)).toEqual(seen.get(name));
    expect(pages[0]).toMatchObject(head);
    const { cursor } = pages[0] as Row;
    expect((await open(test).changes('district', commune, cursor as string)).code).toBe('SUPERVISION_ENDED');
    const earlier = { commune, at: head.position - 1 };
    expect((await open(test).ask('snapshot', 'district', earlier)).code).toBe('SUPERVISION_ENDED');
    expect((await open(test).ask('units', 'district', { commune })).code).toBe('NOT_FOUND');
  }
  expect(linesOf((await stream('district')).body as string)).toHaveLength((seen.get('REST')?.length ?? 0) + 1);
});
