import { bundled } from '../../src/catalogue/catalogue.data.js';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import { useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';

const test = useApp();

/** The days on which one rule set ends and the next begins. */
const edges = [
  ['2017-09-30', null],
  ['2017-10-01', 'tdkt-2003'],
  ['2023-12-31', 'tdkt-2003'],
  ['2024-01-01', 'tdkt-2024'],
  ['2025-06-30', 'tdkt-2024'],
  ['2025-07-01', 'tdkt-2025-07'],
  ['2026-09-30', 'tdkt-2025-07'],
  ['2026-10-01', 'tdkt-2026-10'],
  ['2099-12-31', 'tdkt-2026-10'],
] as const;

const codesOf = (ruleSet: string | null) =>
  bundled.ruleSets
    .filter(({ code }) => code === ruleSet)
    .flatMap(({ forms }) => forms.map(({ code }) => code))
    .sort();
const today = ['cstdcs', 'cstt', 'gdvh', 'giay-khen-xa', 'ldtt', 'thon-van-hoa', 'ttldtt'];
/** The commune's own chairperson decides these. */
const here = {
  'tdkt-2003': ['cstt', 'gdvh', 'giay-khen-xa', 'ldtt'],
  'tdkt-2024': ['cstt', 'gdvh', 'giay-khen-xa', 'ldtt'],
  'tdkt-2025-07': today,
  'tdkt-2026-10': today,
};

describe.each(doors)('%s', (_, over) => {
  const ask = (operation: string, parameters: object, actor?: string) =>
    over(test).ask(operation, actor, { ...parameters });

  it.each(edges)('on %s it is %s', async (asOf, ruleSet) => {
    const { status, body } = await ask('awardForms', { asOf, first: 100 });
    expect([status, body.next]).toEqual([200, null]);
    expect(body.items.map(({ code }: { code: string }) => code).sort()).toEqual(codesOf(ruleSet));
    expect(body.items.every((form: { ruleSet: string }) => form.ruleSet === ruleSet)).toBe(true);
    expect(
      body.items
        .filter(({ authority }: Row) => authority.here)
        .map(({ code }: Row) => code)
        .sort(),
    ).toEqual(ruleSet === null ? [] : here[ruleSet]);
    const one = await ask('awardForm', { code: 'ldtt', asOf });
    expect(ruleSet === null ? one.code : one.body.id).toBe(ruleSet === null ? 'NOT_FOUND' : `${ruleSet}:ldtt`);
  });

  it('the district decides on a collective to the last of June 2025, the commune from the first of July, which was not read anywhere', async () => {
    const authority = async (asOf: string) => (await ask('awardForm', { code: 'ttldtt', asOf })).body.authority;
    expect(await authority('2025-06-30')).toEqual({
      code: 'chu-tich-ubnd-huyen',
      title: 'Chủ tịch Ủy ban nhân dân huyện',
      here: false,
      level: 'DISTRICT',
      source: 'Luật Thi đua, khen thưởng 06/2022/QH15, Điều 80 khoản 2',
      verified: true,
    });
    expect(await authority('2025-07-01')).toEqual({
      code: 'chu-tich-ubnd-xa',
      title: 'Chủ tịch Ủy ban nhân dân xã',
      here: true,
      level: 'COMMUNE',
      source: expect.stringContaining('152/2025'),
      verified: false,
    });
    expect((await ask('awardForm', { code: 'giay-khen-huyen', asOf: '2025-06-30' })).status).toBe(200);
    expect((await ask('awardForm', { code: 'giay-khen-huyen', asOf: '2025-07-01' })).code).toBe('NOT_FOUND');
  });

  it('a form says all of it: whom, by whom, how much, which votes, which road, which documents', async () => {
    const { body } = await ask('awardForm', { code: 'giay-khen-xa', asOf: '2023-12-15' });
    const published = { source: 'Thủ tục hành chính cấp xã đã công bố (tặng Giấy khen)', verified: true };
    expect(body).toMatchObject({
      id: 'tdkt-2003:giay-khen-xa',
      version: 1,
      category: 'COMMENDATION',
      nominees: ['INDIVIDUAL', 'BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET', 'HOUSEHOLD'],
      validFrom: '2017-10-01',
      validTo: '2023-12-31',
      authority: { here: true },
      coefficient: '0.15',
      factors: [
        { factor: '2', verified: true },
        { nominees: ['HOUSEHOLD'], factor: '1.5', verified: false },
      ],
      prerequisite: null,
      voteRule: {
        ballot: 'OPEN',
        quorumNumerator: 2,
        quorumDenominator: 3,
        passNumerator: 2,
        passDenominator: 3,
        base: 'PRESENT',
        absentee: 'NOT_COUNTED',
        recusedLeaveBase: true,
        verified: false,
      },
      verified: true,
    });
    expect(body.roads).toEqual([
      { type: 'MERIT', steps: ['APPRAISAL', 'MEETING', 'DECISION'], ...published },
      { type: 'MOVEMENT', steps: ['APPRAISAL', 'MEETING', 'DECISION'], ...published },
      { type: 'SUDDEN', steps: ['APPRAISAL', 'DECISION'], ...published },
    ]);
    expect(body.dossier.map(({ type, item }: Row) => `${type} ${item}`)).toEqual([
      'MERIT to-trinh',
      'MERIT bao-cao',
      'MERIT bien-ban',
      'MOVEMENT to-trinh',
      'MOVEMENT bao-cao',
      'MOVEMENT bien-ban',
      'SUDDEN to-trinh',
      'SUDDEN tom-tat',
    ]);
    const coefficients = ['2023-12-31', '2024-01-01', '2025-07-01'].map(
      async (asOf) => (await ask('awardForm', { code: 'giay-khen-xa', asOf })).body.coefficient,
    );
    expect(await Promise.all(coefficients)).toEqual(['0.15', '0.3', '0.3']);
  });

  it('under the law of October 2026, which was not read, every row says so, and what the draft changed is changed', async () => {
    const { items } = (await ask('awardForms', { asOf: '2026-10-01', first: 100 })).body;
    expect(items).toHaveLength(21);
    // Forms that older decrees prescribe, and that were read, go on.
    const rows = (items as Row[]).map(({ prescribed: _, ...form }) => form);
    expect(JSON.stringify(rows)).not.toContain('"verified":true');
    const of = async (code: string, asOf: string) => (await ask('awardForm', { code, asOf })).body;
    const [before, after] = [await of('cstdcs', '2026-09-30'), await of('cstdcs', '2026-10-01')];
    expect(before.prerequisite).toMatch(/^Lao động tiên tiến và có sáng kiến/);
    expect(after).toMatchObject({
      prerequisite: expect.stringMatching(/^Hoàn thành xuất sắc nhiệm vụ và có sáng kiến/),
      quota: before.quota,
      authority: { ...before.authority, verified: false },
    });
    expect(await of('xa-tieu-bieu', '2026-10-01')).toMatchObject({
      name: 'Xã, phường, đặc khu tiêu biểu',
      prerequisite: expect.stringContaining('cấp tỉnh'),
    });
  });

  it('rule sets and base salaries are listed, oldest first, with their days, or the one of a day', async () => {
    const lists = async (operation: string, parameters: object = {}) => done(await ask(operation, parameters)).items;
    const sets = await lists('ruleSets');
    expect(sets.map((set: Row) => [set.code, set.validFrom, set.validTo, set.verified])).toEqual([
      ['tdkt-2003', '2017-10-01', '2023-12-31', true],
      ['tdkt-2024', '2024-01-01', '2025-06-30', true],
      ['tdkt-2025-07', '2025-07-01', '2026-09-30', true],
      ['tdkt-2026-10', '2026-10-01', null, false],
    ]);
    expect(sets[0]).toMatchObject({ version: 1, rounding: { method: 'UP', unit: 10_000, verified: true } });
    expect(await lists('ruleSets', { asOf: '2026-09-30' })).toEqual([sets[2]]);
    expect(await lists('ruleSets', { asOf: '2017-09-30' })).toEqual([]);
    const salaries = await lists('baseSalaries');
    expect(salaries.map((each: Row) => [each.id, each.validFrom, each.validTo, each.amount])).toEqual([
      ['2019-07-01', '2019-07-01', '2023-06-30', '1490000'],
      ['2023-07-01', '2023-07-01', '2024-06-30', '1800000'],
      ['2024-07-01', '2024-07-01', '2026-06-30', '2340000'],
      ['2026-07-01', '2026-07-01', null, '2530000'],
    ]);
    expect(await lists('baseSalaries', { asOf: '2026-06-30' })).toEqual([salaries[2]]);
    expect(await lists('baseSalaries', { asOf: '2026-07-01' })).toEqual([salaries[3]]);
    const { next, items } = done(await ask('baseSalaries', { first: 3 }));
    expect([items, await lists('baseSalaries', { first: 3, after: next })]).toEqual([
      salaries.slice(0, 3),
      [salaries[3]],
    ]);
  });

  it('high titles ask for ninety percent of all members in secret, areas for sixty percent of those who came', async () => {
    const rule = async (code: string) => (await ask('awardForm', { code, asOf: '2023-12-31' })).body.voteRule;
    expect(await rule('cstd-tinh')).toMatchObject({
      ballot: 'PAPER',
      passNumerator: 90,
      passDenominator: 100,
      base: 'ALL_MEMBERS',
      absentee: 'WRITTEN_OPINION',
      verified: true,
    });
    expect(await rule('thon-van-hoa')).toMatchObject({
      quorumNumerator: 60,
      quorumDenominator: 100,
      passNumerator: 60,
      passDenominator: 100,
      base: 'PRESENT',
      verified: true,
    });
    expect(await rule('ky-niem-chuong')).toBeNull();
  });

  it('they are listed by category and code, page by page, one category alone; today when no day is named', async () => {
    const whole = (await ask('awardForms', {})).body.items.map(({ category, code, ruleSet }: Row) => [
      category,
      code,
      ruleSet,
    ]);
    expect(whole).toEqual([...whole].sort());
    expect(new Set(whole.map(([, , ruleSet]: string[]) => ruleSet))).toEqual(new Set(['tdkt-2024']));
    const paged = [];
    for (let after: string | null | undefined; after !== null;) {
      const { body } = await ask('awardForms', { first: 7, ...(after && { after }) });
      paged.push(...body.items.map(({ category, code, ruleSet }: Row) => [category, code, ruleSet]));
      after = body.next;
    }
    expect(paged).toEqual(whole);
    expect((await ask('awardForms', { category: ['TITLE'] })).body.items.map(({ category }: Row) => category)).toEqual(
      whole.filter(([category]: string[]) => category === 'TITLE').map(() => 'TITLE'),
    );
    expect((await ask('awardForm', { code: 'ldtt' }, 'district')).body.id).toBe('tdkt-2024:ldtt');
    expect((await ask('awardForm', { code: 'ldtt', asOf: '2023-02-29' })).status).toBe(400);
  });
});

it('what was read yesterday is never told to be unchanged: another rule set may have begun', async () => {
  const { status, headers } = await test.http().get('/v1/award-forms/ldtt').set('if-none-match', '"1"');
  expect([status, headers.etag]).toEqual([200, '"1"']);
});

it('other modules ask by day or by rule set, and for the rule set of a day', async () => {
  const catalogue = test.app.get(CatalogueService);
  const caller = await test.operator();
  expect(
    [...(await catalogue.formsNamed(caller, ['ldtt', 'gdvh', 'nothing'], { on: '2025-07-01' })).values()]
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['tdkt-2025-07:gdvh', 'tdkt-2025-07:ldtt']);
  expect((await catalogue.formsNamed(caller, ['ldtt'], { ruleSet: 'tdkt-2003' })).get('ldtt')?.id).toBe(
    'tdkt-2003:ldtt',
  );
  expect(await catalogue.ruleSetOn(caller, '2023-12-31')).toBe('tdkt-2003');
  await expect(catalogue.ruleSetOn(caller, '2017-09-30')).rejects.toThrow('Not found');
});
