import { useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';

const test = useApp();
const plan = { commune: 'duc-lang', plan: '2023' };

describe.each(doors)('%s', (_, door) => {
  const rows = async (actor: string | undefined, more: object = {}): Promise<Row[]> =>
    done(await door(test).ask('progress', actor, { ...plan, first: 500, ...more })).items;
  const codes = (found: readonly Row[], state: string) =>
    found.filter((row) => row.state === state).map(({ indicatorCode }) => indicatorCode);
  const counted = async () => {
    const { body } = await door(test).indicators(undefined, 'duc-lang', '2023', 100);
    return new Set(body.items.filter((each: Row) => each.counted).map(({ code }: Row) => code));
  };

  it('anybody asks how the plan stands', async () => {
    const ofPlan = await counted();
    const found = (await rows(undefined)).filter(({ indicatorCode }) => ofPlan.has(indicatorCode));
    expect(found).toHaveLength(27);
    expect(codes(found, 'EXCEEDED')).toEqual([
      'econ.income-per-capita',
      'econ.rice.area',
      'econ.peanut.area',
      'econ.peanut.output',
      'econ.livestock.buffalo-cattle',
      'econ.livestock.pig',
      'econ.budget-revenue',
      'econ.households-clean-water',
      'soc.vocational-trainees',
      'soc.cultural-families',
      'soc.child-stunting-rate',
    ]);
    expect(codes(found, 'MET')).toHaveLength(9);
    expect(codes(found, 'MISSED')).toEqual([
      'econ.food-grain-output',
      'econ.maize.area',
      'econ.maize.output',
      'soc.child-underweight-rate',
    ]);
    expect(codes(found, 'NEEDS_CLARIFICATION')).toEqual(['ntm.advanced-standard', 'soc.poverty-rate']);
    expect(codes(found, 'NO_TARGET')).toEqual(['econ.production-models']);
  });

  it.each([
    ['econ.rice.area', '172', '100.06'],
    ['econ.budget-revenue', '1108485000', '137.7'],
    ['econ.food-grain-output', '1674', '94.15'],
    // Where less is better the target is divided by the figure: 12.7 ÷ 12.4.
    ['soc.child-stunting-rate', '12.4', '102.42'],
  ])('%s is %s, %s percent of its target', async (indicator, value, percent) => {
    const [row, ...others] = await rows(undefined, { indicator: [indicator] });
    expect([row!.cumulative.value, row!.percent, others]).toEqual([value, percent, []]);
  });

  it('a ratio is judged by its count and its total', async () => {
    const [row] = await rows(undefined, { indicator: ['econ.households-clean-water'] });
    expect(row).toMatchObject({ cumulative: { value: '844', outOf: '1120' }, percent: '100.48', state: 'EXCEEDED' });
  });

  it('an open question shows the verdict of each reading', async () => {
    const [row] = await rows(undefined, { indicator: ['soc.poverty-rate'] });
    expect(row!.readings.map(({ code, state }: Row) => [code, state])).toEqual([
      ['A', 'MISSED'],
      ['B', 'MISSED'],
      ['C', 'MISSED'],
      ['D', 'NO_FIGURE'],
    ]);
  });

  it('the completion of the plan is its n of N, and a sentence to read out', async () => {
    const [row] = await rows('chairperson', { indicator: ['meta.plan-completion'] });
    expect(row).toMatchObject({ cumulative: { value: '20', outOf: '27' }, percent: '74.07', state: 'MISSED' });
    expect(row!.sentence).toBe(
      'Hoàn thành và hoàn thành vượt mức 20/27 chỉ tiêu, trong đó 11 chỉ tiêu vượt; ' +
        '4 chỉ tiêu chưa đạt: Tổng sản lượng lương thực quy thóc, Diện tích cây ngô, Sản lượng ngô, ' +
        'Tỷ lệ trẻ em suy dinh dưỡng cân nặng/tuổi; ' +
        '2 chỉ tiêu cần làm rõ: Nông thôn mới nâng cao, Tỷ lệ hộ nghèo cuối năm; ' +
        '1 chỉ tiêu chưa có mức giao: Mô hình sản xuất lớn, vừa và nhỏ.',
    );
  });

  it('before the year is over nothing is missed, and what no figure is due for is not due', async () => {
    const half = await rows(undefined, { period: '2023-H1', asOf: '2023-07-31' });
    expect(codes(half, 'MISSED')).toEqual([]);
    expect(codes(half, 'NOT_DUE')).toContain('econ.income-per-capita');
    const revenue = half.find(({ indicatorCode }) => indicatorCode === 'econ.budget-revenue')!;
    expect(revenue).toMatchObject({ state: 'IN_PROGRESS', final: false, targetPeriod: '2023' });
  });

  it('a quarter has its own figure, the sum since the beginning, and the quarter before', async () => {
    const [row] = await rows(undefined, { period: '2023-Q2', indicator: ['econ.budget-revenue'] });
    const [first] = await rows(undefined, { period: '2023-Q1', indicator: ['econ.budget-revenue'] });
    expect(first!.before).toBeNull();
    expect(row!.before).toEqual({ period: '2023-Q1', ...first!.inPeriod });
    const sum = Number(first!.inPeriod.value) + Number(row!.inPeriod.value);
    expect(Number(row!.cumulative.value)).toBe(sum);
  });

  it('a figure approved later was not known before', async () => {
    const [then] = await rows(undefined, { indicator: ['econ.income-per-capita'], asOf: '2024-01-10' });
    expect(then).toMatchObject({ state: 'NO_FIGURE', reason: 'NO_RESULT', cumulative: null });
  });

  it('rows of units are shown to officials and superiors alone', async () => {
    const indicator = ['econ.livestock.pig'];
    for (const actor of ['clerk', 'district', 'hamlet-1']) {
      const [commune, ...units] = await rows(actor, { indicator, units: true });
      expect([commune!.unitCode, units.length > 0]).toEqual([null, true]);
    }
    expect(await rows(undefined, { indicator, units: true })).toEqual(await rows(undefined, { indicator }));
  });

  it('pages follow each other', async () => {
    const all = await rows('clerk', { units: true });
    const first = done(await door(test).ask('progress', 'clerk', { ...plan, units: true, first: 50 }));
    const rest = done(
      await door(test).ask('progress', 'clerk', { ...plan, units: true, first: 500, after: first.next }),
    );
    expect(all.length).toBeGreaterThan(50);
    expect([...first.items, ...rest.items]).toEqual(all);
  });

  it('a period of another year is refused', async () => {
    const refused = await door(test).ask('progress', undefined, { ...plan, period: '2022-Q4' });
    expect([refused.status, refused.code]).toEqual([422, 'RULE']);
  });

  it('a day that has not come is refused', async () => {
    const refused = await door(test).ask('progress', undefined, { ...plan, asOf: '2024-02-01' });
    expect([refused.status, refused.code, refused.body.errors[0].code]).toEqual([422, 'RULE', 'AHEAD']);
  });

  it('the plan of the next year has the figures of this one beside its own', async () => {
    const input = {
      key: '2024',
      kind: 'YEARLY',
      year: 2024,
      title: 'Kế hoạch năm 2024',
      from: '2023',
      document: { type: 'KH', symbol: 'KH-UBND', year: 2024, issuer: 'UBND xã Đức Lạng', title: 'Kế hoạch năm 2024' },
    };
    const commune = 'duc-lang';
    if (door(test).name === 'REST') done(await door(test).ask('draftPlan', 'clerk', { commune }, { input }));
    const { items } = done(
      await door(test).ask('progress', 'clerk', { commune, plan: '2024', indicator: ['econ.budget-revenue'] }),
    );
    expect(items[0]).toMatchObject({
      state: 'NOT_DUE',
      yearBefore: { period: '2023', value: '1108485000', outOf: null },
    });
  });
});
