import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Database } from '../../src/database/database.js';
import { useApp } from '../app.js';
import { fill } from './rows.js';

const test = useApp('sample', 0);

/** Rows in each list, records on the page, and rows of its list that the page may read. */
const many = 2_000;
const first = 5;
const few = 40;

/** Table of each list; null: the list is bounded by what it belongs to. */
const lists: Record<string, string | null> = {
  '/v1/award-forms': null,
  '/v1/awards': null,
  // A few for each law.
  '/v1/base-salaries': null,
  '/v1/communes': null,
  '/v1/communes/{commune}/actors': 'actor',
  // Derived from all records that wait, whatever the page.
  '/v1/communes/{commune}/agenda': null,
  '/v1/communes/{commune}/awards': 'award',
  '/v1/communes/{commune}/complaints': 'complaint',
  '/v1/communes/{commune}/consultations': 'consultation',
  '/v1/communes/{commune}/consultations/{id}/listings': 'listing',
  '/v1/communes/{commune}/councils': null,
  '/v1/communes/{commune}/decisions': 'decision',
  '/v1/communes/{commune}/documents': 'document',
  '/v1/communes/{commune}/facts': 'fact',
  '/v1/communes/{commune}/history/{type}/{id}': 'change',
  // Some twenty a year.
  '/v1/communes/{commune}/holidays': null,
  '/v1/communes/{commune}/identities': 'identity',
  '/v1/communes/{commune}/keys': 'api_key',
  '/v1/communes/{commune}/meetings': 'meeting',
  '/v1/communes/{commune}/nominations': 'nomination',
  '/v1/communes/{commune}/objections': 'objection',
  '/v1/communes/{commune}/paper-templates': null,
  '/v1/communes/{commune}/payments': 'payment',
  '/v1/communes/{commune}/plans': 'plan',
  // Computed from all reports of the period, and from the calendar of the plan, whatever the page.
  '/v1/communes/{commune}/plans/{plan}/completeness': null,
  '/v1/communes/{commune}/plans/{plan}/indicators': 'indicator',
  '/v1/communes/{commune}/plans/{plan}/periods': null,
  // Computed from all results of its plan, whatever the page.
  '/v1/communes/{commune}/plans/{plan}/progress': null,
  '/v1/communes/{commune}/plans/{plan}/publications': 'publication',
  // Made of one stored table.
  '/v1/communes/{commune}/plans/{plan}/publications/{id}/candidate': null,
  '/v1/communes/{commune}/plans/{plan}/schemes': null,
  '/v1/communes/{commune}/plans/{plan}/score-sheets': 'score_sheet',
  '/v1/communes/{commune}/plans/{plan}/standings': 'standing',
  '/v1/communes/{commune}/plans/{plan}/targets': 'target',
  '/v1/communes/{commune}/registrations': 'registration',
  '/v1/communes/{commune}/remarks': 'remark',
  '/v1/communes/{commune}/results': 'result',
  '/v1/communes/{commune}/roundings': null,
  '/v1/communes/{commune}/rounds': 'round',
  // Judged for all nominees at once, whatever the page.
  '/v1/communes/{commune}/rounds/{id}/candidates': null,
  // Counted for all forms at once, whatever the page.
  '/v1/communes/{commune}/rounds/{id}/quotas': null,
  // An item for each record: all lines of the records of a page are read.
  '/v1/communes/{commune}/snapshot': null,
  '/v1/communes/{commune}/submissions': 'submission',
  '/v1/communes/{commune}/units': 'unit_term',
  '/v1/communes/{commune}/units/{unit}/honours': 'award',
  // Places of values are worked out from the journal of one person.
  '/v1/communes/{commune}/units/{unit}/personal': null,
  '/v1/communes/{commune}/units/{unit}/personal/accesses': 'personal_access',
  // At most twenty.
  '/v1/communes/{commune}/webhooks': null,
  // The last thousand are kept.
  '/v1/communes/{commune}/webhooks/{id}/deliveries': null,
  // One commune after the other, each by the statements of its own list: as /v1/awards.
  '/v1/completeness': null,
  '/v1/progress': null,
  '/v1/results': null,
  '/v1/rule-sets': null,
  '/v1/standings': null,
};

const id = (n: string) => `('ffffffff-0000-7000-8000-' || lpad(${n}, 12, '0'))`;
const own = `'id', ${id('n::text')}`;
const ofUnit = `'unit_id', ${id('n::text')}`;
const ofOne = `'unit_id', ${id("'1'")}`;

/** Members of the copies of one row, by table; `n` counts the copies. */
const copies: Readonly<Record<string, string>> = {
  unit: `${own}, 'code', 'u' || n, 'kind', 'INDIVIDUAL'`,
  unit_term: `${ofUnit}, 'sort_name', 'x' || n % 400`,
  actor: `${own}, 'key', 'a' || n`,
  api_key: `${own}, 'hash', sha256(n::text::bytea)`,
  identity: `${own}, 'subject', 's' || n, 'client', null, 'actor_id', (select id from actor where commune_id = 1 limit 1)`,
  personal_access: `${own}, ${ofOne}`,
  round: own,
  document: `${own}, 'number', null, 'year', 2000 + n % 20`,
  plan: `${own}, 'key', 'p' || n, 'year', 2100 + n % 200`,
  indicator: `${own}, 'code', 'i' || n, 'sort_order', 1000 + n % 400, 'plan_id', (select id from plan where key = '2023' and commune_id = 1)`,
  target: `${own}, 'indicator_id', ${id('n::text')}, ${ofUnit}`,
  score_sheet: `${own}, ${ofUnit}, 'plan_id', (select id from plan where key = '2023' and commune_id = 1), 'self', '{"on": "2024-01-31", "points": [], "figures": [], "occurrences": []}'::jsonb, 'allowances', '[]'::jsonb, 'exceptions', '[]'::jsonb`,
  submission: `${own}, ${ofUnit}`,
  result: `${own}, ${ofUnit}, 'superseded_on', null`,
  remark: `${own}, ${ofUnit}, 'result_id', ${id('n::text')}`,
  publication: `${own}, 'period', 'p' || n`,
  standing: `${own}, ${ofUnit}, 'place', n + 1000`,
  nomination: `${own}, ${ofUnit}`,
  payment: `${own}, ${ofUnit}`,
  complaint: `${own}, ${ofUnit}`,
  fact: `${own}, ${ofUnit}`,
  registration: `${own}, ${ofUnit}`,
  consultation: own,
  listing: `${own}, ${ofUnit}, 'consultation_id', ${id("'1'")}, 'nomination_id', ${id('n::text')}`,
  objection: `${own}, ${ofUnit}`,
  decision: `${own}, 'number', n + 1000, 'verification_code', 'v' || n`,
  award: `${own}, ${ofOne}, 'nomination_id', null, 'decision_id', null, 'verification_code', 'v' || n`,
  meeting: own,
  change: `'position', 100000 + n, 'type', 'unit', 'record_id', ${id("'1'")}`,
};

interface Statement {
  text: string;
  values: readonly unknown[];
}

let sent: Statement[] = [];

beforeAll(async () => {
  const { admin } = test;
  await admin.query('set session_replication_role = replica');
  for (const table of Object.keys(copies)) await fill(admin, table, [1]);
  for (const [table, members] of Object.entries(copies))
    await admin.query(
      `insert into ${table} select r.* from (select * from ${table} where commune_id = 1 limit 1) t, generate_series(1, ${many}) n,
         jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${members})) r`,
    );
  await admin.query('analyze');
  const rows = Database.prototype.rows;
  jest.spyOn(Database.prototype, 'rows').mockImplementation(function (this: Database, name, text, values = []) {
    sent.push({ text, values });
    return rows.call(this, name, text, values) as Promise<never[]>;
  });
});

const literal = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join()}}`);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
};

interface Step {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
}

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];

/** Rows that a statement reads under its generic plan, by table; only of those with many rows. */
async function read({ text, values }: Statement): Promise<[table: string, rows: number][]> {
  const client = new pg.Client({ connectionString: test.database.runtimeUrl });
  await client.connect();
  try {
    await client.query(`begin; set local plan_cache_mode = force_generic_plan; set local app.reach = '1';
      set local app.units = ''; set local app.commune = ''; prepare deep as ${text}`);
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Step }[] }>(
      `explain (analyze, format json) execute deep ${values.length > 0 ? `(${values.map(literal).join()})` : ''}`,
    );
    return stepsOf(rows[0]!['QUERY PLAN'][0]!.Plan).flatMap((step) => {
      const table = step['Relation Name'] ?? '';
      const each = step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0);
      return table in copies ? [[table, Math.round(each * step['Actual Loops'])] as [string, number]] : [];
    });
  } finally {
    await client.end();
  }
}

/** A page reads few rows of its list. Neighbours it may read once as a whole. */
const tooMuch = (list: string, steps: readonly [table: string, rows: number][]) =>
  steps.filter(([table, rows]) => rows > (table === list ? few : 2 * many));

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, { get?: { parameters?: { name: string }[] } }>;
};

it('every list is named here', () => {
  const paged = Object.keys(paths).filter((path) => paths[path]!.get?.parameters?.some(({ name }) => name === 'after'));
  expect(Object.keys(lists)).toEqual(paged);
});

it.each(Object.entries(lists).filter(([, table]) => table !== null) as [string, string][])(
  '%s reads a page of %s',
  async (path, table) => {
    const url = path
      .replace('{commune}', 'duc-lang')
      .replace('{plan}', '2023')
      .replace('{unit}', 'u1')
      .replace('{type}', 'unit')
      .replace('{id}', 'ffffffff-0000-7000-8000-000000000001');
    const ask = async (query: string): Promise<{ items: unknown[]; next: string }> =>
      (await test.http().get(`${url}?${query}`).set('authorization', `Bearer ${test.keys.administrator}`).expect(200))
        .body;
    const { next } = await ask('first=500');
    const deep = `first=${first}&after=${(await ask(`first=500&after=${next}`)).next}`;
    sent = [];
    expect((await ask(deep)).items).toHaveLength(first);
    const found = (await Promise.all(sent.map(read))).flat();
    expect(found.map(([of]) => of)).toContain(table);
    expect(tooMuch(table, found)).toEqual([]);
  },
);

it('control: a cursor that may be null reads everything before it', async () => {
  const text = `select id from round
    where commune_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`;
  const values = [1, 'ffffffff-0000-7000-8000-000000001000', first];
  expect(tooMuch('round', await read({ text, values }))).toEqual([['round', expect.any(Number)]]);
});
