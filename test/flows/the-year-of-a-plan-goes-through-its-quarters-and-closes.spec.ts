import { Clock } from '../../src/access/clock.js';
import { useAppOn, type TestApp } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';
import { done, doors, type Door, type Row } from '../doors.js';
import { rulesOfHamlets, schemeOfHamlets } from '../schemes.js';

const commune = 'duc-lang';
const plan = '2024';
const hamlets = ['khu-dan-cu-1', 'khu-dan-cu-2'];

/** A clock that the test sets. */
class Calendar extends Clock {
  day = '2024-01-31';
  override now() {
    return { ...super.now(), on: this.day };
  }
}

const clocks: Record<string, Calendar> = { REST: new Calendar(), GraphQL: new Calendar() };
const sampleWith = (clock: Clock): TestApp =>
  useAppOn(async () => ({ database: await cloneDatabase('sample'), keys: cluster().keys }), { clock });
const apps: Record<string, TestApp> = { REST: sampleWith(clocks.REST!), GraphQL: sampleWith(clocks.GraphQL!) };

const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động thi đua năm 2024' };
const sections = [{ path: '1', title: 'Kinh tế - xã hội' }];

/** An indicator that the two residential areas report for each quarter, at least so much, unless it says otherwise. */
const indicator = (code: string, name: string, [unit, displayUnit]: readonly [string, string], more: object) => ({
  ...{ code, name, rawText: name, sectionPath: '1', sortOrder: 1, counted: true },
  measure: { unit, displayUnit, scale: 0, ...(unit === 'PERCENT' && { factor: '100' }) },
  ...{ direction: 'UP', comparator: 'AT_LEAST', frequency: 'QUARTERLY', reported: 'IN_PERIOD', overUnits: 'SUM' },
  reportedBy: { units: hamlets, kinds: [] },
  ...more,
});
const half = { period: '2024-H1', share: '50' };
const nineMonths = { period: '2024-9M', share: '85' };
const computed = { derived: true, derivation: 'PLAN_COMPLETION', counted: false, reportedBy: null };
const indicators = [
  indicator('econ.trees', 'Diện tích trồng rừng', ['HECTARE', 'ha'], {
    ...{ overTime: 'SUM', target: '100', expectedShare: [half, nineMonths] },
  }),
  indicator('econ.cattle', 'Đàn bò', ['HEAD', 'con'], { overTime: 'AT_END', target: '500' }),
  indicator('soc.fires', 'Số vụ cháy', ['NUMBER', 'vụ'], {
    ...{ overTime: 'SUM', target: '3', direction: 'DOWN', comparator: 'AT_MOST' },
  }),
  indicator('soc.clean-water', 'Tỷ lệ hộ dùng nước sạch', ['PERCENT', '% hộ'], {
    ...{ frequency: 'HALF_YEARLY', overTime: 'AT_END', overUnits: 'RATIO', target: '75' },
  }),
  indicator('soc.cultural-families', 'Gia đình văn hóa', ['HOUSEHOLD', 'gia đình'], {
    ...{ frequency: 'YEARLY', overTime: 'AT_END', target: '300' },
  }),
  indicator('meta.plan-completion', 'Tỷ lệ hoàn thành', ['PERCENT', '%'], {
    ...{ ...computed, frequency: 'YEARLY', overTime: 'AT_END', overUnits: 'COMMUNE_ONLY', target: '100' },
  }),
];

/** Half a point for each hectare of trees, and up to forty for neatness as it is judged. */
const scheme = schemeOfHamlets({
  rules: rulesOfHamlets({
    blocks: [{ code: 'khu-dan-cu', name: 'Khối khu dân cư', members: hamlets.map((unit) => ({ unit })) }],
    figures: [
      {
        ...{ code: 'rung', name: 'Diện tích trồng rừng', kind: 'NUMBER' },
        ...{ indicator: 'econ.trees', measure: { unit: 'HECTARE' } },
      },
    ],
    tree: {
      ...{ code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'SUM' } },
      children: [
        {
          ...{ code: 'I', name: 'Trồng rừng', max: '60' },
          formula: { kind: 'COUNT', quantity: { figure: 'rung' }, points: '0.5' },
        },
        { code: 'II', name: 'Vệ sinh môi trường', max: '40', formula: { kind: 'JUDGED', reasonBelowMax: false } },
      ],
    },
    classes: [
      { code: 'tot', name: 'Tốt', ways: [{ min: '65' }] },
      { code: 'dat', name: 'Đạt' },
    ],
    quotas: [],
  }),
});

const figures = (of: Record<string, string | null>) =>
  Object.entries(of).map(([indicatorCode, figure]) => {
    if (figure === null) return { indicatorCode, nothingToReport: 'Trong kỳ không phát sinh' };
    const [reported, outOf] = figure.split('/');
    return { indicatorCode, reported, ...(outOf !== undefined && { outOf }) };
  });
const quarter = (trees: string, cattle: string, fires: string | null) =>
  figures({ 'econ.trees': trees, 'econ.cattle': cattle, 'soc.fires': fires });
const water = (share: string) => figures({ 'soc.clean-water': share });

const figureIn = (figure: Row | null) =>
  figure === null ? '–' : [figure.value, ...(figure.outOf === null ? [] : [figure.outOf])].join('/');
/** A row of progress in words: state, percent, figure of the year so far and of the period, coverage. */
const wordsOf = ({ state, percent, cumulative, inPeriod, coverage, final }: Row) =>
  `${state} ${percent ?? '–'} ${figureIn(cumulative)} ${figureIn(inPeriod)} ` +
  `${coverage.reported}/${coverage.owed}${final ? ' final' : ''}`;

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(() => void (door = open(apps[name]!)));
  const on = (day: string) => void (clocks[name]!.day = day);
  const at = { commune, plan };
  const ask = async (...[operation, actor, parameters, asked]: Parameters<Door['ask']>): Promise<Row> =>
    done(await door.ask(operation, actor, parameters, asked));

  /** Drafts and submits the report of a residential area: 1 or 2. */
  const report = async (place: number, period: string, entries: object[]): Promise<Row> => {
    const [actor, unit] = [`hamlet-${place}`, hamlets[place - 1]];
    const { id, version } = await ask(
      'draftSubmission',
      actor,
      { commune },
      { input: { plan, unit, period, entries } },
    );
    return ask('submitSubmission', actor, { commune, id }, { version });
  };
  const approve = async (...reports: Row[]): Promise<void> => {
    for (const { id, version } of reports) {
      const verified = await ask('verifySubmission', 'verifier', { commune, id }, { version, input: {} });
      await ask('approveSubmission', 'chairperson', { commune, id }, { version: verified.version, input: {} });
    }
  };
  const close = async (...periods: string[]): Promise<void> => {
    for (const period of periods) {
      const closed = await ask('closePeriod', 'chairperson', { ...at, period }, { version: 0, input: {} });
      expect([closed.state, closed.closedOn]).toEqual(['CLOSED', clocks[name]!.day]);
    }
  };
  const progress = async (period: string): Promise<Row[]> =>
    (await ask('progress', undefined, { ...at, period, first: 50 })).items;
  const standing = async (period: string) =>
    Object.fromEntries((await progress(period)).map((row) => [row.indicatorCode, wordsOf(row)]));
  /** The commune's figures owed for a period: reported, nothing to report, late, missing, of all owed; units complete. */
  const complete = async (period: string) => {
    const [row] = (await ask('completeness', undefined, { ...at, period })).items as Row[];
    const { reported, nothing, late, missing, owed, units, unitsComplete } = row!;
    return { reported, nothing, late, missing, owed, units: `${unitsComplete}/${units}` };
  };

  it('begins with an issued plan that says when reports are due', async () => {
    const input = { key: plan, kind: 'YEARLY', year: 2024, title: document.title, sections, document };
    const drafted = await ask('draftPlan', 'clerk', { commune }, { input });
    for (const [sortOrder, each] of indicators.entries())
      await ask('addIndicator', 'clerk', at, { input: { ...each, sortOrder } });
    const set = await ask('setPlanSettings', 'clerk', at, { version: drafted.version, input: { dueDays: 5 } });
    expect(await ask('issuePlan', 'chairperson', at, { version: set.version })).toMatchObject({ state: 'ISSUED' });
    const { items } = await ask('periods', 'clerk', { ...at, first: 50 });
    expect(items.map(({ period, dueOn }: Row) => [period, dueOn])).toEqual([
      ['2024-Q1', '2024-04-05'],
      ['2024-H1', '2024-07-05'],
      ['2024-Q2', '2024-07-05'],
      ['2024-Q3', '2024-10-07'],
      ['2024', '2025-01-06'],
      ['2024-H2', '2025-01-06'],
      ['2024-Q4', '2025-01-06'],
    ]);
  });

  it('first quarter: one report is late, and until it comes the figures are those of one unit', async () => {
    on('2024-04-03');
    const first = await report(1, '2024-Q1', quarter('12', '240', '1'));
    expect([first.late, first.estimate]).toEqual([false, false]);
    await approve(first);
    on('2024-04-08');
    expect(await standing('2024-Q1')).toMatchObject({
      'econ.trees': 'IN_PROGRESS 12 12 12 1/2',
      'econ.cattle': 'IN_PROGRESS 48 240 240 1/2',
      'soc.fires': 'IN_PROGRESS 300 1 1 1/2',
    });
    expect(await complete('2024-Q1')).toEqual({ reported: 3, nothing: 0, late: 0, missing: 3, owed: 6, units: '1/2' });
    const late = await report(2, '2024-Q1', quarter('8', '250', null));
    expect([late.dueOn, late.late]).toEqual(['2024-04-05', true]);
    await approve(late);
    expect(await standing('2024-Q1')).toEqual({
      'econ.trees': 'IN_PROGRESS 20 20 20 2/2',
      'econ.cattle': 'IN_PROGRESS 98 490 490 2/2',
      'soc.fires': 'IN_PROGRESS 300 1 1 2/2',
      'soc.clean-water': 'NOT_DUE – – – 0/2',
      'soc.cultural-families': 'NOT_DUE – – – 0/2',
      'meta.plan-completion': 'IN_PROGRESS 0 0/5 0/5 1/1',
    });
    expect(await complete('2024-Q1')).toEqual({ reported: 5, nothing: 1, late: 3, missing: 0, owed: 6, units: '2/2' });
    await close('2024-Q1');
  });

  it('first half: one unit reports after the due day, on time by its extension', async () => {
    on('2024-07-04');
    const extension = { unit: hamlets[1], until: '2024-07-15', reason: 'Mưa lũ chia cắt' };
    const extended = await ask(
      'extendDeadline',
      'clerk',
      { ...at, period: '2024-Q2' },
      { version: 0, input: extension },
    );
    expect(extended).toMatchObject({ dueOn: '2024-07-05', version: 1 });
    await approve(await report(1, '2024-Q2', quarter('20', '245', '1')));
    await approve(await report(1, '2024-H1', water('60/100')), await report(2, '2024-H1', water('80/100')));
    on('2024-07-12');
    const last = await report(2, '2024-Q2', quarter('15', '250', '1'));
    expect([last.dueOn, last.late]).toEqual(['2024-07-15', false]);
    await approve(last);
    expect(await standing('2024-H1')).toEqual({
      'econ.trees': 'ON_TRACK 55 55 55 2/2',
      'econ.cattle': 'IN_PROGRESS 99 495 495 2/2',
      'soc.fires': 'IN_PROGRESS 100 3 3 2/2',
      'soc.clean-water': 'IN_PROGRESS 93.33 140/200 140/200 2/2',
      'soc.cultural-families': 'NOT_DUE – – – 0/2',
      'meta.plan-completion': 'IN_PROGRESS 0 0/5 0/5 1/1',
    });
    const trees = (await progress('2024-Q2')).find(({ indicatorCode }) => indicatorCode === 'econ.trees')!;
    expect([trees.cumulative.value, trees.inPeriod.value, trees.before]).toEqual([
      '55',
      '35',
      { period: '2024-Q1', value: '20', outOf: null },
    ]);
    expect(await complete('2024-Q2')).toEqual({ reported: 6, nothing: 0, late: 0, missing: 0, owed: 6, units: '2/2' });
    expect(await complete('2024-H1')).toEqual({
      reported: 13,
      nothing: 1,
      late: 3,
      missing: 0,
      owed: 14,
      units: '2/2',
    });
    const { version } = extended;
    await ask('closePeriod', 'chairperson', { ...at, period: '2024-Q2' }, { version, input: {} });
    await close('2024-H1');
  });

  it('nine months: what passed its limit is missed before the year is over', async () => {
    on('2024-10-04');
    await approve(await report(1, '2024-Q3', quarter('10', '250', null)));
    await approve(await report(2, '2024-Q3', quarter('15', '255', '1')));
    expect(await standing('2024-9M')).toEqual({
      'econ.trees': 'BEHIND 80 80 80 2/2',
      'econ.cattle': 'IN_PROGRESS 101 505 505 2/2',
      'soc.fires': 'MISSED 75 4 4 2/2',
      'soc.clean-water': 'IN_PROGRESS 93.33 140/200 140/200 2/2',
      'soc.cultural-families': 'NOT_DUE – – – 0/2',
      'meta.plan-completion': 'IN_PROGRESS 0 0/5 0/5 1/1',
    });
    expect(await complete('2024-Q3')).toEqual({ reported: 5, nothing: 1, late: 0, missing: 0, owed: 6, units: '2/2' });
    await close('2024-Q3', '2024-9M');
  });

  it('the year: once it is over and all have reported, every state is final', async () => {
    on('2025-01-03');
    await approve(await report(1, '2024-Q4', quarter('10', '252', null)));
    await approve(await report(2, '2024-Q4', quarter('20', '251', '1')));
    await approve(await report(1, '2024-H2', water('70/100')), await report(2, '2024-H2', water('85/100')));
    const families = (count: string) => figures({ 'soc.cultural-families': count });
    await approve(await report(1, '2024', families('140')));
    expect((await standing('2024'))['soc.cultural-families']).toBe('MISSED 46.67 140 140 1/2');
    await approve(await report(2, '2024', families('160')));
    expect(await standing('2024')).toEqual({
      'econ.trees': 'EXCEEDED 110 110 110 2/2 final',
      'econ.cattle': 'EXCEEDED 100.6 503 503 2/2 final',
      'soc.fires': 'MISSED 60 5 5 2/2 final',
      'soc.clean-water': 'EXCEEDED 103.33 155/200 155/200 2/2 final',
      'soc.cultural-families': 'MET 100 300 300 2/2 final',
      'meta.plan-completion': 'MISSED 80 4/5 4/5 1/1 final',
    });
    expect((await progress('2024')).at(-1)!.sentence).toBe(
      'Hoàn thành và hoàn thành vượt mức 4/5 chỉ tiêu, trong đó 3 chỉ tiêu vượt; 1 chỉ tiêu chưa đạt: Số vụ cháy.',
    );
    expect(await complete('2024')).toEqual({ reported: 27, nothing: 3, late: 3, missing: 0, owed: 30, units: '2/2' });
  });

  it('the areas are scored for the year; the correction of one report leads to a second table', async () => {
    await ask('draftScheme', 'clerk', at, { input: scheme });
    await ask('adoptScheme', 'chairperson', { ...at, scheme: scheme.code }, { version: 1, input: {} });
    for (const [place, unit, own, verified] of [
      [1, hamlets[0], '38', '36'],
      [2, hamlets[1], '35', '35'],
    ] as const) {
      const points = (given: string) => ({ points: [{ line: 'II', points: given, reason: 'Theo biên bản kiểm tra' }] });
      const sheetAt = { ...at, scheme: scheme.code, unit, period: '2024' };
      let sheet = await ask('selfScore', `hamlet-${place}`, sheetAt, { version: 0, input: points(own) });
      for (const [act, actor, input] of [
        ['submitScores', `hamlet-${place}`, undefined],
        ['verifyScore', 'verifier', points(verified)],
        ['concludeScore', 'chairperson', {}],
      ] as const)
        sheet = await ask(act, actor, { commune, id: sheet.id }, { version: sheet.version, input });
    }
    const score = () => ask('scoreStandings', 'clerk', at, { input: { scheme: scheme.code, period: '2024' } });
    const publish = ({ id, version }: Row, input: object = {}) =>
      ask('publishStandings', 'chairperson', { ...at, id }, { version, input });
    const table = async (number?: number) =>
      ((await ask('standings', undefined, { ...at, number, first: 10 })).items as Row[]).map(
        ({ unitCode, points, rank, className }) => `${rank}. ${unitCode} ${points} ${className}`,
      );
    expect(await publish(await score())).toMatchObject({ number: 1 });
    const first = ['1. khu-dan-cu-2 64 Đạt', '2. khu-dan-cu-1 62 Đạt'];
    expect(await table()).toEqual(first);

    const [{ id }] = (
      await ask('submissions', 'hamlet-1', { commune, plan: [plan], unit: [hamlets[0]], period: ['2024-Q4'] })
    ).items as [Row];
    const correction = await ask('correctSubmission', 'hamlet-1', { commune, id }, { input: { reason: 'Đo lại' } });
    const at1 = { commune, id: correction.id };
    const amended = { entries: quarter('16', '252', null) };
    const { version } = await ask('amendSubmission', 'hamlet-1', at1, { version: correction.version, input: amended });
    await approve(await ask('submitSubmission', 'hamlet-1', at1, { version }));

    const candidate = await score();
    const rows = (await ask('candidateStandings', 'chairperson', { ...at, id: candidate.id })).items as Row[];
    const { difference } = rows.find(({ unitCode }) => unitCode === hamlets[0])!;
    expect(difference).toMatchObject({
      ...{ before: { points: '62', rank: 2 }, after: { points: '65', rank: 1 }, class: 'GAINED' },
      lines: [{ line: 'I', causes: [{ kind: 'INPUT', before: { value: '52' }, after: { value: '58' } }] }],
    });
    expect(await publish(candidate, { reason: 'Đo lại diện tích rừng' })).toMatchObject({ number: 2, replaces: 1 });
    expect(await table()).toEqual(['1. khu-dan-cu-1 65 Tốt', '2. khu-dan-cu-2 64 Đạt']);
    expect(await table(1)).toEqual(first);
  });

  it('the year is closed: its figures stay, and so does its progress', async () => {
    const before = await standing('2024');
    await close('2024-Q4', '2024-H2', '2024');
    const { items } = await ask('periods', 'clerk', { ...at, first: 50 });
    expect(new Set(items.map(({ state }: Row) => state))).toEqual(new Set(['CLOSED']));
    const place = { plan: [plan], unit: [hamlets[0]], period: ['2024-Q4'] };
    const [{ id }] = (await ask('submissions', 'hamlet-1', { commune, ...place })).items as [Row];
    const correct = await door.ask('correctSubmission', 'hamlet-1', { commune, id }, { input: { reason: 'Sửa' } });
    expect(correct.code).toBe('PERIOD_CLOSED');
    const { version } = done(await door.plan('clerk', commune, plan));
    expect(await ask('closePlan', 'chairperson', at, { version, input: {} })).toMatchObject({ state: 'CLOSED' });
    expect(await standing('2024')).toEqual(before);
  });
});
