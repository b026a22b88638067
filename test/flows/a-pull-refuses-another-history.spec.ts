import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../../src/exchange/verify.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { plan } from '../../src/sample/duc-lang-2023.data.js';
import { useApp } from '../app.js';
import { rest, type Row } from '../doors.js';
import { amendRice, filesOf, useExchange } from '../exchange.js';

const one = useApp();
const other = useApp();
const atOne = useExchange(one);
const atOther = useExchange(other);

const chainOf = (position: number, why: RegExp) => ({
  commune: 'duc-lang',
  changes: 0,
  position,
  unverified: expect.stringMatching(why),
});
const failures = async () => (await verify(atOne.into)).map(({ unverified }) => unverified);
const aside = () => readdirSync(atOne.into).filter((name) => name.startsWith('duc-lang.'));

/** A server in between: it answers itself where a lie is given, else what the honest one answers. */
const lying =
  (lie: (address: string) => Promise<Response | undefined> | Response | undefined): typeof fetch =>
  async (input, init) =>
    (await lie(String(input))) ?? fetch(input, init);
const gone = (code: string) => Response.json({ code, detail: 'Said.', requestId: 'r-1' }, { status: 410 });
/** Answers of the honest server, changed. */
const changed = async (address: string, key: string | undefined, change: (body: Row) => void) => {
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  const body = (await response.json()) as Row;
  change(body);
  return Response.json(body);
};

/** Whether a pull goes on from the cursor that is kept. */
const goesOn = (address: string) =>
  address.includes(`cursor=${encodeURIComponent(JSON.parse(kept['duc-lang/cursor.json'] ?? '{}').cursor)}`);

/** The journal as it was at a position before the head. */
const cutAt = (position: number, hash: string, after?: (body: Row) => void) => {
  let isTold = !after;
  return lying((address) => {
    // The cursor of the snapshot at the same head is the same.
    if (goesOn(address) && !isTold) {
      isTold = true;
      return gone('CURSOR_RESCOPED');
    }
    if (!/communes\?|duc-lang\/(changes|snapshot)/.test(address)) return undefined;
    return changed(address, one.keys.district, (body) => {
      const cut = (head: Row) => Object.assign(head, { position, hash });
      if (body.head) cut(body.head);
      if (body.hash) cut(body);
      for (const { key, head } of body.items ?? []) if (key === 'duc-lang') cut(head);
      if (body.cursor) body.items = body.items.filter((item: Row) => item.position <= position);
      if (body.positions) body.positions = body.positions.filter((each: Row) => each.position <= position);
      after?.(body);
    });
  });
};

let kept: Record<string, string>;
let head: { position: number; hash: string };

beforeEach(async () => {
  for (let time = 0; time < 2; time++) await amendRice(one);
  await atOne.pull();
  kept = filesOf(atOne.into);
  ({ head } = JSON.parse(kept['duc-lang/cursor.json']!));
});

const keepsAll = () => {
  const now = filesOf(atOne.into);
  expect({ ...now, '.heads.json': '' }).toEqual({ ...kept, '.heads.json': '' });
};

it('a backup that ends before the kept head: nothing is replaced until the operator says so', async () => {
  const refused = await atOther.pull({ into: atOne.into });
  expect(refused).toEqual([
    chainOf(head.position, /ends at \d+, and ours has position \d+|has the hash/),
    { commune: 'xa-mau', changes: 0, position: expect.any(Number) },
  ]);
  keepsAll();

  const [accepted] = await atOther.pull({ into: atOne.into, acceptOtherHistory: true });
  expect(accepted).toMatchObject({ changes: expect.any(Number), note: expect.stringContaining('accepted') });
  expect(accepted?.unverified).toBeUndefined();
  await atOther.pull();
  expect(filesOf(join(atOne.into, 'duc-lang'))).toEqual(filesOf(join(atOther.into, 'duc-lang')));
  expect(filesOf(join(atOne.into, aside()[0] ?? ''))['log.ndjson']).toBe(kept['duc-lang/log.ndjson']);
});

it('a database that went on otherwise; verify tells the two folders apart, position by position', async () => {
  for (let time = 0; time < 3; time++) await amendRice(other);
  const [refused] = await atOther.pull({ into: atOne.into });
  expect(refused).toEqual(chainOf(head.position, /at position \d+ the server's history has the hash/));
  keepsAll();
  expect(await failures()).toEqual([undefined, undefined]);

  await atOther.pull({ into: atOne.into, acceptOtherHistory: true });
  const [former = ''] = aside();
  expect(await failures()).toEqual([
    undefined,
    expect.stringMatching(`^${former} and duc-lang differ from position \\d+ on$`),
    undefined,
  ]);
  renameSync(join(atOne.into, former), join(tmpdir(), former));
  expect(await failures()).toEqual([undefined, undefined]);
});

it.each(['CURSOR_RESCOPED', 'CURSOR_AHEAD', 'CURSOR_OTHER_HISTORY'])(
  'a server that says %s, and tells another history',
  async (code) => {
    await amendRice(other);
    const lie = lying((address) => {
      if (goesOn(address)) return gone(code);
      if (!/communes\?|duc-lang\/(changes|snapshot)/.test(address)) return undefined;
      return changed(address.replace(atOne.url, atOther.url), other.keys.district, () => undefined);
    });
    const [refused] = await atOne.pull({ fetch: lie });
    expect(refused).toEqual(
      chainOf(head.position, /at position \d+ the server's history has the hash|ours has position/),
    );
    keepsAll();
  },
);

it('a journal that was cut, said with a head that is lower, or with a key that sees something else', async () => {
  const lines = kept['duc-lang/chain.ndjson']!.trim().split('\n');
  const { position, hash } = JSON.parse(lines.at(-2)!);
  expect((await atOne.pull({ fetch: cutAt(position, hash) }))[0]).toEqual(chainOf(head.position, /server's head is/));
  keepsAll();
  for (const sees of ['SUPERIOR', 'PUBLIC'])
    expect((await atOne.pull({ fetch: cutAt(position, hash, (body) => body.sees && (body.sees = sees)) }))[0]).toEqual(
      chainOf(head.position, /ends at \d+, and ours has position|is hidden/),
    );
  keepsAll();
  expect((await atOne.pull())[0]?.unverified).toBeUndefined();
});

it('a commune that vanished without SUPERVISION_ENDED', async () => {
  const vanished = lying((address) =>
    address.includes('duc-lang/')
      ? Response.json({ code: 'NOT_FOUND', detail: 'Not there.', requestId: 'r-1' }, { status: 404 })
      : address.includes('communes?')
        ? changed(
            address,
            one.keys.district,
            (body) => (body.items = body.items.filter(({ key }: Row) => key !== 'duc-lang')),
          )
        : undefined,
  );
  const refused = await atOne.pull({ fetch: vanished });
  expect(refused.map(({ commune, unverified }) => [commune, unverified])).toEqual([
    ['xa-mau', undefined],
    ['duc-lang', expect.stringContaining('vanished')],
  ]);
  keepsAll();
  const accepted = await atOne.pull({ fetch: vanished, acceptOtherHistory: true });
  expect(accepted.map(({ unverified }) => unverified)).toEqual([undefined, undefined]);
  expect(aside()).toHaveLength(1);
  expect(await atOne.pull({ fetch: vanished })).toHaveLength(1);
});

it('after a 410 the records are taken by a snapshot; the state is that of a first pull, and goes on', async () => {
  const year = 2060;
  const drafted = { ...plan, key: String(year), year };
  await one.app.get(PlanActsService).draftPlan(await one.operator(), 'duc-lang', drafted);
  await atOne.pull({ key: one.keys.auditor ?? '' });
  const rename = { name: 'Tổ dân phố số 1', from: '2024-02-10', reason: 'Đổi tên' };
  const unit = { commune: 'duc-lang', unit: 'khu-dan-cu-1' };
  const { body } = await rest(one).ask('unit', 'clerk', unit);
  expect((await rest(one).ask('amendUnit', 'clerk', unit, { version: body.version, input: rename })).status).toBe(200);
  const [taken] = await atOne.pull({ on: '2024-01-31' });
  expect([taken?.unverified, taken?.note]).toEqual([undefined, expect.stringContaining('taken anew by a snapshot')]);
  const stateOf = (into: string) =>
    Object.entries(filesOf(join(into, 'duc-lang'))).filter(([name]) => name.startsWith('state/'));
  const fresh = mkdtempSync(join(tmpdir(), 'thidua-fresh-'));
  await atOne.pull({ into: fresh, on: '2024-01-31' });
  expect(stateOf(atOne.into)).toEqual(stateOf(fresh));
  expect(filesOf(join(atOne.into, 'duc-lang'))['log.ndjson']?.length).toBeLessThan(
    filesOf(join(fresh, 'duc-lang'))['log.ndjson']?.length ?? 0,
  );
  expect(new Set(await failures())).toEqual(new Set([undefined]));

  await amendRice(one);
  for (const into of [atOne.into, fresh])
    expect((await atOne.pull({ into, on: '2024-02-10' }))[0]).toMatchObject({ changes: 1 });
  expect(stateOf(atOne.into)).toEqual(stateOf(fresh));
  expect(new Set(await failures())).toEqual(new Set([undefined]));

  const log = join(atOne.into, 'duc-lang/log.ndjson');
  const text = readFileSync(log, 'utf8');
  writeFileSync(log, text.replace('Đức Lạng', 'Đức Lạmg'));
  expect((await failures())[0]).toMatch(/log.ndjson line \d+: the content does not give its leaf/);
  rmSync(fresh, { recursive: true });
});

it('but not the lower head of a key that sees less, nor the higher one of a key that sees more', async () => {
  const caller = await one.operator();
  const key = `20${30 + readdirSync(atOne.into).length}`;
  await one.app.get(PlanActsService).draftPlan(caller, 'duc-lang', { ...plan, key, year: Number(key) });
  const [more] = await atOne.pull({ key: one.keys.auditor ?? '' });
  expect(more?.unverified).toBeUndefined();
  expect(more?.position).toBeGreaterThan(head.position);
  expect(more?.note).toContain('CURSOR_RESCOPED');
  const [less] = await atOne.pull();
  expect(less).toMatchObject({ position: head.position, note: expect.stringMatching(/RESCOPED.*what SUPERIOR sees/) });
  expect(less?.unverified).toBeUndefined();
  expect(new Set(await failures())).toEqual(new Set([undefined]));
});
