import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc, { type Arbitrary } from 'fast-check';
import { refusals } from '../../src/refusals.data.js';
import { as, type TestApp } from '../app.js';
import { isUpload, openApi, operations as everyOperation, sdl } from '../contract/contract.js';
import { PeriodActsService } from '../../src/periods/period-acts.service.js';
import { PeriodsService } from '../../src/periods/periods.service.js';
import { file, pdf } from '../files.js';
import { upload } from '../uploads.js';
import { makers } from '../contract/writes.js';
import { faults, type Got } from './answers.js';
import { graphqlRequests, onPlaces, onRecords, onRoad, onSchemes, restRequests, type Sent } from './requests.js';
import type { Pools } from './values.js';

const callers = [undefined, 'clerk', 'clerk', 'clerk', 'hamlet-1', 'chairperson', 'chairperson', 'district', 'garbage'];
/**
 * A form is no text, and is tried by hand: flows/a-file-that-is-not-in-order-is-refused,
 * flows/spreadsheets-of-offices-are-imported-or-refused.
 */
const operations = () => everyOperation().filter((each) => !isUpload(each));
/** So many requests are under way at once; the pool has ten connections. */
const lanes = 4;

/** Records as far as each act needs them. */
async function recordsOf(test: TestApp): Promise<Pools> {
  const make = makers(test);
  const pools: Record<string, string[]> = {};
  // A sheet that goes on through one door is not there for the other.
  const onSheets = ['submitScores', 'returnScores', 'verifyScore', 'concludeScore', 'dropScores'];
  for (const act of [...onRecords, ...onRecords, ...onSheets, ...onSheets, ...onSheets])
    pools[act] = [...(pools[act] ?? []), (await make[act]?.())?.path?.id ?? ''];
  // A scheme that is dropped or adopted through one door is not there for the other.
  for (const act of [...onPlaces, ...onSchemes, ...onSchemes, ...onSchemes])
    for (const [name, value] of Object.entries((await make[act]?.())?.path ?? {}))
      pools[`${act} ${name}`] = [...(pools[`${act} ${name}`] ?? []), value];
  return pools;
}

/** The same for the acts on the road to an award, with the body each is asked with. */
async function roadOf(test: TestApp): Promise<Pools> {
  const make = makers(test);
  const pools: Record<string, string[]> = {};
  for (const act of Object.keys(onRoad)) {
    const { path, input } = (await make[act]?.()) ?? {};
    pools[act] = [path?.id ?? path?.round ?? ''];
    if (input) pools[`body of ${act}`] = [JSON.stringify(input)];
  }
  const { rows } = await test.admin.query<{ code: string; id: string }>(
    `select a.verification_code as code, a.id from award a join commune c on c.id = a.commune_id
     where c.key = 'duc-lang' and a.decision_id is not null and a.revoked_on is null order by a.id limit 3`,
  );
  pools['body of setRounding'] = [JSON.stringify((await make.setRounding?.())?.input)];
  const printed = await test.admin.query<{ round: string; nomination: string }>(
    `select n.round_id as round, n.id as nomination from nomination n join commune c on c.id = n.commune_id
     where c.key = 'duc-lang' and n.state = 'GRANTED' order by n.id limit 1`,
  );
  pools['printed round'] = printed.rows.map(({ round }) => round);
  pools['printed nomination'] = printed.rows.map(({ nomination }) => nomination);
  return { ...pools, verification: rows.map(({ code }) => code), certificate: rows.map(({ id }) => id) };
}

/** Closes a season of the plan of 2023, to be reopened. */
async function closeSeason(test: TestApp): Promise<void> {
  const at = { commune: 'duc-lang', plan: '2023', period: '2023-spring' };
  const caller = await test.operator();
  const { items } = await test.app.get(PeriodsService).periods(caller, at, { first: 500 });
  if (!items.some(({ period, version }) => period === at.period && version > 0))
    await test.app.get(PeriodActsService).closePeriod(caller, { ...at, expectedVersion: 0 }, { reason: 'Hết vụ' });
}

/** Values the database under test holds, and a draft to act on. */
async function poolsOf(test: TestApp): Promise<Pools> {
  const column = async (sql: string) => (await test.admin.query(sql)).rows.map(({ value }) => String(value));
  const draft = {
    key: '2024',
    kind: 'YEARLY',
    year: 2024,
    title: 'Kế hoạch thi đua 2024',
    from: '2023',
    document: { type: 'KH', year: 2024, issuer: 'Ủy ban nhân dân xã Đức Lạng', title: 'Kế hoạch thi đua 2024' },
  };
  const { status } = await test.http().post('/v1/communes/duc-lang/plans').set(as(test, 'clerk')).send(draft);
  if (status !== 201 && status !== 409) throw new Error(`There is no draft to act on: ${status}.`);
  const lists = [
    '/v1/communes/duc-lang/units?first=3',
    '/v1/communes/duc-lang/plans/2023/indicators?first=3',
    '/v1/communes/duc-lang/changes?first=3',
  ];
  const pages = await Promise.all(lists.map(async (path) => (await test.http().get(path).set(as(test, 'clerk'))).body));
  const files = await Promise.all(
    [1, 2].map(async () => (await upload(test, 'clerk', [file('a.pdf', pdf())])).body.id as string),
  );
  await closeSeason(test);
  return {
    file: files,
    person: [(await makers(test).erasePersonal?.())?.path?.unit ?? ''],
    ...(await recordsOf(test)),
    ...(await roadOf(test)),
    member: [as(test, 'council-2').authorization ?? ''],
    authorization: callers.map((caller) => as(test, caller).authorization ?? ''),
    clerk: [as(test, 'clerk').authorization ?? ''],
    verifier: [as(test, 'verifier').authorization ?? ''],
    reporter: [as(test, 'hamlet-1').authorization ?? ''],
    district: [as(test, 'district').authorization ?? ''],
    administrator: [as(test, 'administrator').authorization ?? ''],
    chairperson: [as(test, 'chairperson').authorization ?? ''],
    accountant: [as(test, 'accountant').authorization ?? ''],
    commune: [...Array<string>(8).fill('duc-lang'), 'xa-mau', 'nowhere'],
    plan: ['2023', '2024'],
    scheme: ['khu-dan-cu'],
    scored: ['2023'],
    ranked: ['khu-dan-cu-1'],
    candidate: await column(
      `select t.id as value from publication t join commune c on c.id = t.commune_id
       where c.key = 'duc-lang' and t.scheme = 'khu-dan-cu' and t.state = 'CANDIDATE'`,
    ),
    draft: ['2024'],
    issued: ['2023'],
    question: ['soc.poverty-rate', 'ntm.advanced-standard'],
    indicator: [
      ...(await column(`select distinct code as value from indicator where responsible_unit_id is not null limit 6`)),
      'soc.poverty-rate',
      'ntm.advanced-standard',
    ],
    unit: await column(
      `select code as value from unit u join commune c on c.id = u.commune_id where c.key = 'duc-lang' order by code limit 8`,
    ),
    id: await column(
      `select r.id as value from (select commune_id, id from document union all select commune_id, id from plan) r join commune c on c.id = r.commune_id where c.key = 'duc-lang' order by r.id`,
    ),
    cursor: pages.map(({ next, cursor }) => next ?? cursor),
    type: ['plan', 'plan', 'unit', 'document', 'submission', 'result'],
    abbreviation: ['KH', 'QĐ', 'BC'],
    identifier: ['gso:18307'],
    etag: ['"1"', '"1"', '"1"', 'W/"1"', '"2"', '"2"', '"2"', '"3"', '"4"', '*'],
    idempotency: ['once', 'twice', '"quoted"', 'thrice'],
    language: ['en', 'vi', 'fr, en;q=0.5'],
    reading: ['A', 'B', 'C'],
    refusal: Object.keys(refusals),
    awardForm: ['ldtt', 'giay-khen-xa', 'gdvh'],
    ruleSet: ['tdkt-2024', 'tdkt-2025-07'],
  };
}

/** Over a real connection: what the platform refuses before our code is part of the trial. */
async function wire(test: TestApp): Promise<{ send(sent: Sent): Promise<Got>; end(): void }> {
  const server = test.app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const send = ({ method, url, headers, body }: Sent) =>
    new Promise<Got>((resolve, reject) => {
      const request = httpRequest(
        {
          port,
          host: '127.0.0.1',
          agent,
          method,
          path: url,
          headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  return { send, end: () => agent.destroy() };
}

export interface Outcome {
  /** Answers by door, operation and first digit of the status. */
  counts: ReadonlyMap<string, number>;
  /** Operations of either door that were never let through. */
  neverThrough: string[];
}

/** Sends so many requests to both doors; throws with the first example that is answered as it should not be. `only` narrows to one operation. */
export async function tryBadInput(
  test: TestApp,
  { runs, seed, only }: { runs: number; seed: number; only?: string },
): Promise<Outcome> {
  const pools = await poolsOf(test);
  const schema = sdl();
  const wanted = (name: string) => only === undefined || only === name;
  const byName = new Map<string, Arbitrary<Sent>>([
    ...operations()
      .filter(({ operationId }) => wanted(operationId))
      .map(
        (operation) =>
          [`REST ${operation.operationId}`, restRequests(operation, openApi().components.schemas, pools)] as const,
      ),
    ...(['query', 'mutation'] as const).flatMap((kind) =>
      Object.values(schema.getRootType(kind as never)?.getFields() ?? {})
        .filter(({ name }) => wanted(name))
        .map((field) => [`GraphQL ${field.name}`, graphqlRequests(kind, field, pools)] as const),
    ),
  ]);
  const request: Arbitrary<Sent> = fc.oneof(...byName.values());
  const counts = new Map<string, number>();

  const { send, end } = await wire(test);
  const attempt = async (sent: Sent): Promise<void> => {
    const got = await send(sent);
    const door = sent.url.startsWith('/graphql') ? 'GraphQL' : 'REST';
    const through =
      door === 'REST' ? got.status < 300 : got.status === 200 && !got.text.includes('"errors":[{"message"');
    const counted = `${door} ${sent.operation} ${through ? 'through' : got.status}`;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    const found = faults(sent, got);
    if (found.length > 0) throw new Error(`${JSON.stringify(sent)}: the answer ${found.join('; it ')}`);
  };
  const trial = (what: Arbitrary<Sent>, numRuns: number, number: number) =>
    fc.assert(fc.asyncProperty(what, attempt), {
      numRuns,
      seed: seed + number,
      endOnFailure: true,
      includeErrorInReport: true,
    });
  const neverThrough = () => [...byName.keys()].filter((name) => !counts.has(`${name} through`));
  try {
    await Promise.all(Array.from({ length: lanes }, (_, number) => trial(request, Math.ceil(runs / lanes), number)));
    // Among so many operations chance alone leaves some out: they are tried on.
    for (let more = 1; more <= 20 && neverThrough().length > 0; more++)
      for (const name of neverThrough()) await trial(byName.get(name) as Arbitrary<Sent>, 25, lanes + more);
  } finally {
    end();
  }
  return { counts, neverThrough: neverThrough() };
}
