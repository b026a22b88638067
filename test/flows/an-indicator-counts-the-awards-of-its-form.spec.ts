import { useApp } from '../app.js';
import { broken, done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const plan = '2023';
const ask = (operation: string, actor: string | undefined, parameters: object = {}, given: object = {}) =>
  rest(test).ask(operation, actor, { commune, ...parameters }, given);
const rows = async (code: string, more: object = {}) =>
  done(await ask('progress', 'clerk', { plan, indicator: [code], units: true, first: 500, ...more })).items as Row[];

/** An indicator that counts the awards of a form. */
const add = async (code: string, more: object) => {
  const { version } = done(await ask('plan', 'clerk', { plan }));
  const input = {
    ...{ code, name: 'Gia đình văn hóa được công nhận', rawText: 'Gia đình văn hóa', sortOrder: 990 },
    ...{ sectionPath: '2.1.3', direction: 'UP', comparator: 'AT_LEAST', target: '3', frequency: 'YEARLY' },
    ...{ measure: { unit: 'HOUSEHOLD', displayUnit: 'gia đình', scale: 0 }, reported: 'CUMULATIVE' },
    ...{ overTime: 'AT_END', overUnits: 'SUM', derived: true, derivation: 'AWARDS', awardForm: 'gdvh' },
    ...{ appliesFrom: '2023-01-01', reason: 'Tính từ sổ khen thưởng', ...more },
  };
  return ask('addIndicator', 'clerk', { plan }, { version, input });
};
const ofForm = async (after?: string): Promise<Row[]> => {
  const page = done(await ask('awards', 'clerk', { form: ['gdvh'], year: 2023, first: 500, after }));
  const items = (page.items as Row[]).filter(({ revokedOn }) => revokedOn === null);
  return page.next ? [...items, ...(await ofForm(page.next as string))] : items;
};

it('says which form it counts, one that there is, and no other indicator does', async () => {
  expect(broken(await add('soc.gdvh-a', { awardForm: null }))).toEqual(['/awardForm AWARD_FORM']);
  expect(broken(await add('soc.gdvh-b', { derivation: 'DISSEMINATION' }))).toEqual(['/awardForm AWARD_FORM']);
  expect(broken(await add('soc.gdvh-c', { awardForm: 'khong-co' }))).toEqual(['/awardForm UNKNOWN']);
});

it('the figure is the awards granted for the year, with their decisions; of each area its own', async () => {
  done(await add('soc.gdvh', {}));
  const awards = await ofForm();
  expect(awards.length).toBeGreaterThan(0);
  const [whole, ...areas] = await rows('soc.gdvh');
  expect(whole).toMatchObject({ unitCode: null, cumulative: { value: String(awards.length), outOf: null } });
  expect(whole!.resultIds).toEqual([]);
  expect(whole!.decisionIds.sort()).toEqual([...new Set(awards.map(({ decisionId }) => decisionId))].sort());
  const found = areas.filter(({ cumulative }) => cumulative !== null && cumulative.value !== '0');
  expect(found.map(({ unitCode, cumulative }) => [unitCode, cumulative.value])).toEqual([
    ['khu-dan-cu-1', '135'],
    ['khu-dan-cu-2', '146'],
    ['khu-dan-cu-3', '158'],
    ['khu-dan-cu-4', '128'],
    ['khu-dan-cu-5', '163'],
    ['khu-dan-cu-6', '150'],
  ]);
  // Before they were signed there was nothing.
  expect((await rows('soc.gdvh', { asOf: '2023-12-21' }))[0]).toMatchObject({ cumulative: null, decisionIds: [] });
});

it('an award that is recorded counts, and no more once it is taken out', async () => {
  const before = (await ofForm()).length;
  const input = {
    ...{ unit: 'ho-khu-5-210', form: 'gdvh', formName: 'Gia đình văn hóa', issuer: 'UBND xã', grantedOn: '2023-12-30' },
    ...{ period: '2023', citation: 'Gia đình văn hóa', reason: 'Bản giấy' },
  };
  // Of a school year the year in which it ends.
  const { id, version } = done(await ask('recordAward', 'clerk', {}, { input: { ...input, period: '2022-2023' } }));
  const value = async () => (await rows('soc.gdvh'))[0]!.cumulative.value;
  expect(await value()).toBe(String(before + 1));
  done(await ask('removeAward', 'clerk', { id }, { version, input: { reason: 'Ghi nhầm' } }));
  expect(await value()).toBe(String(before));
});

it('a ratio is out of all households', async () => {
  const percent = { unit: 'PERCENT', displayUnit: '% hộ', scale: 0 };
  done(await add('soc.gdvh-share', { measure: percent, overUnits: 'RATIO', target: '80' }));
  const { rows: all } = await test.admin.query(
    `select count(*)::text as households from unit where commune_id = 1 and kind = 'HOUSEHOLD' and valid_from <= '2023-12-31' and (valid_to is null or valid_to >= '2023-12-31')`,
  );
  expect((await rows('soc.gdvh-share'))[0]).toMatchObject({
    cumulative: { value: String((await ofForm()).length), outOf: all[0].households },
    state: 'MISSED',
  });
});
