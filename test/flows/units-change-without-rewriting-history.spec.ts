import { useApp, type TestApp } from '../app.js';
import { doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(() => void (door = open(apps[name]!)));
  const unit = async (code: string, asOf?: string) =>
    (await door.ask('unit', 'clerk', { commune, unit: code, ...(asOf && { asOf }) })).body;

  it('a new name holds from its day on, and the old one before it', async () => {
    const answer = await door.ask(
      'amendUnit',
      'clerk',
      { commune, unit: 'khu-dan-cu-1' },
      { version: 1, input: { name: 'Thôn Sơn Thành', from: '2024-03-01' } },
    );
    expect([answer.status, answer.body.name, answer.body.version]).toEqual([200, 'Thôn Sơn Thành', 2]);
    const { items } = (await door.ask('history', 'district', { commune, type: 'unit', id: answer.body.id })).body;
    expect(items.map(({ kind, data }: Row) => [kind, data.name, data.termFrom, data.termTo])).toEqual([
      ['unit.added', 'Khu dân cư số 1', '2021-07-01', null],
      ['unit.amended', 'Thôn Sơn Thành', '2024-03-01', null],
    ]);
    expect((await unit('khu-dan-cu-1')).name).toBe('Khu dân cư số 1');
    expect((await unit('khu-dan-cu-1', '2024-02-29')).name).toBe('Khu dân cư số 1');
    expect((await unit('khu-dan-cu-1', '2024-03-01')).name).toBe('Thôn Sơn Thành');
    expect((await door.units('clerk', commune, { search: 'son thanh', asOf: '2024-03-01' })).body.items).toHaveLength(
      1,
    );
    expect((await door.units('clerk', commune, { search: 'son thanh' })).body.items).toHaveLength(0);
  });

  it('a unit moves with all below it, each told in one position of the feed', async () => {
    await door.ask(
      'addUnit',
      'clerk',
      { commune },
      {
        input: {
          code: 'to-1',
          kind: 'HAMLET',
          kindText: 'tổ',
          name: 'Tổ 1',
          parent: 'hoi-phu-nu',
          validFrom: '2023-01-01',
        },
      },
    );
    const { body } = await door.changes('district', commune);
    const moved = await door.ask(
      'moveUnit',
      'clerk',
      { commune, unit: 'hoi-phu-nu' },
      { version: 1, input: { parent: 'dang-uy', reason: 'Sắp xếp' } },
    );
    expect(moved.body).toMatchObject({ path: 'dang-uy/hoi-phu-nu', parentCode: 'dang-uy', version: 2 });
    expect((await unit('to-1')).path).toBe('dang-uy/hoi-phu-nu/to-1');
    expect((await unit('to-1', '2024-01-30')).path).toBe('mat-tran-to-quoc/hoi-phu-nu/to-1');
    const next = (await door.changes('district', commune, body.cursor)).body.items;
    expect(next.map((each: Row) => [each.kind, each.data.code, each.version])).toEqual([
      ['unit.moved', 'hoi-phu-nu', 2],
      ['unit.moved', 'to-1', 2],
    ]);
    expect(new Set(next.map(({ position }: Row) => position)).size).toBe(1);
  });

  it.each([
    ['below itself', 'hoi-phu-nu', 2, { parent: 'to-1' }, 'BELOW_ITSELF'],
    ['to nowhere', 'hoi-phu-nu', 2, { parent: 'khong-co' }, 'NOT_VALID'],
    ['in the past without a legal date', 'hoi-phu-nu', 2, { parent: 'ubnd', from: '2024-01-30' }, 'PAST'],
    ['before a change of its name that is known', 'khu-dan-cu-1', 2, { parent: 'hdnd' }, 'LATER_TERM'],
  ])('a unit does not move %s', async (_, code, version, input, reason) => {
    const answer = await door.ask('moveUnit', 'clerk', { commune, unit: code }, { version, input });
    expect([answer.code, answer.body.errors[0].code]).toEqual(['RULE', reason]);
  });

  it('a unit ends only after those below it, and can be found as it was', async () => {
    const early = await door.ask(
      'closeUnit',
      'clerk',
      { commune, unit: 'hoi-phu-nu' },
      { version: 2, input: { reason: 'Giải thể' } },
    );
    expect([early.code, early.body.errors[0].code]).toEqual(['RULE', 'UNITS_BELOW']);
    const closed = await door.ask(
      'closeUnit',
      'clerk',
      { commune, unit: 'to-1' },
      { version: 2, input: { reason: 'Giải thể' } },
    );
    expect(closed.body).toMatchObject({ validTo: '2024-01-31', version: 3 });
    expect((await door.units('clerk', commune, { search: 'Tổ 1', asOf: '2024-02-01' })).body.items).toEqual([]);
    expect((await door.units('clerk', commune, { search: 'Tổ 1', asOf: '2024-01-31' })).body.items).toHaveLength(1);
    expect((await unit('to-1', '2025-01-01')).validTo).toBe('2024-01-31');
  });
});

it('says what one may do, and why not', async () => {
  const test = apps.REST!;
  const actions = async (actor: string, path: string) =>
    (
      await test
        .http()
        .get(`/v1/communes/duc-lang/${path}/actions`)
        .set({ authorization: `Bearer ${test.keys[actor]}` })
    ).body.items;
  expect(await actions('clerk', 'units/ubnd')).toEqual(
    ['amendUnit', 'moveUnit', 'correctUnit', 'closeUnit'].map((act) =>
      // Units stand below it.
      act === 'closeUnit' ? { act, allowed: false, reasons: ['RULE'] } : { act, allowed: true, reasons: [] },
    ),
  );
  expect(await actions('auditor', 'units/ubnd')).toEqual(
    ['amendUnit', 'moveUnit', 'correctUnit', 'closeUnit'].map((act) => ({
      act,
      allowed: false,
      reasons: act === 'closeUnit' ? ['FORBIDDEN', 'RULE'] : ['FORBIDDEN'],
    })),
  );
  expect(await actions('chairperson', 'plans/2023')).toEqual([
    { act: 'amendPlan', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'dropPlan', allowed: false, reasons: ['FORBIDDEN', 'STATE'] },
    { act: 'setPlanSettings', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'addIndicator', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'draftScheme', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'issuePlan', allowed: false, reasons: ['STATE'] },
    { act: 'scoreStandings', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'acknowledgePlan', allowed: false, reasons: ['FORBIDDEN'] },
    { act: 'closePlan', allowed: true, reasons: [] },
    { act: 'reopenPlan', allowed: false, reasons: ['STATE'] },
  ]);
});

it('moves that cross make no circle', async () => {
  const [door] = [doors[0][1](apps.REST!)];
  for (let round = 0; round < 5; round++) {
    const [one, other] = [`vong-${round}-a`, `vong-${round}-b`];
    for (const code of [one, other])
      await door.ask(
        'addUnit',
        'clerk',
        { commune },
        { input: { code, kind: 'HAMLET', name: code, validFrom: '2023-01-01' } },
      );
    const moves = await Promise.all(
      [
        [one, other],
        [other, one],
      ].map(([unit, parent]) => door.ask('moveUnit', 'clerk', { commune, unit }, { version: 1, input: { parent } })),
    );
    expect(moves.map(({ status }) => status).sort()).toEqual([200, 422]);
  }
});
