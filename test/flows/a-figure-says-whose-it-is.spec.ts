import { useApp, type TestApp } from '../app.js';
import { done, doors, points, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động phong trào' };
const plan = '2024-trong-cay';
const indicatorCode = 'econ.trees';
const at = { commune, plan, code: indicatorCode };

// Residential area 1 answers for the indicator, and plants trees itself.
const indicator = {
  code: indicatorCode,
  name: 'Diện tích trồng mới',
  sectionPath: '1',
  sortOrder: 1,
  measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 },
  direction: 'UP',
  comparator: 'AT_LEAST',
  target: '90',
  baseline: '70',
  printedChange: { basis: 'CHANGE', by: '20' },
  rawText: '90 ha, tăng 20 ha',
  frequency: 'MONTHLY',
  reported: 'IN_PERIOD',
  overTime: 'SUM',
  overUnits: 'SUM',
  responsibleUnitCode: 'khu-dan-cu-1',
};

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let own: Row;
  beforeAll(() => void (door = open(apps[name]!)));
  const ask = async (...[operation, actor, parameters, asked]: Parameters<Door['ask']>): Promise<Row> =>
    done(await door.ask(operation, actor, parameters, asked));
  const draft = (place: 1 | 2, entry: object) => {
    const said = { plan, unit: `khu-dan-cu-${place}`, period: '2024-01', entries: [{ indicatorCode, ...entry }] };
    return door.ask('draftSubmission', `hamlet-${place}`, { commune }, { input: said });
  };
  const approve = async ({ id, version }: Row, reporter: string): Promise<Row> => {
    let report: Row = { id, version };
    for (const [operation, actor] of [
      ['submitSubmission', reporter],
      ['verifySubmission', 'verifier'],
      ['approveSubmission', 'chairperson'],
    ] as const)
      report = await ask(operation, actor, { commune, id }, { version: report.version, input: {} });
    return report;
  };
  const stands = async () => {
    const asked = { commune, plan, period: '2024-01', units: true, first: 50 };
    const { items } = await ask('progress', 'chairperson', asked);
    return items.map(({ unitCode, cumulative }: Row) => `${unitCode ?? 'xã'} ${cumulative?.value}`);
  };
  const scopes = async () => {
    const { items } = await ask('results', 'chairperson', { commune, plan, first: 50 });
    return items.map(({ unitCode, scope, value }: Row) => `${unitCode} ${scope} ${value}`);
  };

  it('a level whose printed change comes from another baseline says so', async () => {
    const sections = [{ path: '1', title: 'Trồng cây' }];
    const input = { key: plan, kind: 'MOVEMENT', year: 2024, title: 'Trồng cây', sections, document };
    const { version } = await ask('draftPlan', 'clerk', { commune }, { input });
    const added = await ask('addIndicator', 'clerk', { commune, plan }, { input: indicator });
    const told = async () => {
      const { changeDifference, notes } = await ask('allotment', 'clerk', at);
      return [changeDifference, notes.filter((note: string) => note === 'BASELINE')];
    };
    expect(await told()).toEqual(['0', []]);
    const amended = await ask('amendIndicator', 'clerk', at, { version: added.version, input: { baseline: '75' } });
    expect([amended.printedChange, await told()]).toEqual([indicator.printedChange, ['-5', ['BASELINE']]]);
    await ask('issuePlan', 'chairperson', { commune, plan }, { version });
  });

  it('only the unit that answers for the indicator speaks for the commune', async () => {
    expect(points(await draft(2, { reported: '10', scope: 'COMMUNE' }))).toEqual(['/entries/0/scope SCOPE']);
    const report = done(await draft(2, { reported: '10' }));
    expect(report.entries).toMatchObject([{ scope: 'OWN', reported: '10' }]);
    await approve(report, 'hamlet-2');
  });

  it('the unit that competes too reports its own figure, and is a summand', async () => {
    own = await approve(done(await draft(1, { reported: '12', scope: 'OWN' })), 'hamlet-1');
    expect(await scopes()).toEqual(['khu-dan-cu-2 OWN 10', 'khu-dan-cu-1 OWN 12']);
    expect(await stands()).toEqual(['xã 22', 'khu-dan-cu-1 12', 'khu-dan-cu-2 10']);
  });

  it('the same figure of the commune is none, and is held against the sum', async () => {
    const reason = 'Số toàn xã';
    const draft = await ask(
      'correctSubmission',
      'hamlet-1',
      { commune, id: own.id },
      { version: own.version, input: { reason } },
    );
    expect(draft.entries[0].scope).toBe('OWN');
    const amended = await ask(
      'amendSubmission',
      'hamlet-1',
      { commune, id: draft.id },
      {
        version: draft.version,
        input: { entries: [{ indicatorCode, scope: 'COMMUNE' }] },
      },
    );
    expect(amended.findings.map(({ code }: Row) => code)).toContain('UNITS_SUM');
    await approve(amended, 'hamlet-1');
    expect(await scopes()).toEqual(['khu-dan-cu-2 OWN 10', 'khu-dan-cu-1 COMMUNE 12']);
    expect(await stands()).toEqual(['xã 12', 'khu-dan-cu-2 10']);
  });
});
