import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { useApp } from '../app.js';
import { doors, rest, type Row } from '../doors.js';

const test = useApp();
const code = 'soc.health-insurance-coverage';

/** Everything the database holds of the commune's records and journal. */
async function everything(): Promise<unknown> {
  const { rows } = await test.admin.query(
    `select (select jsonb_agg(i order by id) from indicator i) as indicators, (select jsonb_agg(h order by commune_id) from commune_head h) as heads, (select count(*) from change) as changes`,
  );
  return rows[0];
}

describe.each(doors)('%s', (_, door) => {
  it.each<[string, object, number, string, string[]]>([
    ['without a reason', { target: '96' }, 422, 'RULE', ['REASON_REQUIRED']],
    ['with an empty reason', { target: '96', reason: '  ' }, 400, 'INVALID', ['blank']],
    ['against two rules', { reason: 'r', direction: 'DOWN', target: '101' }, 422, 'RULE', ['UPSIDE_DOWN', 'SHARE']],
    ['naming a unit that is not there', { reason: 'r', responsibleUnitCode: 'khong-co' }, 422, 'RULE', ['NOT_VALID']],
    ['clearing what cannot be cleared', { reason: 'r', name: null }, 400, 'INVALID', ['isString']],
  ])('%s', async (_case, input, status, refusal, points) => {
    const before = await everything();
    const { body } = await door(test).indicator('clerk', 'duc-lang', '2023', code);
    const answer = await door(test).amendIndicator('clerk', 'duc-lang', '2023', code, body.version, input);
    expect([answer.status, answer.code, answer.body.errors.map((point: Row) => point.code)]).toEqual([
      status,
      refusal,
      points,
    ]);
    expect(await everything()).toEqual(before);
  });

  it('on a stale version, telling the current one', async () => {
    const { body } = await door(test).indicator('clerk', 'duc-lang', '2023', code);
    const answer = await door(test).amendIndicator('clerk', 'duc-lang', '2023', code, body.version - 1, {
      reason: 'r',
      target: '96',
    });
    expect([answer.status, answer.code, answer.body.details]).toEqual([412, 'STALE', { current: body.version }]);
  });

  it('clears with null, keeps what is absent', async () => {
    const { body: before } = await door(test).indicator('clerk', 'duc-lang', '2023', 'soc.vocational-trainees');
    const cleared = await door(test).amendIndicator(
      'clerk',
      'duc-lang',
      '2023',
      'soc.vocational-trainees',
      before.version,
      { reason: 'Chưa giao', target: null, responsibleUnitCode: null },
    );
    expect(cleared.body).toEqual({
      ...cleared.body,
      target: null,
      responsibleUnitCode: null,
      name: before.name,
      version: before.version + 1,
    });
    const again = await door(test).amendIndicator(
      'clerk',
      'duc-lang',
      '2023',
      'soc.vocational-trainees',
      before.version + 1,
      { reason: 'Giao lại', target: '20', responsibleUnitCode: 'van-hoa-xa-hoi' },
    );
    expect(again.body).toMatchObject({ target: '20', responsibleUnitCode: 'van-hoa-xa-hoi' });
  });
});

it('takes a figure only as an exact string, on the door that could carry a number', async () => {
  const { body } = await test.http().get(`/v1/communes/duc-lang/plans/2023/indicators/${code}`);
  for (const target of [96, 96.5, '96,5', '1e2', '96.']) {
    const answer = await test
      .http()
      .patch(`/v1/communes/duc-lang/plans/2023/indicators/${code}`)
      .set({ authorization: `Bearer ${test.keys.clerk}`, 'if-match': `"${body.version}"` })
      .send({ reason: 'r', target });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/target']);
  }
});

it('takes a merge patch by its own media type', async () => {
  const path = `/v1/communes/duc-lang/plans/2023/indicators/${code}`;
  const { body } = await test.http().get(path);
  const answer = await test
    .http()
    .patch(path)
    .set({
      authorization: `Bearer ${test.keys.clerk}`,
      'if-match': `W/"${body.version}"`,
      'content-type': 'application/merge-patch+json',
    })
    .send(JSON.stringify({ reason: 'r', evidenceRequired: true }));
  expect([answer.status, answer.body.evidenceRequired, answer.headers.etag]).toEqual([
    200,
    true,
    `"${body.version + 1}"`,
  ]);
});

it('of a plan that is closed', async () => {
  test.exceptFromAudit('plan');
  await test.admin.query(`update plan set state = 'CLOSED' where key = '2023'`);
  for (const [, door] of doors) {
    const { body } = await door(test).indicator('clerk', 'duc-lang', '2023', code);
    const answer = await door(test).amendIndicator('clerk', 'duc-lang', '2023', code, body.version, {
      reason: 'r',
      target: '96',
    });
    expect([answer.status, answer.code, answer.body.details]).toEqual([
      409,
      'STATE',
      { state: 'CLOSED', current: expect.any(Number) },
    ]);
  }
  const { body } = await rest(test).plan('clerk', 'duc-lang', '2023');
  const at = { commune: 'duc-lang', plan: '2023', expectedVersion: Number(body.version) };
  await expect(test.app.get(PlanActsService).issuePlan(await test.operator(), at)).rejects.toMatchObject({
    code: 'STATE',
  });
});
