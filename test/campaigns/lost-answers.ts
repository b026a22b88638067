import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { as, startApp, type TestApp } from '../app.js';
import { proxied, type Appetite } from '../proxy.js';

export interface Campaign {
  /** Between caller and API, or between API and PostgreSQL. */
  cut: 'HTTP' | 'PostgreSQL';
  operations: number;
  eaten: number;
  /** Whether every operation comes with a key of its own. */
  keyed: boolean;
}

/** An operation as a client sends it, and as it sends it again; its mark is found in one line of the journal, or it is lost, or twice. */
interface Write {
  mark: string;
  operation: 'recordDocument' | 'addUnit' | 'amendIndicator';
  path: string;
  at: { commune: string; plan?: string; code?: string };
  version?: number;
  input: object;
}

interface Done {
  mark: string;
  id: string;
  version: number;
}

const commune = 'duc-lang';
const plan = '2023';
const clients = 8;

const mutations: Record<Write['operation'], string> = {
  recordDocument:
    'mutation ($commune: String!, $input: RecordDocument!) { answer: recordDocument(commune: $commune, input: $input) { id version } }',
  addUnit:
    'mutation ($commune: String!, $input: AddUnit!) { answer: addUnit(commune: $commune, input: $input) { id version } }',
  amendIndicator: `mutation ($commune: String!, $plan: String!, $code: String!, $expectedVersion: Int!, $input: AmendIndicator!) {
    answer: amendIndicator(commune: $commune, plan: $plan, code: $code, expectedVersion: $expectedVersion, input: $input) { id version } }`,
};

/** Writes of clients that try again until they are answered, while a proxy eats answers; then what was done is held against what was told. */
export async function loseAnswers(test: TestApp, campaign: Campaign) {
  const { cut, operations, eaten: most, keyed } = campaign;
  const run = randomUUID().slice(0, 8);
  const behindProxy = cut === 'PostgreSQL' ? await proxied(test.database.runtimeUrl, ofPostgres(campaign)) : undefined;
  const url = behindProxy?.url ?? test.database.runtimeUrl;
  const app = await startApp(url);
  const own = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const beforeApi =
    cut === 'HTTP'
      ? await proxied(own, [
          { kind: 'done', is: (piece) => piece.includes('HTTP/1.1 2'), each: Math.floor(operations / most), most },
        ])
      : undefined;

  const codes = (
    await test.http().get(`/v1/communes/${commune}/plans/${plan}/indicators?first=50`).set(as(test, 'clerk'))
  ).body.items as { code: string; version: number }[];
  const told: Done[] = [];
  let again = 0;
  const client = async (number: number) => {
    const indicator = { ...codes[number]! };
    for (let turn = number; turn < operations; turn += clients) {
      const write = keyed ? nth(turn, `${run} ${turn}`, indicator) : document(`${run} ${turn}`);
      const headers = { ...as(test, 'clerk'), ...(keyed && { 'idempotency-key': `${run}-${turn}` }) };
      const base = (beforeApi?.url ?? own).replace(/\/$/, '');
      let done = await send(base, turn, write, headers);
      for (; done === undefined; again++) {
        await delay(Math.random() * 10);
        done = await send(base, turn, write, headers);
      }
      told.push({ mark: write.mark, ...done });
      if (write.operation === 'amendIndicator') indicator.version = done.version;
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  } finally {
    beforeApi?.close();
    await app.close();
    behindProxy?.close();
  }
  return {
    told: told.length,
    eaten: (behindProxy ?? beforeApi)!.eaten,
    again,
    journal: held(told, await journaled(test, run)),
    feed: held(told, await fed(test, run)),
    records: held(
      told.filter(({ version }) => version === 1),
      await recorded(test, run),
    ),
  };
}

/** Half of what is eaten are answers to COMMIT, half answers to anything: the write stands, or it does not. */
const ofPostgres = ({ operations, eaten }: Campaign): Appetite[] => [
  {
    kind: 'done',
    is: (piece) => piece.includes('COMMIT\0'),
    each: Math.floor((operations * 2) / eaten),
    most: eaten / 2,
  },
  { kind: 'under way', is: () => true, each: Math.floor((operations * 8) / eaten), most: eaten / 2 },
];

const document = (mark: string): Write => ({
  mark,
  operation: 'recordDocument',
  path: `/v1/communes/${commune}/documents`,
  at: { commune },
  input: { type: 'BC', year: 2024, issuer: 'UBND xã', title: mark },
});

/** The operations take turns: two that make a record, one that changes what the client alone changes. */
/** Refusals after which a client sends the request again, under the same key. */
const again: unknown[] = ['KEY_IN_FLIGHT', 'BUSY'];

function nth(turn: number, mark: string, { code, version }: { code: string; version: number }): Write {
  const kind = Math.floor(turn / clients) % 3;
  if (kind === 0) return document(mark);
  if (kind === 1) {
    const input = { code: `don-vi-${mark.replace(' ', '-')}`, kind: 'DEPARTMENT', name: mark, validFrom: '2024-01-01' };
    return { mark, operation: 'addUnit', path: `/v1/communes/${commune}/units`, at: { commune }, input };
  }
  return {
    mark,
    operation: 'amendIndicator',
    path: `/v1/communes/${commune}/plans/${plan}/indicators/${code}`,
    at: { commune, plan, code },
    version,
    input: { assessedBy: mark, reason: 'Ghi rõ' },
  };
}

/** One try, over one door or the other; undefined when nobody answered, or asked to come again. */
async function send(
  base: string,
  turn: number,
  { operation, path, at, version, input }: Write,
  headers: Record<string, string>,
): Promise<Omit<Done, 'mark'> | undefined> {
  const overRest = turn % 2 === 0;
  const json = { 'content-type': 'application/json', ...headers };
  const request = overRest
    ? fetch(`${base}${path}`, {
        method: version === undefined ? 'POST' : 'PATCH',
        headers: { ...json, ...(version !== undefined && { 'if-match': `"${version}"` }) },
        body: JSON.stringify(input),
      })
    : fetch(`${base}/graphql`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({
          query: mutations[operation],
          variables: { ...at, input, ...(version !== undefined && { expectedVersion: version }) },
        }),
      });
  const body: any = await request
    .then((response) => response.json())
    .catch((error: Error & { cause?: { code?: string } }) => {
      // Nobody there at all: the campaign has ended without this client.
      if (error.name === 'TypeError' && error.cause?.code !== 'ECONNREFUSED') return undefined;
      throw error;
    });
  const problem = overRest ? body?.code && body.requestId && body : body?.errors?.[0].extensions;
  if (body === undefined || problem?.status === 503 || again.includes(problem?.code)) return undefined;
  if (problem) throw new Error(`${operation} was refused: ${JSON.stringify(problem)}`);
  const { id, version: now } = overRest ? body : body.data.answer;
  return { id, version: now };
}

/** Operations told but absent, present but not told, or present twice. */
function held(told: readonly Done[], there: readonly Done[]) {
  const text = ({ mark, id, version }: Done) => `${mark} ${id} ${version}`;
  const [said, stands] = [new Set(told.map(text)), new Set(there.map(text))];
  return {
    lost: told.filter((each) => !stands.has(text(each))).length,
    strange: there.filter((each) => !said.has(text(each))).length,
    twice: there.length - new Set(there.map(({ mark }) => mark)).size,
  };
}

const markOf = { document: 'title', unit: 'name', indicator: 'assessedBy' } as const;

async function journaled(test: TestApp, run: string): Promise<Done[]> {
  const mark = `data ->> case type ${Object.entries(markOf)
    .map(([type, member]) => `when '${type}' then '${member}'`)
    .join(' ')} end`;
  const { rows } = await test.admin.query<Done>(
    `select ${mark} as mark, record_id as id, version from change where commune_id = 1 and ${mark} like $1`,
    [`${run} %`],
  );
  return rows;
}

/** The records that were made, each with its first version. */
async function recorded(test: TestApp, run: string): Promise<Done[]> {
  const { rows } = await test.admin.query<Done>(
    `select title as mark, id, version from document where commune_id = 1 and title like $1
     union all select t.name, u.id, u.version from unit u join unit_term t on t.commune_id = u.commune_id and t.unit_id = u.id where u.commune_id = 1 and t.name like $1`,
    [`${run} %`],
  );
  return rows;
}

async function fed(test: TestApp, run: string): Promise<Done[]> {
  const found: Done[] = [];
  let cursor: string | undefined;
  for (let more = true; more;) {
    const { body } = await test
      .http()
      .get(`/v1/communes/${commune}/changes`)
      .query({ first: 500, ...(cursor && { cursor }) })
      .set(as(test, 'auditor'));
    for (const { type, recordId: id, version, data } of body.items as {
      type: keyof typeof markOf;
      recordId: string;
      version: number;
      data?: Record<string, string>;
    }[]) {
      const mark = data?.[markOf[type]];
      if (typeof mark === 'string' && mark.startsWith(`${run} `)) found.push({ mark, id, version });
    }
    ({ cursor, more } = body);
  }
  return found;
}
