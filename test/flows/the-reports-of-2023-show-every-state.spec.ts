import Big from 'big.js';
import { useApp, type TestApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const states = ['DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'APPROVED', 'WITHDRAWN', 'SUPERSEDED'];
const crops = {
  codes: /^econ\.(food-grain|rice|peanut|maize)/,
  periods: ['2023-spring', '2023-summer-autumn', '2023-winter'],
};
const hamlets = [1, 2, 3, 4, 5, 6].map((place) => `khu-dan-cu-${place}`);

const sum = (values: string[]) => values.reduce((total, each) => total.plus(each), new Big(0));

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  const reports = async (filter: object = {}) =>
    done(await door.ask('submissions', 'clerk', { commune, plan: ['2023'], first: 200, ...filter })).items as Row[];
  const results = async (filter: object, actor = 'district') =>
    done(await door.ask('results', actor, { commune, plan: ['2023'], first: 500, ...filter })).items as Row[];
  const periods = async () =>
    done(await door.ask('periods', 'clerk', { commune, plan: '2023', first: 50 })).items as Row[];
  const entryOf = ({ entries }: Row, code: string) => entries.find(({ indicatorCode }: Row) => indicatorCode === code);
  beforeAll(() => void (door = open(apps[name]!)));

  it('every state can be seen, and each report says that its figures are invented', async () => {
    const all = await reports();
    expect([...new Set(all.map(({ state }) => state))].sort()).toEqual([...states].sort());
    expect(all.filter(({ narrative }) => !narrative.done?.includes('(số liệu giả định)'))).toEqual([]);
    for (const unit of hamlets) {
      const periods = all
        .filter(({ unitCode, state }) => unitCode === unit && !['WITHDRAWN', 'SUPERSEDED'].includes(state))
        .map(({ period }) => period);
      expect(periods.sort()).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', ...crops.periods]);
    }
  });

  it("each is dated before the sample's day, after the end of its period, and what follows follows", async () => {
    for (const { period, submittedOn, approvedOn, state } of await reports()) {
      if (state === 'DRAFT') continue;
      expect(submittedOn >= '2023-04-01' && submittedOn <= '2024-01-31').toBe(true);
      if (/-Q\d$/.test(period))
        expect(submittedOn > `2023-${['03', '06', '09', '12'][Number(period.at(-1)) - 1]}-31`).toBe(true);
      if (approvedOn !== null) expect(approvedOn > submittedOn && approvedOn <= '2024-01-31').toBe(true);
    }
  });

  it('a hamlet speaks for itself, the clerk for an office by its signed sheet', async () => {
    const actorOf = async (unit: string) => {
      const [{ id }] = (await reports({ unit: [unit], period: ['2023-Q1'], state: ['APPROVED'] })) as [Row];
      const { items } = done(await door.ask('history', 'auditor', { commune, type: 'submission', id }));
      const line = items.find(({ kind }: Row) => kind === 'submission.submitted');
      return [line.on, line.personal['/actor'].value];
    };
    expect(await actorOf('khu-dan-cu-1')).toEqual(['2023-04-05', { key: 'hamlet-1', keyId: expect.any(String) }]);
    const [on, actor] = await actorOf('tai-chinh-ke-toan');
    expect([on, actor]).toEqual([
      '2023-04-05',
      { key: 'clerk', keyId: expect.any(String), onBehalfOf: 'tai-chinh-ke-toan', legalReference: expect.any(String) },
    ]);
    const sheet = done(await door.ask('document', 'clerk', { commune, id: actor.legalReference }));
    expect(sheet).toMatchObject({
      type: 'BC',
      year: 2023,
      issuedOn: '2023-04-05',
      issuer: 'Tài chính - Kế toán',
      title: 'Báo cáo quý I năm 2023 của Tài chính - Kế toán (số liệu giả định)',
    });
    const { items } = done(await door.ask('documents', 'clerk', { commune, type: ['BC'], first: 500 }));
    expect(items.filter(({ title }: Row) => !/\((số liệu )?giả định\)$/.test(title))).toEqual([]);
  });

  it('one is returned with a remark, and one withdrawn and reported anew', async () => {
    const [returned] = await reports({ state: ['RETURNED'] });
    expect(returned!.returnedReason).toBeTruthy();
    expect(entryOf(returned!, 'soc.poverty-rate').remark).toBeTruthy();
    const [withdrawn] = await reports({ state: ['WITHDRAWN'] });
    const anew = await reports({ unit: [withdrawn!.unitCode], period: [withdrawn!.period], state: ['APPROVED'] });
    expect(anew).toHaveLength(1);
  });

  it('some findings are explained, others are not, and none is an error', async () => {
    const findings = (await reports({ state: ['APPROVED'] })).flatMap((report) => report.findings) as Row[];
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['WARNING']));
    const explained = findings.filter(({ explanation }) => explanation !== null);
    expect(explained.map(({ code, indicatorCode }) => [code, indicatorCode]).sort()).toEqual([
      ['FREQUENCY', 'econ.households-clean-water'],
      ['JUMP_PERIOD', 'econ.production-models'],
    ]);
    expect(findings.length).toBeGreaterThan(explained.length);
  });

  it('crops are reported for their seasons, and nothing else is', async () => {
    const all = (await reports()).flatMap(({ period, entries }) =>
      entries.map(({ indicatorCode }: Row) => [indicatorCode, period] as const),
    );
    const seasonal = all.filter(([, period]) => crops.periods.includes(period));
    expect([...new Set(seasonal.map(([, period]) => period))].sort()).toEqual(crops.periods);
    expect(all.filter(([code]) => crops.codes.test(code))).toEqual(seasonal);
  });

  it('one is late, and one comes after the due day of all, on time by an extension of its own', async () => {
    const days = ({ unitCode, period, submittedOn, dueOn, late }: Row) => [unitCode, period, submittedOn, dueOn, late];
    const submitted = (await reports()).filter(({ submittedOn }) => submittedOn !== null);
    expect(submitted.filter(({ late }) => late !== false).map(days)).toEqual([
      ['khu-dan-cu-4', '2023-Q1', '2023-04-17', '2023-04-12', true],
    ]);
    const extended = (await periods()).filter(({ extensions }) => extensions.length > 0);
    expect(extended.map(({ period, dueOn, extensions }) => [period, dueOn, extensions])).toEqual([
      ['2023-Q3', '2023-10-12', [expect.objectContaining({ unitCode: 'khu-dan-cu-2', until: '2023-10-20' })]],
    ]);
    const after = submitted.filter(({ period, submittedOn }) => period === '2023-Q3' && submittedOn > '2023-10-12');
    expect(after.map(days)).toEqual([['khu-dan-cu-2', '2023-Q3', '2023-10-18', '2023-10-20', false]]);
  });

  it('a period is closed, reopened with a reason for a correction, and closed again', async () => {
    const touched = (await periods()).filter(({ closedOn }) => closedOn !== null);
    expect(touched).toMatchObject([
      { period: '2023-Q1', state: 'CLOSED', reopenedOn: '2023-05-08', closedOn: '2023-05-12', frozenBy: '2023-Q1' },
    ]);
    const { items } = done(await door.ask('history', 'auditor', { commune, type: 'period', id: touched[0]!.id }));
    const [correction] = (await reports({ period: ['2023-Q1'] })).filter(({ correctsId }) => correctsId !== null);
    expect(items.map(({ kind, on, personal }: Row) => [kind, on, personal['/reason'].value]).sort()).toEqual([
      ['period.closed', '2023-04-25', 'Chốt số liệu quý I năm 2023'],
      ['period.closed', '2023-05-12', 'Chốt số liệu quý I năm 2023'],
      ['period.reopened', '2023-05-08', 'Ghi nhầm số bò 204, đúng là 240'],
    ]);
    expect(correction).toMatchObject({ unitCode: 'khu-dan-cu-3', submittedOn: '2023-05-08', approvedOn: '2023-05-12' });
  });

  it('figures are disputed: the verifier finds another, and the chairperson approves another', async () => {
    const entries = (await reports({ state: ['APPROVED'] })).flatMap((report) => report.entries) as Row[];
    const disputed = entries.filter(({ reported, verified }) => reported !== verified);
    expect(disputed.map(({ indicatorCode }) => indicatorCode)).toContain('econ.budget-revenue');
    expect(disputed.filter(({ verifiedReason }) => !verifiedReason)).toEqual([]);
    const otherwise = entries.filter(({ verified, approved }) => verified !== approved);
    expect(otherwise.map(({ indicatorCode, verified, approved }) => [indicatorCode, verified, approved])).toEqual([
      ['econ.income-per-capita', '51200000', '50900000'],
    ]);
    expect(otherwise[0]!.approvedReason).toBeTruthy();
  });

  it('one is corrected, and only the corrected figure is in force', async () => {
    const [superseded] = await reports({ state: ['SUPERSEDED'] });
    const [correction] = (await reports({ unit: [superseded!.unitCode], period: [superseded!.period] })).filter(
      ({ correctsId }) => correctsId === superseded!.id,
    );
    expect(correction!.state).toBe('APPROVED');
    const place = {
      unit: [superseded!.unitCode],
      period: [superseded!.period],
      indicator: ['econ.livestock.buffalo-cattle.cattle'],
    };
    expect((await results(place)).map(({ value, submissionId }) => [value, submissionId])).toEqual([
      ['240', correction!.id],
    ]);
    expect(
      (await results({ ...place, asOf: '2023-05-11' })).map(({ value, submissionId }) => [value, submissionId]),
    ).toEqual([['204', superseded!.id]]);
  });

  it('every way to report is there: nothing to report, a count of a total, a share of households, a grade, a rating, YES and NO', async () => {
    const entries = (await reports()).flatMap((report) =>
      report.entries.map((entry: Row) => ({ ...entry, unitCode: report.unitCode, period: report.period })),
    ) as Row[];
    expect(entries.some(({ nothingToReport, reported }) => nothingToReport !== null && reported === null)).toBe(true);
    const areas = entries.filter(
      ({ unitCode, indicatorCode }) =>
        unitCode === 'ban-quan-ly-nong-thon-moi' && indicatorCode === 'ntm.model-residential-areas',
    );
    expect(areas.map(({ period, reported, outOf }) => [period, `${reported}/${outOf}`]).sort()).toEqual([
      ['2023-Q1', '5/6'],
      ['2023-Q2', '5/6'],
      ['2023-Q3', '5/6'],
      ['2023-Q4', '6/6'],
    ]);
    expect(
      entries.filter(
        ({ unitCode, indicatorCode, outOf }) =>
          hamlets.includes(unitCode) && indicatorCode === 'econ.households-clean-water' && outOf === null,
      ),
    ).toEqual([]);
    const words = new Set(entries.map(({ reported }) => reported));
    expect(['YES', 'NO', 'GOOD', 'EXCELLENT', 'vững mạnh toàn diện'].filter((word) => !words.has(word))).toEqual([]);
  });

  it('what the hamlets report adds up to what the office reports', async () => {
    for (const [code, periods, of] of [
      ['econ.livestock.buffalo-cattle', ['2023-Q4'], '2023-Q4'],
      ['econ.livestock.poultry', ['2023-Q3'], '2023-Q3'],
      ['econ.maize.output', ['2023-spring'], '2023-spring'],
      ['econ.rice.area', ['2023-summer-autumn'], '2023-summer-autumn'],
      ['econ.households-clean-water', ['2023-Q4'], '2023-H2'],
      ['soc.poverty-rate', ['2023-Q4'], '2023'],
    ] as const) {
      const below = (await reports({ unit: hamlets, period: periods }))
        .filter(({ state }) => !['WITHDRAWN', 'SUPERSEDED'].includes(state))
        .map((report) => entryOf(report, code));
      const [office] = (await results({ indicator: [code], period: [of] })).filter(
        ({ unitCode }) => !hamlets.includes(unitCode),
      );
      expect(below).toHaveLength(6);
      expect([code, sum(below.map(({ verified, reported }) => verified ?? reported)).toString()]).toEqual([
        code,
        office!.value,
      ]);
      if (office!.outOf !== null) expect(sum(below.map(({ outOf }) => outOf)).toString()).toBe(office!.outOf);
    }
  });

  it('the year has targets exceeded, met and missed', async () => {
    const indicators = done(await door.indicators('district', commune, '2023', 100)).items as Row[];
    const found: Record<string, string[]> = { exceeded: [], met: [], missed: [] };
    for (const { code, target, overTime, direction, comparator, measure, responsibleUnitCode } of indicators) {
      const ofTheYear = (await results({ indicator: [code] })).filter(
        ({ unitCode }) => unitCode === responsibleUnitCode,
      );
      if (target === null || ofTheYear.length === 0) continue;
      const latest =
        ofTheYear.find(({ period }) => period === '2023') ??
        ofTheYear.find(({ period }) => ['2023-Q4', '2023-H2'].includes(period));
      const { value, outOf } =
        overTime === 'SUM' ? { value: sum(ofTheYear.map((each) => each.value)).toString(), outOf: null } : latest!;
      const figure =
        measure.unit === 'PERCENT' && outOf !== null ? new Big(value).div(outOf).times(100) : new Big(value);
      const ahead = figure.minus(target).times(direction === 'DOWN' ? -1 : 1);
      const strictly = comparator === 'BELOW' || comparator === 'ABOVE';
      found[ahead.gt(0) ? 'exceeded' : ahead.eq(0) && !strictly ? 'met' : 'missed']!.push(code);
    }
    expect(found.exceeded).toEqual(
      expect.arrayContaining([
        'econ.budget-revenue',
        'econ.income-per-capita',
        'econ.peanut.output',
        'soc.vocational-trainees',
      ]),
    );
    expect(found.met).toEqual(
      expect.arrayContaining([
        'ntm.model-residential-areas',
        'econ.rural-road-built',
        'econ.livestock.poultry',
        'soc.trained-labour-rate',
        'econ.households-hygienic-water',
      ]),
    );
    expect(found.missed).toEqual(
      expect.arrayContaining([
        'econ.food-grain-output',
        'econ.maize.area',
        'econ.maize.output',
        'soc.poverty-rate',
        'soc.child-underweight-rate',
      ]),
    );
    const revenue = sum((await results({ indicator: ['econ.budget-revenue'] })).map(({ value }) => value));
    expect(revenue.div('805000000').times(100).toFixed(1)).toBe('137.7');
  });
});
