import { useApp, type TestApp } from '../app.js';
import { done, doors, points, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động phong trào' };
const plan = '2024-mua-xuan';
const indicator = {
  name: 'Diện tích trồng mới',
  sectionPath: '1',
  sortOrder: 1,
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
  reportedBy: { units: ['khu-dan-cu-1', 'khu-dan-cu-2'], kinds: [] },
};

// Today is 31 January 2024, a Wednesday: the last day of the month is over at midnight.
describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(() => void (door = open(apps[name]!)));
  const at = (more: object = {}) => ({ commune, plan, ...more });
  const ask = async (...[operation, actor, parameters, asked]: Parameters<Door['ask']>): Promise<Row> =>
    done(await door.ask(operation, actor, parameters, asked));
  const periods = async (actor = 'clerk'): Promise<Row[]> => (await ask('periods', actor, at({ first: 50 }))).items;
  const january = async (actor?: string) => (await periods(actor)).find(({ period }) => period === '2024-01')!;
  const rows = async (actor?: string): Promise<Row[]> =>
    (await ask('completeness', actor, at({ period: '2024-01' }))).items;
  const draft = (place: { unit: string; period: string }, actor: string, said: object) =>
    door.ask('draftSubmission', actor, { commune }, { input: { plan, ...place, ...said } });
  const submit = ({ id, version }: Row, actor: string) =>
    door.ask('submitSubmission', actor, { commune, id }, { version });
  const prose = { narrative: { done: 'Đã trồng' } };

  it('begins with a plan that is reported each month', async () => {
    const input = {
      key: plan,
      kind: 'MOVEMENT',
      year: 2024,
      title: 'Mùa xuân',
      sections: [{ path: '1', title: 'Trồng cây' }],
      document,
    };
    const { version } = await ask('draftPlan', 'clerk', { commune }, { input });
    for (const code of ['econ.trees', 'econ.fruit'])
      await ask('addIndicator', 'clerk', at(), { input: { ...indicator, code } });
    expect((await periods()).map(({ period, dueOn, state, version: of }) => [period, dueOn, state, of])).toEqual(
      Array.from({ length: 12 }, (_, month) => [`2024-${String(month + 1).padStart(2, '0')}`, null, 'OPEN', 0]),
    );
    const settings = {
      ...{ dueDays: 2, dueIn: 'WORKING', registerBy: '2024-03-31' },
      seasons: [{ season: 'SPRING', from: '01-15', to: '05-31' }],
    };
    const set = await ask('setPlanSettings', 'clerk', at(), { version, input: settings });
    expect(set.settings).toEqual({ ...settings, dueByFrequency: [], thresholds: [] });
    await ask('issuePlan', 'chairperson', at(), { version: set.version });
    expect(await january()).toMatchObject({ from: '2024-01-01', to: '2024-01-31', dueOn: '2024-02-02' });
  });

  it('counts working days by the holidays of the commune', async () => {
    const day = (date: string) => ({ commune, day: date });
    await ask('setHoliday', 'clerk', day('2024-02-01'), { version: 0, input: { name: 'Nghỉ bù', kind: 'OFF' } });
    const made = await ask('setHoliday', 'clerk', day('2024-02-03'), {
      version: 0,
      input: { name: 'Làm bù', kind: 'WORKING' },
    });
    expect(await january()).toMatchObject({ dueOn: '2024-02-03' });
    await ask('setHoliday', 'clerk', day('2024-02-03'), {
      version: made.version,
      input: { name: 'Nghỉ', kind: 'OFF' },
    });
    expect(await january()).toMatchObject({ dueOn: '2024-02-05' });
    const again = await door.ask('setHoliday', 'clerk', day('2024-02-03'), {
      version: 0,
      input: { name: 'Nghỉ', kind: 'OFF' },
    });
    expect([again.code, again.body.details]).toEqual(['STALE', { current: 2 }]);
    const { items } = await ask('holidays', undefined, { commune, year: 2024 });
    expect(items.map((each: Row) => [each.day, each.name, each.kind])).toEqual([
      ['2024-02-01', 'Nghỉ bù', 'OFF'],
      ['2024-02-03', 'Nghỉ', 'OFF'],
    ]);
  });

  it('an issued plan changes its settings with a reason', async () => {
    const { body } = await door.plan('clerk', commune, plan);
    const sent = await door.ask('setPlanSettings', 'clerk', at(), { version: body.version, input: { dueDays: 0 } });
    expect(points(sent)).toEqual(['/reason REASON_REQUIRED']);
    const early = { frequency: 'QUARTERLY', dueDays: -60 };
    const input = { dueDays: 0, dueByFrequency: [early], reason: 'Báo cáo ngay ngày cuối tháng; quý: ước thực hiện' };
    await ask('setPlanSettings', 'clerk', at(), { version: body.version, input });
    expect(await january()).toMatchObject({ dueOn: '2024-01-31' });
  });

  it('extends the due day of one unit', async () => {
    const extend = (input: object, version = 0) =>
      door.ask('extendDeadline', 'clerk', at({ period: '2024-01' }), { version, input });
    const reason = 'Mất điện';
    expect(points(await extend({ until: '2024-01-31', reason }))).toEqual(['/until NOT_LATER']);
    expect(points(await extend({ until: '2024-01-30', reason }))).toEqual(['/until NOT_LATER', '/until OVER']);
    const extended = done(await extend({ unit: 'khu-dan-cu-2', until: '2024-02-10', reason }));
    expect(extended).toMatchObject({ version: 1, dueOn: '2024-01-31', state: 'OPEN' });
    expect(extended.extensions).toMatchObject([{ unitCode: 'khu-dan-cu-2', until: '2024-02-10' }]);
    expect((await extend({ until: '2024-02-15', reason })).code).toBe('STALE');
  });

  let first: Row;
  it('a report says what is owed and what it leaves out, and is on time on its last day', async () => {
    const place = { unit: 'khu-dan-cu-1', period: '2024-01' };
    const entries = [{ indicatorCode: 'econ.trees', reported: '12' }];
    const drafted = done(await draft(place, 'hamlet-1', { entries }));
    expect([drafted.owed, drafted.leftOut]).toEqual([['econ.fruit', 'econ.trees'], ['econ.fruit']]);
    first = done(await submit(drafted, 'hamlet-1'));
    expect(first).toMatchObject({ dueOn: '2024-01-31', late: false, estimate: false, leftOut: ['econ.fruit'] });
  });

  it('before the last day of its period a report is an estimate, and before the first there is none', async () => {
    const [quarter, february] = ['2024-Q1', '2024-02'].map((period) => ({ unit: 'khu-dan-cu-2', period }));
    const drafted = done(await draft(quarter!, 'hamlet-2', prose));
    expect(drafted.owed).toEqual([]);
    const estimated = done(await submit(drafted, 'hamlet-2'));
    expect(estimated).toMatchObject({ dueOn: '2024-01-31', late: false, estimate: true });
    const ahead = await submit(done(await draft(february!, 'hamlet-2', prose)), 'hamlet-2');
    expect(points(ahead)).toEqual(['/period NOT_BEGUN']);
  });

  it('the public is told numbers, officials and superiors the units', async () => {
    const numbers = ({ unitCode, owed, reported, missing, missingCodes }: Row) => [
      unitCode,
      owed,
      reported,
      missing,
      missingCodes,
    ];
    const whole = [null, 4, 1, 3, []];
    expect((await rows(undefined)).map(numbers)).toEqual([whole]);
    const all = [
      whole,
      ['khu-dan-cu-1', 2, 1, 1, ['econ.fruit']],
      ['khu-dan-cu-2', 2, 0, 2, ['econ.fruit', 'econ.trees']],
    ];
    expect((await rows('clerk')).map(numbers)).toEqual(all);
    expect((await rows('district')).map(numbers)).toEqual(all);
    expect((await rows('clerk'))[2]).toMatchObject({ dueOn: '2024-02-10', state: null });
    expect((await rows('hamlet-2')).map(numbers)).toEqual([whole, all[2]]);
    const [quarter] = (await ask('completeness', undefined, at({ period: '2024-Q1' }))).items;
    expect(numbers(quarter)).toEqual([null, 12, 1, 11, []]);
  });

  it('an extension is seen by superiors, not by the public', async () => {
    expect((await january('district')).extensions).toMatchObject([{ until: '2024-02-10' }]);
    expect((await rows('district'))[2]).toMatchObject({ dueOn: '2024-02-10' });
    await ask('extendDeadline', 'clerk', at({ period: '2024-02' }), {
      version: 0,
      input: { until: '2024-03-15', reason: 'Mưa lũ' },
    });
    const [commune] = (await ask('completeness', undefined, at({ period: '2024-02' }))).items;
    expect(commune.dueOn).toBe('2024-02-29');
  });

  it('the feed has of a period no days that settings and holidays move', async () => {
    const { items } = done(await door.changes('district', commune));
    const { data } = items.find(({ kind, data: of }: Row) => kind === 'period.extended' && of.period === '2024-02');
    expect(data).toMatchObject({ plan, period: '2024-02', version: 1, extensions: [{ until: '2024-03-15' }] });
    expect(Object.keys(data)).toEqual(expect.not.arrayContaining(['from', 'to', 'dueOn', 'frozenBy']));
  });

  it('once closed, its figures stay; the district sees the closing with its head', async () => {
    const { cursor: start } = done(await door.changes('district', commune));
    const { head: before } = done(await door.changes('auditor', commune));
    const close = (version: number, input: object = {}) =>
      door.ask('closePeriod', 'chairperson', at({ period: '2024-01' }), { version, input });
    expect((await close(0)).code).toBe('STALE');
    const waiting = await close(1);
    expect([waiting.status, waiting.code, waiting.body.details]).toEqual([409, 'ON_THEIR_WAY', { reports: 1 }]);
    const closed = done(await close(1, { reason: 'Hết hạn' }));
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2024-01-31', frozenBy: '2024-01' });
    expect(closed.head).toEqual(before);
    const { items } = done(await door.changes('district', commune, start));
    expect(items.map((each: Row) => [each.kind, each.data.period, each.data.head])).toEqual([
      ['period.closed', '2024-01', closed.head],
    ]);
    const { id, version } = first;
    await ask('verifySubmission', 'verifier', { commune, id }, { version, input: {} });
    const approve = await door.ask('approveSubmission', 'chairperson', { commune, id }, { version: 3, input: {} });
    expect([approve.status, approve.code, approve.body.details]).toEqual([409, 'PERIOD_CLOSED', { period: '2024-01' }]);
    const late = await draft({ unit: 'khu-dan-cu-2', period: '2024-01' }, 'hamlet-2', prose);
    expect(late.code).toBe('PERIOD_CLOSED');
  });

  it('meanwhile the days of its seasons stay, while its due days may change', async () => {
    const { body } = await door.plan('clerk', commune, plan);
    const set = (change: object) => {
      const { dueDays, dueIn, seasons } = body.settings;
      const input = { dueDays, dueIn, seasons, ...change, reason: 'Theo lịch thời vụ' };
      return door.ask('setPlanSettings', 'clerk', at(), { version: body.version, input });
    };
    const moved = await set({ seasons: [{ season: 'SPRING', from: '01-15', to: '06-10' }] });
    expect([moved.code, moved.body.details]).toEqual(['PERIOD_CLOSED', { period: '2024-01' }]);
    done(await set({ dueIn: 'CALENDAR' }));
  });

  it('is reopened with a reason, and then the report is approved', async () => {
    const reopen = (input: object) =>
      door.ask('reopenPeriod', 'chairperson', at({ period: '2024-01' }), { version: 2, input });
    expect((await reopen({})).status).toBe(400);
    expect(done(await reopen({ reason: 'Bổ sung báo cáo' }))).toMatchObject({
      state: 'OPEN',
      closedOn: '2024-01-31',
      reopenedOn: '2024-01-31',
      frozenBy: null,
    });
    const { id } = first;
    const approved = await ask('approveSubmission', 'chairperson', { commune, id }, { version: 3, input: {} });
    expect(approved).toMatchObject({ state: 'APPROVED', late: false });
  });

  it('a wider closed period freezes it, and it is not reopened within', async () => {
    const close = (period: string, version: number) =>
      ask('closePeriod', 'chairperson', at({ period }), { version, input: { reason: 'Chốt quý' } });
    const { version } = await close('2024-01', 3);
    await close('2024-Q1', 0);
    expect(await january('district')).toMatchObject({ state: 'CLOSED', frozenBy: '2024-Q1' });
    expect((await periods()).find(({ period }) => period === '2024-02')).toMatchObject({
      state: 'OPEN',
      frozenBy: '2024-Q1',
    });
    const reopened = await door.ask('reopenPeriod', 'chairperson', at({ period: '2024-01' }), {
      version,
      input: { reason: 'Sửa' },
    });
    expect([reopened.code, reopened.body.details]).toEqual(['PERIOD_CLOSED', { period: '2024-Q1' }]);
    const extend = await door.ask('extendDeadline', 'clerk', at({ period: '2024-02' }), {
      version: 1,
      input: { until: '2024-03-20', reason: 'Sửa' },
    });
    expect([extend.code, extend.body.details]).toEqual(['PERIOD_CLOSED', { period: '2024-Q1' }]);
    const crop = await door.ask('closePeriod', 'chairperson', at({ period: '2024-spring' }), {
      version: 0,
      input: { reason: 'Hết vụ' },
    });
    expect(points(crop)).toEqual(['/period NOT_CLOSABLE']);
    const { id } = first;
    const correct = await door.ask(
      'correctSubmission',
      'hamlet-1',
      { commune, id },
      { input: { reason: 'Cộng nhầm' } },
    );
    expect(correct.code).toBe('PERIOD_CLOSED');
  });
});
