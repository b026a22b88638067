import Big from 'big.js';
import { unitKinds } from '../../src/units/unit-kind.rules.js';
import { useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

const test = useApp();

describe.each(doors)('%s', (_, door) => {
  it('has 40 indicators in the order of the document, of which 27 count', async () => {
    const { body } = await door(test).indicators('district', 'duc-lang', '2023', 100);
    expect(body.items).toHaveLength(40);
    expect(body.next).toBeNull();
    expect(body.items.filter(({ counted }: Row) => counted)).toHaveLength(27);
    expect(body.items[0].code).toBe('meta.plan-completion');
    expect(body.items[39].code).toBe('org.union-clean-strong');
  });

  it.each([
    ['econ.food-grain-output', '1778'],
    ['econ.income-per-capita', '50000000'],
    ['econ.rice.area', '171.9'],
    ['econ.rice.area.spring', '148.9'],
    ['econ.rice.area.summer-autumn', '23'],
    ['econ.peanut.area', '90'],
    ['econ.peanut.output', '270'],
    ['econ.maize.area', '140'],
    ['econ.maize.output', '750'],
    ['econ.livestock.buffalo-cattle', '1763'],
    ['econ.livestock.buffalo-cattle.buffalo', '300'],
    ['econ.livestock.buffalo-cattle.cattle', '1463'],
    ['econ.livestock.pig', '17830'],
    ['econ.livestock.poultry', '72000'],
    ['econ.livestock.deer', '5'],
    ['econ.production-models', null],
    ['econ.budget-revenue', '805000000'],
    ['econ.rural-road-built', '1'],
    ['econ.households-clean-water', '75'],
    ['econ.households-hygienic-water', '100'],
    ['soc.trained-labour-rate', '74.2'],
    ['soc.vocational-trainees', '20'],
    ['soc.poverty-rate', '1'],
    ['soc.cultural-families', '868'],
    ['soc.child-stunting-rate', '12.7'],
    ['soc.child-underweight-rate', '9.5'],
    ['soc.health-insurance-coverage', '95'],
    ['ntm.model-residential-areas', '6'],
  ])('promises %s = %s', async (code, target) => {
    const { body } = await door(test).indicator(undefined, 'duc-lang', '2023', code);
    expect(body.target).toBe(target);
  });

  it('has parts that add up to the whole', async () => {
    const { body } = await door(test).indicators(undefined, 'duc-lang', '2023', 100);
    const target = (code: string) => new Big(body.items.find((each: Row) => each.code === code).target);
    const wholes = body.items.filter(({ parts }: Row) => parts.length > 0);
    expect(wholes.map(({ code }: Row) => code)).toEqual(['econ.rice.area', 'econ.livestock.buffalo-cattle']);
    for (const { code, parts } of wholes)
      expect(
        parts
          .map(target)
          .reduce((sum: Big, each: Big) => sum.plus(each))
          .toString(),
      ).toBe(target(code).toString());
  });

  it('keeps đồng where people write triệu đồng', async () => {
    const { body } = await door(test).indicator(undefined, 'duc-lang', '2023', 'econ.budget-revenue');
    expect(body.measure).toEqual({
      ...{ unit: 'VND', baseUnit: 'đồng', displayUnit: 'triệu đồng' },
      ...{ scale: 6, factor: null },
    });
  });
});

it('asks what the poverty target means, and names four readings', async () => {
  const { body } = await test.http().get('/v1/communes/duc-lang/plans/2023/indicators/soc.poverty-rate');
  expect(body).toMatchObject({
    comparator: 'BELOW',
    direction: 'DOWN',
    needsClarification: true,
    rawText: 'Giảm tỷ lệ hộ nghèo cuối năm 2023 còn dưới 0.8-1%.',
  });
  expect(
    body.clarification.readings.map(({ code, comparator, target, upperTarget, needsBaseline }: Row) => [
      code,
      comparator,
      target,
      upperTarget,
      needsBaseline,
    ]),
  ).toEqual([
    ['A', 'BELOW', '1', null, false],
    ['B', 'BELOW', '0.8', null, false],
    ['C', 'BETWEEN', '0.8', '1', false],
    ['D', 'AT_MOST', null, null, true],
  ]);
});

it('names no person but the printed signer, leaves blank what was blank, and says what is invented', async () => {
  const { body: plan } = await test.http().get('/v1/communes/duc-lang/plans/2023');
  expect(plan).toMatchObject({
    state: 'ISSUED',
    deadline: '2023-12-31',
    signer: { name: 'Nguyễn Đình Chiểu', capacity: 'TM. Ủy ban nhân dân' },
    bases: [],
  });
  expect(plan.purposes).toHaveLength(5);
  expect(plan.sections.map(({ printedLabel }: Row) => printedLabel)).toEqual([
    'I.',
    'II.',
    '1.',
    'I.',
    'II.',
    'III.',
    'IV.',
    'V.',
  ]);

  const authorization = `Bearer ${test.keys.district}`;
  const { body: document } = await test
    .http()
    .get(`/v1/communes/duc-lang/documents/${plan.documentId}`)
    .set({ authorization });
  expect(document).toMatchObject({ type: 'KH', number: null, symbol: 'KH-UBND', year: 2023, issuedOn: '2023' });

  const { body: units } = await test
    .http()
    .get('/v1/communes/duc-lang/units')
    .query({ first: 500, kind: unitKinds.filter((kind) => kind !== 'HOUSEHOLD') })
    .set({ authorization });
  expect(units.items.filter(({ kind }: Row) => kind === 'HAMLET')).toHaveLength(6);
  expect(
    units.items
      .filter(({ invented }: Row) => !invented)
      .map(({ code }: Row) => code)
      .sort(),
  ).toEqual(['dang-uy', 'hdnd', 'mat-tran-to-quoc', 'ubnd', 'van-phong-thong-ke']);
});
