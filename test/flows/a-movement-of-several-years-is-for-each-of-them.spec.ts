import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, points, type Asked, type Door } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const plan = '2023-2025-trong-cay';
const hamlet = 'khu-dan-cu-1';

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, { headers: { 'accept-language': 'en' }, ...given });
  const draft = (input: object) => {
    const document = { type: 'KH', year: 2023, issuer: 'UBND xã', title: 'Trồng cây' };
    return ask(
      'draftPlan',
      'clerk',
      {},
      { input: { kind: 'MOVEMENT', duties: ['Trồng cây'], year: 2023, title: 'Trồng cây', document, ...input } },
    );
  };
  const promise = (period: string, of = plan) =>
    ask(
      'setTarget',
      'clerk',
      { plan: of, code: 'cay', unit: hamlet, period },
      { version: 0, input: { value: '9', reason: 'Giao' } },
    );
  const report = (period: string, of = plan) =>
    ask(
      'draftSubmission',
      'hamlet-1',
      {},
      {
        input: { plan: of, unit: hamlet, period, entries: [{ indicatorCode: 'cay', reported: '4' }] },
      },
    );

  beforeAll(async () => {
    door = open(apps[name]!);
    for (const key of [plan, '2023-mot-nam']) {
      done(await draft({ key, sections: [{ path: '1', title: 'Mục tiêu' }] }));
      const measure = { unit: 'MODEL', displayUnit: 'cây', scale: 0 };
      const counted = { frequency: 'YEARLY', reported: 'IN_PERIOD', overTime: 'SUM', overUnits: 'SUM', target: '60' };
      const input = {
        ...{ code: 'cay', name: 'Số cây trồng', sectionPath: '1', sortOrder: 1, rawText: '60 cây' },
        ...{ measure, direction: 'UP', comparator: 'AT_LEAST', ...counted },
      };
      done(await ask('addIndicator', 'clerk', { plan: key }, { input }));
      done(await ask('issuePlan', 'chairperson', { plan: key }, { version: 1 }));
    }
  });

  it('targets and reports are of its years, by one rule', async () => {
    expect(done(await ask('plan', 'clerk', { plan }))).toMatchObject({ year: 2023, untilYear: 2025 });
    for (const period of ['2023', '2024']) {
      done(await promise(period));
      done(await report(period));
    }
    done(await promise('2023-2025'));
    for (const [period, code] of [
      ['2023-01-01/2025-12-31', 'PERIOD_HAS_NAME'],
      ['2024-01-01/2024-12-31', 'PERIOD_HAS_NAME'],
      ['2025-10-01/2026-01-31', 'NOT_OF_THE_YEAR'],
      ['2022', 'NOT_OF_THE_YEAR'],
    ] as const) {
      const answers = [await promise(period), await report(period)];
      expect(answers.map(broken)).toEqual([[`/period ${code}`], [`/period ${code}`]]);
      expect(answers[0]!.body.errors[0].detail).toBe(answers[1]!.body.errors[0].detail);
    }
    const whole = done(await ask('progress', 'clerk', { plan, indicator: ['cay'], units: true })).items;
    expect(whole).toContainEqual(expect.objectContaining({ unitCode: hamlet, period: '2023-2025', target: '9' }));
  });

  it('a plan of one year takes neither, and says what its years are', async () => {
    for (const period of ['2023-2025', '2023-10-01/2024-01-31'])
      for (const answer of [await promise(period, '2023-mot-nam'), await report(period, '2023-mot-nam')])
        expect([broken(answer), answer.body.errors[0].detail]).toEqual([
          ['/period NOT_OF_THE_YEAR'],
          `${period} does not lie within the plan, 2023-01-01 to 2023-12-31.`,
        ]);
    const viewed = await ask('progress', 'clerk', { plan: '2023-mot-nam', period: '2023-2025' });
    expect(viewed.body.errors[0].detail).toBe('2023-2025 is no period of a plan of 2023.');
  });

  it("a unit's own plan below it is of the same years", async () => {
    const made = done(await draft({ key: `${plan}-${hamlet}`, kind: 'CHILD', parentPlan: plan, unit: hamlet }));
    expect(made.untilYear).toBe(2025);
  });

  it('a plan of one year takes over what is promised for the whole, not for its parts', async () => {
    done(await draft({ key: '2026', kind: 'YEARLY', year: 2026, from: plan }));
    const taken = done(await ask('targets', 'clerk', { plan: '2026' })).items;
    expect(taken).toEqual([expect.objectContaining({ unitCode: hamlet, period: '2026', value: '9' })]);
  });

  it('years stand in their order, in a key and in the period of a round or an award', async () => {
    expect(broken(await draft({ key: '2023-2021-trong-cay' }))).toEqual(['/key KEY_FORM']);
    const { id: document } = done(
      await ask(
        'recordDocument',
        'clerk',
        {},
        { input: { type: 'QĐ', year: 2024, issuer: 'UBND tỉnh', title: 'Tặng' } },
      ),
    );
    const round = (period: string) =>
      ask('openRound', 'administrator', {}, { input: { name: 'Tổng kết', period, forms: ['giay-khen-xa'] } });
    const award = (period: string) => {
      const form = { form: 'bang-khen-tinh', formName: 'Bằng khen', citation: 'Tốt', issuer: 'UBND tỉnh' };
      return ask(
        'recordAward',
        'clerk',
        {},
        { input: { unit: hamlet, ...form, period, grantedOn: '2024-01-05', document } },
      );
    };
    for (const act of [round, award]) {
      expect(done(await act('2021-2025')).period).toBe('2021-2025');
      for (const period of ['2020-2016', '2025-2021', '2023-2023', '2022-2024-winter']) {
        const answer = await act(period);
        expect(answer.status).toBe(400);
        if (name === 'REST') expect(points(answer)).toEqual(['/period calendar']);
      }
    }
  });
});
