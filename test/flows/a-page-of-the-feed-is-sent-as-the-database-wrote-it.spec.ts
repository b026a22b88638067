import { Database } from '../../src/database/database.js';
import { ChangesQueries } from '../../src/journal/changes.queries.js';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';
import { filesOf, useExchange } from '../exchange.js';

const test = useApp();
const district = useExchange(test);

const feed = (more = '') =>
  test.http().get(`/v1/communes/duc-lang/changes?first=5000${more}`).set(as(test, 'district')).expect(200);
const proof = () => test.http().get('/v1/communes/duc-lang/changes/proof').set(as(test, 'district')).expect(200);

/** How many of the records in the journal stand in an answer as the database writes them, to the blank. */
async function unparsedIn({ text }: { text: string }): Promise<number> {
  const { rows } = await test.admin.query<{ data: string }>(
    `select c.data::text as data from change c join commune o on o.id = c.commune_id
     where o.key = 'duc-lang' and c.op = 'UPSERT' and c.seen_after >= 'SUPERIOR'`,
  );
  return rows.filter(({ data }) => text.includes(`"data":${data}`)).length;
}

it('over REST no data of feed and proof are parsed', async () => {
  const whole = await feed();
  const count = whole.body.items.filter(({ op }: Row) => op === 'UPSERT').length;
  expect(count).toBeGreaterThan(100);
  expect(await unparsedIn(whole)).toBe(count);
  expect(await unparsedIn(await proof())).toBe(count);
});

it('control: over GraphQL they are', async () => {
  const query = '{ changes(commune: "duc-lang", first: 5000) { items { data } } }';
  expect(await unparsedIn(await test.http().post('/graphql').set(as(test, 'district')).send({ query }))).toBe(0);
});

it('pages of any size tell the same, and 5,001 are refused', async () => {
  const { body: whole } = await feed();
  expect(whole.more).toBe(false);
  const items: Row[] = [];
  let page: Row = { cursor: '' };
  do {
    const at = page.cursor && `&cursor=${page.cursor}`;
    ({ body: page } = await test.http().get(`/v1/communes/duc-lang/changes?first=37${at}`).set(as(test, 'district')));
    items.push(...page.items);
  } while (page.more);
  expect(items).toEqual(whole.items);
  expect(page.cursor).toBe(whole.cursor);
  await test.http().get('/v1/communes/duc-lang/changes?first=5001').set(as(test, 'district')).expect(400);
});

it('a page ends with the item that exceeds its bytes, a proof with the position', async () => {
  const [queries, database] = [test.app.get(ChangesQueries), test.app.get(Database)];
  const caller = await test.operator();
  const reach = caller.reachIn('duc-lang');
  const at = { position: 0, item: 0, limit: 500, personal: true };
  const read = <T>(work: () => Promise<T>) => database.read(caller, work);
  const lengths = (rows: { text: string | null }[]) => rows.map(({ text }) => text && Buffer.byteLength(text));

  const all = lengths(await read(() => queries.after(reach, { ...at, bytes: 1e9 }))) as number[];
  const bytes = all.slice(0, 10).reduce((sum, each) => sum + each, 0) + 1;
  expect(lengths(await read(() => queries.after(reach, { ...at, bytes })))).toEqual(
    all.map((each, place) => (place <= 10 ? each : null)),
  );
  expect(lengths(await read(() => queries.after(reach, { ...at, bytes: 1 })))[0]).toBe(all[0]);

  const stretch = { from: 1, to: 9, items: 5_000 };
  const positions = lengths(await read(() => queries.positions(reach, { ...stretch, bytes: 1e9 }))) as number[];
  expect(positions).toHaveLength(9);
  expect(lengths(await read(() => queries.positions(reach, { ...stretch, bytes: positions[0]! + 1 })))).toEqual(
    positions.map((each, place) => (place <= 1 ? each : null)),
  );
  expect(await read(() => queries.positions(reach, { ...stretch, items: 1, bytes: 1e9 }))).toHaveLength(1);
});

it('a pull from a server of 0.1.0, which gives 500 at most, ends with the same files', async () => {
  await district.pull();
  const before = filesOf(district.into);
  const asked: string[] = [];
  await district.pull({
    into: `${district.into}/old`,
    fetch: (url, init) => {
      asked.push(/first=\d+/.exec(String(url))?.[0] ?? '');
      return fetch(String(url).replace('first=5000', 'first=5001'), init);
    },
  });
  expect(asked).toEqual(expect.arrayContaining(['first=5000', 'first=500']));
  expect(filesOf(`${district.into}/old`)).toEqual(before);
});
