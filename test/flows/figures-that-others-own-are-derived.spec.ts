import { Database } from '../../src/database/database.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { ResultActsService, type Derived } from '../../src/submissions/result-acts.service.js';
import { UnitsService } from '../../src/units/units.service.js';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
let derived: Omit<Derived, 'value'>;

const derive = async (change: Partial<Derived> & Pick<Derived, 'value'>, on?: string) => {
  const operator = (await test.operator()).acting(on === undefined ? {} : { on });
  const reach = operator.in(commune);
  return test.app
    .get(Database)
    .write(operator, reach.commune, () =>
      test.app.get(ResultActsService).derive(operator, reach, { ...derived, ...change }),
    );
};
const results = async (query: object = {}) =>
  (
    await test
      .http()
      .get(`/v1/communes/${commune}/results`)
      .set(as(test, 'district'))
      .query({ indicator: 'gov.plan-dissemination', ...query })
  ).body;
const inForce = async () =>
  (await results()).items.map(({ value, submissionId, supersededOn }: Row) => [value, submissionId, supersededOn]);

beforeAll(async () => {
  const operator = await test.operator();
  const indicator = await test.app
    .get(IndicatorsService)
    .indicator(operator, { commune, plan: '2023', code: 'gov.plan-dissemination' });
  derived = {
    indicator,
    unitId: (await test.app.get(UnitsService).unit(operator, { commune, unit: 'ubnd' })).id,
    period: '2023',
  };
});

it('a derived figure is in force at once, and another takes its place', async () => {
  await derive({ value: '80' });
  expect(await inForce()).toEqual([['80', null, null]]);
  await derive({ value: '95.5' });
  expect(await inForce()).toEqual([['95.5', null, null]]);
});

it('the same figure again changes nothing', async () => {
  const { rows: before } = await test.admin.query('select position from commune_head where commune_id = 1');
  await derive({ value: '95.5' });
  expect((await test.admin.query('select position from commune_head where commune_id = 1')).rows).toEqual(before);
});

it('four at once leave one in force', async () => {
  await Promise.all(['1', '2', '3', '4'].map((value) => derive({ value })));
  const { rows } = await test.admin.query(
    `select count(*)::int as count from result r join indicator i on i.commune_id = r.commune_id and i.id = r.indicator_id where i.code = 'gov.plan-dissemination' and r.superseded_on is null`,
  );
  expect(rows).toEqual([{ count: 1 }]);
});

it('a figure of no such kind, a day before the one in force and an indicator that is reported are refused', async () => {
  await expect(derive({ value: 'nhiều' })).rejects.toMatchObject({
    code: 'RULE',
    points: [{ pointer: '/value', code: 'FIGURE' }],
  });
  await expect(derive({ value: '5' }, '2023-06-30')).rejects.toMatchObject({
    code: 'RULE',
    points: [{ code: 'TOO_EARLY' }],
  });
  await expect(derive({ value: '5', indicator: { ...derived.indicator, derived: false } })).rejects.toThrow(
    'is reported',
  );
});

it('what it followed from taken back, none is in force', async () => {
  await derive({ value: null });
  expect(await inForce()).toEqual([]);
});

it('what will be known at a position that is not there yet is not told', async () => {
  expect(await results({ at: '999999' })).toMatchObject({
    code: 'RULE',
    errors: [{ pointer: '/at', code: 'BEYOND_HEAD' }],
  });
});
