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
  'base_salary',
  'award_form',
  'authority',
  'nominee_factor',
  'vote_rule',
  'road',
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
      `select position, op, record_id as id, version, data from change where commune_id = 0 and kind = 'award-form.loaded' order by position, item`,
    )
  ).rows;
const form = async (asOf: string, code: string) =>
  (await test.http().get(`/v1/award-forms/${code}`).query({ asOf })).body;

it('as it comes with the program it is there, and loading it again changes nothing', async () => {
  const before = await state();
  expect(before.lines).toBe(bundled.ruleSets.flatMap(({ forms }) => forms).length);
  const { PATH, OWNER_DATABASE_URL } = process.env;
  const told = promisify(execFile)(process.execPath, ['dist/src/cli.js', 'catalogue', 'load'], {
    env: { PATH, OWNER_DATABASE_URL },
  });
  expect(await told).toEqual({ stdout: 'nothing to load\n', stderr: '' });
  expect(await load(bundled)).toEqual([]);
  expect(await state()).toEqual(before);
});

it('a changed coefficient is a new version and one line of the journal', async () => {
  const before = await state();
  const catalogue = copy();
  catalogue.ruleSets[1]!.forms.find(({ code }) => code === 'ldtt')!.coefficient = '0.35';
  expect(await load(catalogue)).toEqual(['tdkt-2024:ldtt 2']);
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
  expect(await load()).toEqual(['tdkt-2024:ldtt 3']);
});

it('what belongs to a form goes and comes with it: a vote rule, a road', async () => {
  const catalogue = copy();
  const changed = catalogue.ruleSets[2]!.forms.find(({ code }) => code === 'cstdcs')!;
  Object.assign(changed, {
    voteRule: null,
    roads: [{ ...changed.roads[0], steps: ['APPRAISAL', 'DECISION'] }],
    dossier: [],
  });
  expect(await load(catalogue)).toEqual(['tdkt-2025-07:cstdcs 2']);
  expect(await form('2025-07-01', 'cstdcs')).toMatchObject({
    voteRule: null,
    roads: [{ steps: ['APPRAISAL', 'DECISION'] }],
    dossier: [],
  });
  expect(await load()).toEqual(['tdkt-2025-07:cstdcs 3']);
});

it('a new decree is new rows: the rule set before it ends, whatever it had stays', async () => {
  const [, , last] = copy().ruleSets;
  const decree = {
    ...last!,
    code: 'tdkt-2027',
    name: 'Luật sửa đổi',
    validFrom: '2027-01-01',
    forms: last!.forms.filter(({ code }) => code === 'ldtt'),
  };
  const lines = await load({ ruleSets: [{ ...last!, validTo: '2026-12-31', forms: [] }, decree], baseSalaries: [] });
  expect([lines.length, lines.filter((line) => !line.startsWith('tdkt-2025-07:'))]).toEqual([
    last!.forms.length + 1,
    ['tdkt-2027:ldtt 1'],
  ]);
  expect(await form('2026-12-31', 'ldtt')).toMatchObject({ ruleSet: 'tdkt-2025-07', validTo: '2026-12-31' });
  expect(await form('2027-01-01', 'ldtt')).toMatchObject({ ruleSet: 'tdkt-2027', validTo: null });
  expect((await test.http().get('/v1/award-forms').query({ asOf: '2027-01-01' })).body.items).toHaveLength(1);
  // The program's own would now overlap it.
  expect((await load()).join()).toContain('"tdkt-2025-07" and "tdkt-2027" are in force on the same day.');
});

it('a bad file is refused with all reasons and loads nothing', async () => {
  const before = await state();
  const catalogue = copy();
  catalogue.ruleSets[2]!.validTo = '2026-12-31';
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
  expect(loaded.map(([line]) => line).sort()).toEqual(['tdkt-2024:ldtt 4', 'tdkt-2024:ldtt 5']);
});
