import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getNamedType, isObjectType, type GraphQLNamedType } from 'graphql';
import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { ResponseCache, unjournaled } from '../../src/requests/response-cache.js';
import { bundled } from '../../src/catalogue/catalogue.data.js';
import { Database } from '../../src/database/database.js';
import { addCommune, loadCatalogue } from '../../src/operator.js';
import { sampleDay } from '../../src/sample/sample.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { as, startApp, useApp } from '../app.js';
import { sdl } from '../contract/contract.js';

/** It remembers nothing: what is right is told by it. */
const test = useApp('sample', 0);
const clock = new Clock(sampleDay);
let remembering: Awaited<ReturnType<typeof startApp>>;
let sent: string[] = [];
const send = Database.prototype.rows;

beforeAll(async () => {
  remembering = await startApp(test.database.runtimeUrl, { clock, poolSize: 4, answerCache: 8 });
  const watched = remembering.get(Database);
  Database.prototype.rows = function <Row>(this: Database, name: string, text: string, values?: readonly unknown[]) {
    // To write down who was shown whom is no reading.
    if (this === watched && !/^(disclosures|power)\./.test(name)) sent.push(name);
    return send.call(this, name, text, values) as Promise<Row[]>;
  };
});
afterAll(async () => {
  Database.prototype.rows = send;
  await remembering.close();
});

interface Given {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  /** How many statements it took, besides the caller's credential. */
  statements: number;
}

interface Question {
  get?: string;
  query?: string;
  headers?: Record<string, string>;
}

/** Answer of the program with a response cache, or of one without. */
async function ask(
  actor: string | undefined,
  { get, query, headers = {} }: Question,
  app = remembering,
): Promise<Given> {
  sent = [];
  const http = supertest(app.getHttpServer());
  const request = get === undefined ? http.post('/graphql').send({ query }) : http.get(get);
  const { status, headers: given, text } = await request.set({ ...as(test, actor), ...headers });
  return {
    status,
    headers: { etag: given.etag, link: given.link, type: given['content-type'] },
    text: text.replace(/"requestId":"[^"]+"/g, ''),
    statements: sent.length,
  };
}

/** Asked until it is remembered, if it ever is: how often something was read. */
async function untilRemembered(
  actor: string | undefined,
  question: Question,
): Promise<{ given: Given; reads: number }> {
  let reads = 0;
  for (;;) {
    const given = await ask(actor, question);
    if (given.statements === 0 || reads === 4) return { given, reads };
    reads++;
  }
}

const directory = mkdtempSync(join(tmpdir(), 'thidua-remembered-'));
const changed = join(directory, 'catalogue.json');
const environment = process.env;
beforeAll(() => {
  process.env = { ...environment, OWNER_DATABASE_URL: test.database.ownerUrl, TODAY: sampleDay };
  const catalogue = structuredClone(bundled);
  catalogue.ruleSets[1]!.forms[0]!.name = 'Tên mới';
  writeFileSync(changed, JSON.stringify(catalogue));
});
afterAll(() => {
  process.env = environment;
  rmSync(directory, { recursive: true });
});

const page: Question = { get: '/v1/communes/duc-lang/results?first=3' };
const tree: Question = { query: '{ units(commune: "duc-lang", first: 5) { nodes { code name parent { code } } } }' };
const progress: Question = {
  query: '{ plan(commune: "duc-lang", plan: "2023") { progress(units: true, first: 3) { nodes { asOf state } } } }',
};
const plan: Question = { get: '/v1/communes/duc-lang/plans/2023' };

it.each([
  ['a page', page],
  ['one record', plan],
  ['a document', tree],
])('%s asked a third time is read no more, and is the same to the last header', async (_, question) => {
  const { statements: __, ...fresh } = await ask('clerk', question, test.app);
  const { given, reads } = await untilRemembered('clerk', question);
  expect(reads).toBe(2);
  expect(given).toEqual({ ...fresh, statements: 0 });
});

it('what is remembered holds its own bytes, and no slab that it shares with others', async () => {
  await untilRemembered('clerk', plan);
  const { entries } = remembering.get(ResponseCache) as unknown as {
    entries: Map<string, { answer?: { body?: Buffer } }>;
  };
  const bodies = [...entries.values()].flatMap(({ answer }) => answer?.body ?? []);
  expect(bodies.length).toBeGreaterThan(0);
  expect(bodies.map(({ buffer }) => buffer.byteLength)).toEqual(bodies.map(({ length }) => length));
});

it('a remembered record is answered 304 to who has it', async () => {
  const { given } = await untilRemembered('clerk', plan);
  expect(await ask('clerk', { ...plan, headers: { 'if-none-match': String(given.headers.etag) } })).toMatchObject({
    status: 304,
    text: '',
    statements: 0,
  });
});

it('nobody is told what was remembered for another: by who asks, by what their key may do, by language', async () => {
  const hidden: Question = { query: '{ units(commune: "duc-lang", first: 500) { nodes { code name } } }' };
  for (const actor of ['clerk', 'district', 'hamlet-1', undefined])
    for (const question of [page, hidden]) await untilRemembered(actor, question);
  for (const actor of ['clerk', 'district', 'hamlet-1', undefined])
    for (const question of [page, hidden])
      expect((await ask(actor, question)).text).toEqual((await ask(actor, question, test.app)).text);
  const {
    rows: [key],
  } = await test.admin.query(`select id, scopes from api_key where hash = sha256($1::bytea)`, [test.keys.clerk]);
  const before = await untilRemembered('clerk', page);
  await test.admin.query(`update api_key set scopes = array_remove(scopes, 'results:read') where id = $1`, [key.id]);
  const without = await ask('clerk', page);
  await test.admin.query('update api_key set scopes = $2 where id = $1', [key.id, key.scopes]);
  expect([before.given.status, without.status, (await ask('clerk', page)).statements]).toEqual([200, 403, 0]);
});

it.each([
  ['one record', plan],
  ['progress at an edge', progress],
])('on another day it is asked anew: %s', async (_, question) => {
  const reads = async () => (await untilRemembered('clerk', question)).reads;
  expect([await reads(), await reads()]).toEqual([expect.any(Number), 0]);
  clock.now = () => ({ ...Clock.prototype.now.call(clock), on: '2024-02-01' });
  expect([await reads(), await reads()]).toEqual([2, 0]);
  if (question === progress) expect((await ask('clerk', question)).text).toContain('2024-02-01');
  clock.now = () => Clock.prototype.now.call(clock);
  expect(await reads()).toBe(0);
});

it('what was changed in the commune, in the registry or in the catalogue is told at once', async () => {
  const asked: Record<string, Question> = {
    communes: { get: '/v1/communes' },
    units: { get: '/v1/communes/duc-lang/units?first=500' },
    forms: { get: '/v1/award-forms' },
  };
  const acts: Record<string, () => unknown> = {
    units: async () =>
      test.app.get(UnitActsService).addUnit(await test.operator(), 'duc-lang', {
        code: 'to-moi',
        kind: 'DEPARTMENT',
        name: 'Tổ mới',
        parent: 'ubnd',
        validFrom: '2024-01-01',
      }),
    communes: () => addCommune({ key: 'xa-sau', name: 'xã Sau', predecessors: ['duc-lang'] }),
    forms: () => loadCatalogue(changed),
  };
  for (const question of Object.values(asked)) await untilRemembered('clerk', question);
  for (const [name, act] of Object.entries(acts)) {
    const before = await untilRemembered('clerk', asked[name] as Question);
    await act();
    const after = await ask('clerk', asked[name] as Question);
    expect([name, after.statements > 0, after.text]).toEqual([
      name,
      true,
      (await ask('clerk', asked[name] as Question, test.app)).text,
    ]);
    expect(before.given.statements).toBe(0);
  }
});

it('whoever is shown personal values is written down each time', async () => {
  const person = await test.app.get(UnitActsService).addUnit(await test.operator(), 'duc-lang', {
    code: 'nguoi-nho',
    kind: 'INDIVIDUAL',
    name: 'Trần Thị Nhớ',
    parent: 'khu-dan-cu-1',
    validFrom: '2023-01-01',
  });
  const questions: Question[] = [
    { get: '/v1/communes/duc-lang/units/nguoi-nho' },
    { query: '{ unit(commune: "duc-lang", unit: "nguoi-nho") { name } }' },
  ];
  const noted = async () =>
    (await test.admin.query('select operation from personal_access where unit_id = $1', [person.id])).rows.length;
  for (const question of questions) {
    for (let time = 0; time < 4; time++) {
      const before = await noted();
      expect((await ask('clerk', question)).text).toContain('Trần Thị Nhớ');
      expect(await noted()).toBe(before + 1);
    }
  }
});

it('a refusal is asked anew, on both doors', async () => {
  for (const question of [
    { get: '/v1/communes/duc-lang/plans/1999' },
    { query: '{ plan(commune: "duc-lang", plan: "1999") { key } }' },
  ])
    expect((await untilRemembered('clerk', question)).reads).toBe(4);
});

it('nothing is remembered for who has no key, nor of what changes without a line in the journal', async () => {
  expect((await untilRemembered(undefined, plan)).reads).toBe(4);
  for (const get of ['/v1/communes/duc-lang/keys', '/v1/communes/duc-lang/units/nguoi-nho/personal/accesses'])
    expect((await untilRemembered('administrator', { get })).reads).toBe(4);
});

it('what changes without a line in the journal is told by operations that are never remembered, and by none beside', () => {
  const untold = ['ApiKey', 'PersonalAccess', 'PersonalValue', 'Webhook', 'WebhookDelivery'];
  const schema = sdl();
  const queries = schema.getQueryType()!.getFields();
  /** The types that an answer of this type may hold. */
  const within = (type: GraphQLNamedType, seen = new Set<string>()): Set<string> => {
    if (seen.has(type.name)) return seen;
    seen.add(type.name);
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) within(getNamedType(field.type), seen);
    return seen;
  };
  const telling = Object.values(queries).filter(({ type }) =>
    [...within(getNamedType(type))].some((name) => untold.includes(name)),
  );
  expect(telling.map(({ name }) => name).sort()).toEqual([...unjournaled].sort());
});
