import { useApp, type TestApp } from '../app.js';
import { doors, type Answer, type Door } from '../doors.js';

const commune = 'duc-lang';
const plan = '2023';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const refused = ({ status, code }: Answer) => [status, code];

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let sheet: string;

  const acknowledge = (actor: string, unit: string, headers: Record<string, string> = {}) =>
    door.ask(
      'acknowledgePlan',
      actor,
      { commune, plan },
      { input: { unit, form: 'MEETING', heldOn: '2024-01-10', peopleReached: 84 }, headers },
    );
  const behalf = (unit: string) => ({ 'on-behalf-of': unit, 'legal-reference': sheet });
  const acknowledged = async () =>
    (await test.admin.query('select count(*)::int as count from acknowledgement')).rows[0].count as number;

  beforeAll(async () => {
    door = open(test);
    const input = { type: 'BC', year: 2024, issuer: 'Khu dân cư số 1', title: 'Phiếu ký nhận của Khu dân cư số 1' };
    sheet = (await door.ask('recordDocument', 'clerk', { commune }, { input })).body.id;
  });

  it.each<[string, string, string, () => Record<string, string>, [number, string]]>([
    ["the clerk in nobody's name", 'clerk', 'khu-dan-cu-1', () => ({}), [403, 'ON_BEHALF_MISSING']],
    [
      "the clerk in another unit's name",
      'clerk',
      'khu-dan-cu-1',
      () => behalf('khu-dan-cu-2'),
      [403, 'ON_BEHALF_MISSING'],
    ],
    [
      'the clerk without the sheet',
      'clerk',
      'khu-dan-cu-1',
      () => ({ 'on-behalf-of': 'khu-dan-cu-1' }),
      [422, 'LEGAL_REFERENCE_MISSING'],
    ],
    [
      'the clerk in the name of a unit that is not',
      'clerk',
      'khu-dan-cu-1',
      () => behalf('khu-dan-cu-9'),
      [422, 'ON_BEHALF_UNKNOWN'],
    ],
    ['the clerk for a unit that is not', 'clerk', 'khu-dan-cu-9', () => behalf('khu-dan-cu-1'), [422, 'RULE']],
    ['a code that is none', 'clerk', 'khu-dan-cu-1', () => behalf('Khu dan cu'), [400, 'INVALID']],
    ['a reporter for another hamlet', 'hamlet-1', 'khu-dan-cu-2', () => ({}), [403, 'FORBIDDEN']],
    ['a reporter standing in', 'hamlet-1', 'khu-dan-cu-2', () => behalf('khu-dan-cu-2'), [403, 'STAND_IN_FORBIDDEN']],
    ['a verifier', 'verifier', 'khu-dan-cu-1', () => behalf('khu-dan-cu-1'), [403, 'FORBIDDEN']],
  ])('%s is refused, and nothing is said for anyone', async (_, actor, unit, headers, expected) => {
    expect(refused(await acknowledge(actor, unit, headers()))).toEqual(expected);
    expect(await acknowledged()).toBe(0);
  });

  it("it is the unit's own, and the journal keeps who wrote it down and on what it rests", async () => {
    const { body, code } = await acknowledge('clerk', 'khu-dan-cu-1', behalf('khu-dan-cu-1'));
    expect(code).toBeUndefined();
    expect(body).toMatchObject({ unitCode: 'khu-dan-cu-1', plan, heldOn: '2024-01-10', peopleReached: 84 });
    const lineFor = async (actor: string) =>
      (await door.ask('history', actor, { commune, type: 'acknowledgement', id: body.id })).body.items[0];
    const line = await lineFor('clerk');
    expect([line.kind, line.on, line.data.unitCode]).toEqual(['acknowledgement.given', '2024-01-31', 'khu-dan-cu-1']);
    expect(line.personal['/actor'].value).toEqual({
      key: 'clerk',
      keyId: expect.any(String),
      onBehalfOf: 'khu-dan-cu-1',
      legalReference: sheet,
    });
    expect(line.actor).toEqual({ '#': expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify({ ...line, personal: undefined })).not.toContain(sheet);
  });

  it("a reporter needs nobody's sheet for the own hamlet", async () => {
    const { body, code } = await acknowledge('hamlet-3', 'khu-dan-cu-3');
    expect([code, body.unitCode]).toEqual([undefined, 'khu-dan-cu-3']);
    const { rows } = await test.admin.query(
      `select v.value from change c join change_value v using (commune_id, position, item) where c.record_id = $1 and v.pointer = '/actor'`,
      [body.id],
    );
    expect(rows).toEqual([{ value: { key: 'hamlet-3', keyId: expect.any(String) } }]);
    const launch = await door.ask('launchState', 'clerk', { commune, plan });
    expect(
      launch.body.units
        .filter((unit: { acknowledged: boolean }) => unit.acknowledged)
        .map((unit: { unitCode: string }) => unit.unitCode),
    ).toEqual(['khu-dan-cu-1', 'khu-dan-cu-3']);
  });
});
