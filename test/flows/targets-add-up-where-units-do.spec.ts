import { useApp, type TestApp } from '../app.js';
import { done, doors, type Answer, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const plan = '2023';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(async () => {
    door = open(apps[name]!);
    const household = {
      code: 'ho-an',
      kind: 'HOUSEHOLD',
      name: 'Hộ ông An',
      parent: 'khu-dan-cu-1',
      validFrom: '2023-01-01',
    };
    done(await door.ask('addUnit', 'clerk', { commune }, { input: household }));
  });
  const give = (code: string, unit: string, value: string, period = plan) =>
    door.ask(
      'setTarget',
      'clerk',
      { commune, plan, code, unit, period },
      { version: 0, input: { value, reason: 'Giao' } },
    );
  const allotment = async (code: string) => done(await door.ask('allotment', 'clerk', { commune, plan, code }));
  const refused = ({ code, body }: Answer) => [code, body.errors?.map((point: Row) => [point.pointer, point.code])];

  it("what a household is given of its hamlet's share is not counted twice", async () => {
    for (const [unit, value] of [
      ['khu-dan-cu-1', '100'],
      ['ho-an', '2'],
      ['khu-dan-cu-2', '71.9'],
    ] as const)
      done(await give('econ.rice.area', unit, value));
    done(await give('econ.rice.area', 'ho-an', '1', '2023-Q1'));
    expect(await allotment('econ.rice.area')).toMatchObject({
      sum: '171.9',
      difference: '0',
      periods: [
        { period: '2023', units: 2, sum: '171.9' },
        { period: '2023-Q1', units: 1, sum: '1' },
      ],
      notes: [],
    });
  });

  it("a household that moves after the plan's year counts where it was in that year", async () => {
    const { version } = done(await door.ask('unit', 'clerk', { commune, unit: 'ho-an' }));
    done(
      await door.ask('moveUnit', 'clerk', { commune, unit: 'ho-an' }, { version, input: { parent: 'khu-dan-cu-3' } }),
    );
    expect((await allotment('econ.rice.area')).sum).toBe('171.9');
  });

  it('rates have no sum, and are shown all the same', async () => {
    done(await give('soc.health-insurance-coverage', 'khu-dan-cu-1', '96'));
    done(await give('soc.health-insurance-coverage', 'khu-dan-cu-2', '97'));
    expect(await allotment('soc.health-insurance-coverage')).toMatchObject({
      target: '95',
      sum: null,
      difference: null,
      periods: [{ period: '2023', units: 2, sum: null }],
      notes: [],
    });
  });

  it('a grade, a state and "done or not" are not allotted', async () => {
    for (const code of ['sec.defence-security-grade', 'org.office-safe'])
      expect(refused(await give(code, 'khu-dan-cu-1', '5'))).toEqual(['RULE', [['/value', 'NO_FIGURE']]]);
  });

  it('what breaks a rule is pointed at where it was said', async () => {
    expect(refused(await give('econ.rice.area', 'khu-dan-cu-5', '-1'))).toEqual(['RULE', [['/value', 'NEGATIVE']]]);
  });

  it('what no report is for is not promised, in the words of the report', async () => {
    const reported = async (indicatorCode: string, period: string) =>
      (
        await door.ask(
          'draftSubmission',
          'hamlet-1',
          { commune },
          { input: { plan, unit: 'khu-dan-cu-1', period, entries: [{ indicatorCode, reported: '50000000' }] } },
        )
      ).body.errors.map((point: Row) => [point.code, point.detail]);
    for (const [code, period] of [
      ['econ.income-per-capita', '2023'],
      ['econ.rice.area', '2022-12-01/2023-01-31'],
      ['econ.rice.area', '2023-01-01/2023-06-30'],
    ] as const) {
      const promised = (await give(code, 'khu-dan-cu-1', '50000000', period)).body.errors;
      expect([code, period, promised.map((point: Row) => [point.code, point.detail])]).toEqual([
        code,
        period,
        await reported(code, period),
      ]);
      expect(promised).toHaveLength(1);
    }
    // The unit that answers for it may have a target of a shorter period.
    done(await give('econ.income-per-capita', 'van-phong-thong-ke', '50000000'));
  });

  it("a part that no longer applies in the plan's year is not added, one retired later is", async () => {
    const retire = async (code: string, from: string) => {
      const { version } = done(await door.ask('indicator', 'clerk', { commune, plan, code }));
      done(
        await door.ask(
          'retireIndicator',
          'clerk',
          { commune, plan, code },
          { version, input: { from, reason: 'Thôi gieo' } },
        ),
      );
    };
    const { target } = done(await door.ask('indicator', 'clerk', { commune, plan, code: 'econ.rice.area.spring' }));
    await retire('econ.rice.area.spring', '2024-01-01');
    expect((await allotment('econ.rice.area')).partsSum).toBe('171.9');
    await retire('econ.rice.area.summer-autumn', '2023-12-31');
    expect(await allotment('econ.rice.area')).toMatchObject({ partsSum: target, notes: ['PARTS'] });
  });

  it('what is retired is not allotted from that day on', async () => {
    expect(refused(await give('econ.rice.area.spring', 'khu-dan-cu-1', '5'))).toEqual(['RULE', [['/code', 'RETIRED']]]);
    const { version } = done(await door.ask('indicator', 'clerk', { commune, plan, code: 'econ.livestock.deer' }));
    done(
      await door.ask(
        'retireIndicator',
        'clerk',
        { commune, plan, code: 'econ.livestock.deer' },
        { version, input: { from: '2024-02-01', reason: 'Thôi nuôi' } },
      ),
    );
    done(await give('econ.livestock.deer', 'khu-dan-cu-1', '5'));
  });
});
