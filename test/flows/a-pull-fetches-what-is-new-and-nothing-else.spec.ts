import { as, useApp } from '../app.js';
import { amendRice, filesOf, linesOf, useExchange } from '../exchange.js';
import { rest } from '../doors.js';
import { verify } from '../../src/exchange/verify.js';

const test = useApp();
const district = useExchange(test);

it('yields the two communes of the district with all their changes', async () => {
  const told: string[] = [];
  const pulled = await district.pull({ log: (line) => told.push(line) });
  expect(pulled.map(({ commune }) => commune)).toEqual(['duc-lang', 'xa-mau']);
  const files = filesOf(district.into);
  for (const { commune, changes, position } of pulled) {
    const feed = await test.http().get(`/v1/communes/${commune}/changes?first=500`).set(as(test, 'district'));
    expect(linesOf(files[`${commune}/log.ndjson`])).toEqual(feed.body.items);
    expect({ changes, position }).toEqual({ changes: feed.body.items.length, position: feed.body.head.position });
    expect(linesOf(files[`${commune}/chain.ndjson`])).toHaveLength(position);
    expect(linesOf(files[`${commune}/cursor.json`])[0]).toMatchObject({
      cursor: feed.body.cursor,
      head: feed.body.head,
    });
  }
  const indicators = linesOf(files['duc-lang/state/indicator.ndjson']);
  expect(indicators).toHaveLength(40);
  expect(indicators.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id).sort());
  expect(indicators.find(({ code }) => code === 'econ.rice.area').target).toBe('171.9');
  const [plan] = linesOf(files['duc-lang/state/plan.ndjson']);
  const printed = await rest(test).plan('district', 'duc-lang', '2023');
  expect(plan.signer.name).toBe(printed.body.signer.name);
  expect(told).toHaveLength(2);
});

it('changes no file when nothing is new', async () => {
  await district.pull();
  const before = filesOf(district.into);
  const asked: number[] = [];
  const again = await district.pull({
    fetch: async (...request) => {
      const response = await fetch(...request);
      asked.push(response.status);
      return response;
    },
  });
  expect(again.map(({ changes }) => changes)).toEqual([0, 0]);
  expect(asked).toEqual([304]);
  expect(filesOf(district.into)).toEqual(before);
});

it('adds exactly the line of an amendment', async () => {
  await district.pull();
  const before = filesOf(district.into);
  const { id, version } = await amendRice(test, 'Phòng Nông nghiệp');
  expect((await district.pull()).map(({ changes }) => changes)).toEqual([1, 0]);
  const after = filesOf(district.into);
  expect(
    Object.keys(after)
      .filter((name) => after[name] !== before[name])
      .sort(),
  ).toEqual([
    '.heads.json',
    'duc-lang/chain.ndjson',
    'duc-lang/cursor.json',
    'duc-lang/log.ndjson',
    'duc-lang/state/indicator.ndjson',
  ]);
  const [line, ...more] = linesOf(after['duc-lang/log.ndjson']?.slice(before['duc-lang/log.ndjson']?.length));
  expect(more).toEqual([]);
  expect(line).toMatchObject({ kind: 'indicator.amended', recordId: id, version });
  expect(linesOf(after['duc-lang/state/indicator.ndjson']).find((each) => each.id === id)).toMatchObject({
    version,
    assessedBy: 'Phòng Nông nghiệp',
  });
  expect((await verify(district.into)).map(({ unverified }) => unverified)).toEqual([undefined, undefined]);
});

it('waits for a busy server, and gives up on one that does not come back', async () => {
  const waited: number[] = [];
  const pause = async (milliseconds: number) => void waited.push(milliseconds);
  let asked = 0;
  const busy: typeof fetch = async (...request) => {
    asked += 1;
    if (asked === 1) return new Response('', { status: 429, headers: { 'retry-after': '7' } });
    if (asked === 2) return new Response('', { status: 503 });
    if (asked === 3) throw new TypeError('fetch failed');
    return fetch(...request);
  };
  expect(await district.pull({ fetch: busy, pause })).toHaveLength(2);
  expect(waited).toEqual([7000, 1000, 2000]);
  await expect(district.pull({ url: 'http://127.0.0.1:1' })).rejects.toMatchObject({ exit: 4 });
  await expect(district.pull({ key: 'thd_unknown' })).rejects.toMatchObject({ exit: 2, code: 'UNAUTHENTICATED' });
});

it('sends no key in clear to another machine, unless the operator says so', async () => {
  const asked: string[] = [];
  const away = {
    url: 'http://thidua.example.vn',
    fetch: (async (address) => {
      asked.push(String(address));
      throw new TypeError('fetch failed');
    }) satisfies typeof fetch,
  };
  await expect(district.pull(away)).rejects.toMatchObject({ exit: 1 });
  expect(asked).toEqual([]);
  await expect(district.pull({ ...away, insecure: true })).rejects.toMatchObject({ exit: 4 });
  expect(asked[0]).toMatch(/^http:\/\/thidua\.example\.vn\/v1\/communes/);
  await expect(district.pull({ ...away, url: 'https://thidua.example.vn' })).rejects.toMatchObject({ exit: 4 });
});

it('names the commune that is refused, and goes on with the others', async () => {
  const told: string[] = [];
  const refusing: typeof fetch = async (...request) =>
    String(request[0]).includes('/duc-lang/')
      ? Response.json({ code: 'FORBIDDEN', detail: 'Not yours.', requestId: 'r-1' }, { status: 403 })
      : fetch(...request);
  const pulled = await district.pull({ fetch: refusing, log: (line) => told.push(line) });
  expect(pulled).toMatchObject([
    { commune: 'duc-lang', changes: 0, refused: 'FORBIDDEN: Not yours. (request r-1)' },
    { commune: 'xa-mau', changes: expect.any(Number) },
  ]);
  expect(pulled[1]?.refused).toBeUndefined();
  expect(told[0]).toBe('duc-lang  refused, nothing stored: FORBIDDEN: Not yours. (request r-1)');
  expect((await district.pull()).map(({ changes }) => changes > 0)).toEqual([true, false]);
});

it('says whose supervision has ended, and goes on with the others', async () => {
  await district.pull();
  test.exceptFromAudit('supervision');
  await test.admin.query(
    `update supervision set valid_to = '2024-01-30' where commune_id = (select id from commune where key = 'xa-mau')`,
  );
  await amendRice(test, 'Phòng Thống kê');
  const before = filesOf(district.into);
  const [first, ended] = await district.pull();
  expect(first).toMatchObject({ commune: 'duc-lang', changes: 1 });
  expect(ended).toMatchObject({
    commune: 'xa-mau',
    changes: 0,
    note: expect.stringContaining('supervision has ended'),
  });
  expect(filesOf(district.into)['xa-mau/log.ndjson']).toBe(before['xa-mau/log.ndjson']);
});
