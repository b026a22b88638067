import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { CatalogueGiven, RuleSetGiven } from '../../src/catalogue/catalogue.inputs.js';
import { loadCatalogue } from '../../src/operator.js';
import { as, expectAudited, useApp } from '../app.js';
import { done, doors, rest, type Row } from '../doors.js';

const test = useApp();
const directory = mkdtempSync(join(tmpdir(), 'thidua-decree-'));
const environment = process.env;
beforeAll(() => {
  process.env = { ...environment, OWNER_DATABASE_URL: test.database.ownerUrl, TODAY: '2024-01-31' };
});
afterAll(() => {
  process.env = environment;
  rmSync(directory, { recursive: true });
});

/** Lines the operator reads; without a catalogue the program's own is loaded. */
async function load(given?: Partial<CatalogueGiven>): Promise<string[]> {
  if (!given) return loadCatalogue();
  const file = join(directory, 'decree.json');
  writeFileSync(file, JSON.stringify({ ruleSets: [], baseSalaries: [], ...given }));
  return loadCatalogue(file).catch(({ message }: Error) => message.split('\n').slice(1));
}

const read = 'Nghị định hư cấu';
const sourced = { source: read, verified: true };
/** A fictitious decree of one form, for some days. */
const decree = (code: string, validFrom: string, validTo?: string): RuleSetGiven => ({
  code,
  name: read,
  validFrom,
  validTo,
  ...sourced,
  rounding: { method: 'NONE', unit: 1, ...sourced },
  forms: bundled.ruleSets[1]!.forms.filter((form) => form.code === 'ldtt').map((form) => ({
    ...form,
    name: 'Lao động kiểu mẫu',
    coefficient: '0.7',
    ...sourced,
  })),
});
const formOn = async (asOf: string) => (await test.http().get('/v1/award-forms/ldtt').query({ asOf })).body;
const spans = async (operation: string) =>
  done(await rest(test).ask(operation, undefined, {})).items.map(
    ({ id, validFrom, validTo }: Row) => `${id}: ${validFrom} ${validTo}`,
  );
/** Lines on rule sets and base salaries, and how many there are on forms. */
const told = async (given?: Partial<CatalogueGiven>) => {
  const lines = await load(given);
  return [
    ...lines.filter((line) => !line.startsWith('form ')),
    lines.filter((line) => line.startsWith('form ')).length,
  ];
};
const none = 'money rounded NONE, unit 1 đồng';
const up = 'money rounded UP, unit 10000 đồng';
const formsOf2026 = bundled.ruleSets[3]!.forms.length;

describe('a decree in a file', () => {
  const way = [
    'rule set tdkt-2026-10 gives way to a file: in force from 2026-10-01 to 2027-02-28',
    'base salary 2026-07-01 gives way to a file: in force from 2026-07-01 to 2026-12-31',
  ];

  it('that begins within the days of the program is in force at once, and each change is told', async () => {
    expect((await formOn('2027-03-01')).name).toBe('Lao động tiên tiến');
    const given = {
      ruleSets: [decree('hu-cau', '2027-03-01')],
      baseSalaries: [{ validFrom: '2027-01-01', amount: 3_000_000, ...sourced }],
    };
    expect(await told(given)).toEqual([
      `rule set tdkt-2026-10 2: in force from 2026-10-01 to 2027-02-28, ${up}`,
      `rule set hu-cau 1: in force from 2027-03-01 to further notice, ${none}`,
      'base salary 2026-07-01 2: 2530000 đồng, in force from 2026-07-01 to 2026-12-31',
      'base salary 2027-01-01 1: 3000000 đồng, in force from 2027-01-01 to further notice',
      ...way,
      1 + formsOf2026,
    ]);
    expect(await formOn('2027-02-28')).toMatchObject({ ruleSet: 'tdkt-2026-10', validTo: '2027-02-28' });
    expect(await formOn('2027-03-01')).toMatchObject({ ruleSet: 'hu-cau', name: 'Lao động kiểu mẫu' });
  });

  it('is left as it is by the program, which says what gave way', async () => {
    const before = [await spans('ruleSets'), await spans('baseSalaries'), await formOn('2027-03-01')];
    expect(await told()).toEqual([...way, 0]);
    expect([await spans('ruleSets'), await spans('baseSalaries'), await formOn('2027-03-01')]).toEqual(before);
  });

  it('does not meet another of a file, loaded before or in it', async () => {
    expect(await load({ ruleSets: [decree('hu-cau-2', '2028-01-01')] })).toEqual([
      '/ruleSets/0: "hu-cau-2" and "hu-cau" are in force on the same day.',
    ]);
    expect(
      await load({ ruleSets: [decree('a', '2010-01-01', '2011-12-31'), decree('b', '2011-12-31', '2012-12-31')] }),
    ).toEqual(['/ruleSets/1: "b" and "a" are in force on the same day.']);
  });

  it('over all days of one of the program leaves it none; the days come back when the file gives them up', async () => {
    await load({ ruleSets: [decree('hu-cau-1', '2026-10-01', '2027-02-28')] });
    const line = 'rule set tdkt-2026-10 gives way to a file: in force on no day';
    expect(await told()).toEqual([line, way[1], 0]);
    expect(await spans('ruleSets')).toContain('tdkt-2026-10: 2026-10-01 2026-09-30');
    expect((await formOn('2026-10-01')).ruleSet).toBe('hu-cau-1');
    await load({ ruleSets: [decree('hu-cau-1', '2026-11-01', '2027-02-28')] });
    expect(await spans('ruleSets')).toContain('tdkt-2026-10: 2026-10-01 2026-10-31');
    expect((await formOn('2026-10-31')).ruleSet).toBe('tdkt-2026-10');
  });

  it('over the first days of one moves its beginning, over the last days its end', async () => {
    const amount = { validFrom: '2026-06-01', validTo: '2026-08-31', amount: 2_400_000, ...sourced };
    await load({ baseSalaries: [amount] });
    expect((await spans('baseSalaries')).slice(2)).toEqual([
      '2024-07-01: 2024-07-01 2026-05-31',
      '2026-06-01: 2026-06-01 2026-08-31',
      '2026-07-01: 2026-09-01 2026-12-31',
      '2027-01-01: 2027-01-01 null',
    ]);
    await expectAudited(test);
  });
});

describe('what was judged before', () => {
  const commune = 'duc-lang';
  /** Signed decisions with all that they decided on, as anybody reads them, with their ETags. */
  const judged = () =>
    Promise.all(
      doors.map(async ([, over]) => {
        const door = over(test);
        const list = async (operation: string, parameters: object = {}) =>
          done(await door.ask(operation, 'clerk', { commune, first: 500, ...parameters })).items as Row[];
        const awards = await list('awards');
        const decisions = await list('decisions');
        return {
          awards,
          decisions,
          nominations: await list('nominations'),
          rounds: await list('rounds'),
          etags: await Promise.all(
            [...decisions.map(({ id }) => `decisions/${id}`), ...awards.map(({ id }) => `awards/${id}`)].map(
              async (path) =>
                (await test.http().get(`/v1/communes/${commune}/${path}`).set(as(test, 'clerk'))).headers.etag,
            ),
          ),
          verified: await Promise.all(
            awards.map(({ verificationCode: code }) => door.ask('verifyAward', undefined, { code })),
          ).then((answers) => answers.map(({ body: { head: _, ...body } }) => body)),
        };
      }),
    );

  it('stays as it was when a decree is loaded over its days', async () => {
    const before = await judged();
    expect(before[0]!.decisions.filter(({ signedOn }) => signedOn).length).toBeGreaterThan(0);
    expect(before[0]!.awards.some(({ formCode, ruleSet }) => ruleSet && formCode)).toBe(true);
    const renamed = (code: string, set: RuleSetGiven) => ({
      ...decree(code, set.validFrom, set.validTo ?? undefined),
      forms: set.forms.map((each) => ({ ...each, name: `${each.name} (mới)`, coefficient: '9' })),
    });
    const judgedUnder = bundled.ruleSets.slice(0, 2);
    expect(await told({ ruleSets: judgedUnder.map((set, at) => renamed(`hu-cau-${at}`, set)) })).toContain(
      'rule set tdkt-2003 gives way to a file: in force on no day',
    );
    expect((await formOn('2023-12-31')).name).toBe('Lao động tiên tiến (mới)');
    expect(await judged()).toEqual(before);
  });
});
