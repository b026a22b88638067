import { useApp, type TestApp } from '../app.js';
import { done, doors, points, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const plan = '2023';
const unit = 'khu-dan-cu-1';
const code = 'econ.trees-planted';
const other = 'econ.fruit-planted';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

const indicator = {
  name: 'Diện tích trồng mới',
  sectionPath: '2.1',
  sortOrder: 900,
  measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 },
  direction: 'UP',
  comparator: 'AT_LEAST',
  target: '90',
  rawText: '90 ha',
  frequency: 'MONTHLY',
  reported: 'IN_PERIOD',
  overTime: 'SUM',
  overUnits: 'SUM',
  responsibleUnitCode: 'ubnd',
  reportedBy: { units: [unit], kinds: [] },
  reason: 'Bổ sung giữa năm',
};

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  const ask = async (...asked: Parameters<Door['ask']>): Promise<Row> => done(await door.ask(...asked));
  const draft = (period: string, said: object = {}) =>
    ask('draftSubmission', 'hamlet-1', { commune }, { input: { plan, unit, period, ...said } });
  const own = (codes: string[]) => codes.filter((each) => [code, other].includes(each));
  const saying = ({ entries }: Row) =>
    entries.map(({ indicatorCode, reported, nothingToReport }: Row) => [indicatorCode, reported, nothingToReport]);

  beforeAll(async () => {
    door = open(apps[name]!);
    const paper = { type: 'QĐ', year: 2023, issuer: 'UBND xã', title: 'Bổ sung chỉ tiêu' };
    const { id } = await ask('recordDocument', 'clerk', { commune }, { input: paper });
    const headers = { 'legal-date': '2023-09-15', 'legal-reference': id };
    const added = await ask('addIndicator', 'clerk', { commune, plan }, { input: { ...indicator, code }, headers });
    expect(added.appliesFrom).toBe('2023-09-15');
    const given = { ...indicator, code: other, sortOrder: 901, appliesFrom: '2023-11-01' };
    expect((await ask('addIndicator', 'clerk', { commune, plan }, { input: given, headers })).appliesFrom).toBe(
      '2023-11-01',
    );
  });

  it('an indicator begins in the years of its plan; one added after them was forgotten, and begins with it', async () => {
    const late = await door.ask(
      'addIndicator',
      'clerk',
      { commune, plan },
      { input: { ...indicator, code: 'econ.late', appliesFrom: '2024-01-01' } },
    );
    expect(points(late)).toEqual(['/appliesFrom NOT_OF_THE_YEAR']);
    const input = { ...indicator, code: 'econ.forgotten' };
    const forgotten = await ask('addIndicator', 'clerk', { commune, plan }, { input });
    expect(forgotten.appliesFrom).toBeNull();
    const from = (appliesFrom: string | null, { version }: Row) =>
      door.amendIndicator('clerk', commune, plan, 'econ.forgotten', version, { appliesFrom, reason: 'Sửa' });
    const amended = done(await from('2023-12-31', forgotten));
    expect(amended.appliesFrom).toBe('2023-12-31');
    expect(done(await from(null, amended)).appliesFrom).toBeNull();
  });

  it('what began in September is owed from September on', async () => {
    const missing = async (period: string) => {
      const { items } = await ask('completeness', 'hamlet-1', { commune, plan, period });
      return own(items.find((row: Row) => row.unitCode === unit)?.missingCodes ?? []);
    };
    expect(await missing('2023-08')).toEqual([]);
    expect(await missing('2023-09')).toEqual([code]);
    expect(await missing('2023-11')).toEqual([code, other]);
    const state = async (period: string) =>
      (await ask('progress', 'clerk', { commune, plan, period, indicator: [code] })).items[0].state;
    expect([await state('2023-H1'), await state('2023-10')]).toEqual(['NOT_DUE', 'NO_FIGURE']);
  });

  it('a draft begins with an empty entry for each figure that is owed', async () => {
    const august = await draft('2023-08');
    expect(own(august.entries.map(({ indicatorCode }: Row) => indicatorCode))).toEqual([]);
    const drafted = await draft('2023-12');
    expect(drafted.entries.map(({ indicatorCode }: Row) => indicatorCode)).toEqual(drafted.owed);
    expect(drafted.leftOut).toEqual(drafted.owed);
    expect(saying(drafted)).toEqual(drafted.owed.map((each: string) => [each, null, null]));
    expect(own(drafted.owed)).toEqual([code, other]);
    expect(drafted.findings).toEqual([]);
    const { id, version } = drafted;
    const empty = await door.ask('submitSubmission', 'hamlet-1', { commune, id }, { version });
    expect(points(empty)).toEqual(['/entries EMPTY']);
    const read = await ask('submission', 'hamlet-1', { commune, id });
    expect([read.owed, read.leftOut]).toEqual([drafted.owed, drafted.owed]);
    const input = { entries: [{ indicatorCode: code, reported: '3' }] };
    const amended = await ask('amendSubmission', 'hamlet-1', { commune, id }, { version, input });
    expect(saying(amended)).toEqual(drafted.owed.map((each: string) => [each, each === code ? '3' : null, null]));
    const submitted = await ask('submitSubmission', 'hamlet-1', { commune, id }, { version: amended.version });
    expect(saying(submitted)).toEqual([[code, '3', null]]);
    expect(submitted.leftOut).toEqual(drafted.owed.filter((each: string) => each !== code));
  });

  it('a draft that is given its entries has those', async () => {
    expect((await draft('2023-11', { entries: [] })).entries).toEqual([]);
    const given = await draft('2023-10', { entries: [{ indicatorCode: code, nothingToReport: 'Chưa tới vụ' }] });
    expect([saying(given), given.leftOut]).toEqual([
      [[code, null, 'Chưa tới vụ']],
      given.owed.filter((each: string) => each !== code),
    ]);
  });

  it('what is owed changes with the plan: a report that was read is answered in full', async () => {
    if (name === 'GraphQL') return;
    const drafted = await draft('2023-07');
    const headers = { 'if-none-match': `"${drafted.version}"` };
    const again = await door.ask('submission', 'hamlet-1', { commune, id: drafted.id }, { headers });
    expect([again.status, again.body.owed]).toEqual([200, drafted.owed]);
  });
});
