import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { CatalogueGiven } from '../../src/catalogue/catalogue.inputs.js';
import { loadCatalogue } from '../../src/operator.js';
import { useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const directory = mkdtempSync(join(tmpdir(), 'thidua-catalogue-'));
let files = 0;
afterAll(() => rmSync(directory, { recursive: true }));

const environment = process.env;
beforeAll(() => {
  process.env = { ...environment, OWNER_DATABASE_URL: test.database.ownerUrl, TODAY: '2024-01-31' };
});
afterAll(() => {
  process.env = environment;
});

/** Lines the operator reads: the forms loaded, or why they are not. */
function load(catalogue?: unknown): Promise<string[]> {
  const file = join(directory, `${files++}.json`);
  if (catalogue !== undefined)
    writeFileSync(file, typeof catalogue === 'string' ? catalogue : JSON.stringify(catalogue));
  return Promise.resolve()
    .then(() => loadCatalogue(catalogue === undefined ? undefined : file))
    .catch(({ message }: Error) => message.split('\n'));
}

const copy = (): CatalogueGiven => structuredClone(bundled);
const tables = [
  'rule_set',
  'rounding_policy',
  'several_awards',
  'base_salary',
  'award_form',
  'authority',
  'nominee_factor',
  'vote_rule',
  'road',
  'condition',
  'salary_rise',
  'time_limit',
  'dossier_item',
];

/** Every row with the transaction that wrote it, and the journal of the registry. */
async function state() {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables)
    rows[table] = (await test.admin.query(`select xmin::text, t.* from catalogue.${table} t order by t`)).rows;
  return { rows, lines: (await journal()).length };
}
const journal = async () =>
  (
    await test.admin.query(
      `select position, op, record_id as id, version, data from change where commune_id = 0 and kind like '%.loaded' order by position, item`,
    )
  ).rows;
const form = async (asOf: string, code: string) =>
  (await test.http().get(`/v1/award-forms/${code}`).query({ asOf })).body;

it('as it comes with the program it is there, and loading it again changes nothing', async () => {
  const before = await state();
  const { ruleSets, baseSalaries } = bundled;
  expect(before.lines).toBe([...ruleSets, ...baseSalaries, ...ruleSets.flatMap(({ forms }) => forms)].length);
  const { PATH, OWNER_DATABASE_URL } = process.env;
  const told = promisify(execFile)(process.execPath, ['dist/src/cli.js', 'catalogue', 'load'], {
    env: { PATH, OWNER_DATABASE_URL },
  });
  expect(await told).toEqual({ stdout: 'nothing to load\n', stderr: '' });
  expect(await load()).toEqual([]);
  expect(await state()).toEqual(before);
});

it('a changed coefficient is a new version and one line of the journal', async () => {
  const before = await state();
  const catalogue = copy();
  catalogue.ruleSets[1]!.forms.find(({ code }) => code === 'ldtt')!.coefficient = '0.35';
  expect(await load(catalogue)).toEqual(['form tdkt-2024:ldtt 2']);
  expect(await form('2024-01-31', 'ldtt')).toMatchObject({ version: 2, coefficient: '0.35' });
  expect((await journal()).slice(before.lines)).toEqual([
    {
      position: expect.any(Number),
      op: 'UPSERT',
      id: 'tdkt-2024:ldtt',
      version: 2,
      data: await form('2024-01-31', 'ldtt'),
    },
  ]);
  // The program's own says otherwise, and leaves what a file gave.
  expect(await load()).toEqual(['form tdkt-2024:ldtt stays as a file gave it']);
  expect(await form('2024-01-31', 'ldtt')).toMatchObject({ version: 2, coefficient: '0.35' });
});

it('what belongs to a form goes and comes with it: a vote rule, a road', async () => {
  const catalogue = copy();
  const changed = catalogue.ruleSets[2]!.forms.find(({ code }) => code === 'cstdcs')!;
  Object.assign(changed, {
    voteRule: null,
    roads: [{ ...changed.roads[0], steps: ['APPRAISAL', 'DECISION'] }],
    dossier: [],
  });
  catalogue.ruleSets[1]!.forms = [];
  expect(await load(catalogue)).toEqual(['form tdkt-2025-07:cstdcs 2']);
  expect(await form('2025-07-01', 'cstdcs')).toMatchObject({
    voteRule: null,
    roads: [{ steps: ['APPRAISAL', 'DECISION'] }],
    dossier: [],
  });
  expect(await load(bundled)).toEqual(['form tdkt-2025-07:cstdcs 3', 'form tdkt-2024:ldtt 3']);
});

it('each record is told and journaled: a rounding, an amount', async () => {
  const { lines } = await state();
  const catalogue = copy();
  catalogue.ruleSets[3]!.rounding.unit = 1_000;
  catalogue.baseSalaries[3]!.amount = 2_600_000;
  const told = [
    'rule set tdkt-2026-10 2: in force from 2026-10-01 to further notice, money rounded UP, unit 1000 đồng',
    'base salary 2026-07-01 2: 2600000 đồng, in force from 2026-07-01 to further notice',
  ];
  expect(await load(catalogue)).toEqual(told);
  expect((await journal()).slice(lines)).toMatchObject([
    { id: 'tdkt-2026-10', version: 2, data: { rounding: { unit: 1_000 } } },
    { id: '2026-07-01', version: 2, data: { amount: '2600000' } },
  ]);
  expect(await load()).toEqual([
    'rule set tdkt-2026-10 stays as a file gave it',
    'base salary 2026-07-01 stays as a file gave it',
  ]);
});

it('a bad file is refused with all reasons and loads nothing', async () => {
  const before = await state();
  const catalogue = copy();
  const [ldtt, cstt] = catalogue.ruleSets[0]!.forms;
  catalogue.ruleSets[0]!.validTo = '2024-06-30';
  ldtt!.coefficient = '9.9';
  cstt!.code = 'ldtt';
  cstt!.voteRule = null;
  expect(await load(catalogue)).toEqual([
    'RULE: The content breaks a rule; see "errors" for each point.',
    '/ruleSets/1: "tdkt-2024" and "tdkt-2003" are in force on the same day.',
    '/ruleSets/0/forms/1: "ldtt" is told twice.',
    '/ruleSets/0/forms/1/roads/0/steps: A meeting on "ldtt" has no vote rule.',
  ]);
  const misshapen = copy() as unknown as { ruleSets: Row[] };
  Object.assign(misshapen.ruleSets[0]!, { validFrom: '2023-02-29', colour: 'red' });
  misshapen.ruleSets[1]!.forms[0].nominees = ['KING'];
  delete misshapen.ruleSets[1]!.forms[0].authority;
  const shapes = await load(misshapen);
  expect(shapes[0]).toMatch(/^INVALID: /);
  expect(
    shapes
      .slice(1)
      .map((line) => line.split(':')[0])
      .sort(),
  ).toEqual([
    '/ruleSets/0/colour',
    '/ruleSets/0/validFrom',
    '/ruleSets/1/forms/0/authority',
    '/ruleSets/1/forms/0/nominees',
  ]);
  for (const nonsense of ['[]', 'null', '"ldtt"', '{}', '{"ruleSets":[null],"baseSalaries":[[]]}'])
    expect([nonsense, (await load(nonsense))[0]]).toEqual([nonsense, expect.stringMatching(/^INVALID: /)]);
  expect((await load('{'))[0]).toMatch(/json cannot be read/);
  expect(await state()).toEqual(before);
});

it('two at once load one after the other', async () => {
  const changed = ['0.31', '0.32'].map((coefficient) => {
    const [, second] = copy().ruleSets;
    return { ruleSets: [{ ...second!, forms: [{ ...second!.forms[0]!, coefficient }] }], baseSalaries: [] };
  });
  const loaded = await Promise.all(changed.map(load));
  expect(loaded.map(([line]) => line).sort()).toEqual(['form tdkt-2024:ldtt 4', 'form tdkt-2024:ldtt 5']);
});
