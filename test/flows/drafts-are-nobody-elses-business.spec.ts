import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { indicators, plan } from '../../src/sample/duc-lang-2023.data.js';
import { as, useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

const test = useApp();
const canary = 'Bản nháp chưa ai được xem';

const seenBy = async (actor: string | undefined) => {
  const heads = await test.http().get('/v1/communes').set(as(test, actor));
  const plans = await test.http().get('/v1/communes/duc-lang/plans').set(as(test, actor));
  return {
    etag: heads.headers.etag,
    head: heads.body.items?.find(({ key }: Row) => key === 'duc-lang')?.head,
    plans: plans.body.items.map(({ key }: Row) => key),
  };
};

it('a draft moves the head of those inside alone; issued, it reaches everybody with all its indicators', async () => {
  const before = { district: await seenBy('district'), clerk: await seenBy('clerk') };
  const start = await Promise.all(doors.map(([, door]) => door(test).changes('district', 'duc-lang')));

  const caller = await test.operator();
  const draft = await test.app.get(PlanActsService).draftPlan(caller, 'duc-lang', {
    ...plan,
    key: '2024',
    year: 2024,
    title: canary,
    document: { ...plan.document, title: canary },
  });
  for (const indicator of indicators.slice(0, 3))
    await test.app
      .get(IndicatorActsService)
      .addIndicator(caller, { commune: 'duc-lang', plan: '2024' }, { ...indicator, name: canary });

  expect(await seenBy('district')).toEqual(before.district);
  expect((await seenBy('clerk')).plans).toEqual(['2024', '2023']);
  expect((await seenBy('clerk')).etag).not.toBe(before.clerk.etag);
  for (const [, door] of doors) {
    for (const actor of ['district', 'observer', 'integrator', undefined]) {
      const hidden = [
        await door(test).plan(actor, 'duc-lang', '2024'),
        await door(test).indicators(actor, 'duc-lang', '2024', 10),
        await door(test).indicator(actor, 'duc-lang', '2024', indicators[0]!.code),
      ];
      expect(hidden.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    }
    expect((await door(test).plan('clerk', 'duc-lang', '2024')).body.title).toBe(canary);
  }
  const proof = await test.http().get('/v1/communes/duc-lang/changes/proof').set(as(test, 'district'));
  expect(JSON.stringify(proof.body)).not.toContain(canary);

  const { version } = draft;
  await test.app
    .get(PlanActsService)
    .issuePlan(caller, { commune: 'duc-lang', plan: '2024', expectedVersion: version });
  for (const [index, [, door]] of doors.entries()) {
    const next = await door(test).changes('district', 'duc-lang', start[index]!.body.cursor);
    expect(next.body.items.map(({ kind, op }: Row) => `${op} ${kind}`).sort()).toEqual([
      'UPSERT document.published',
      'UPSERT indicator.issued',
      'UPSERT indicator.issued',
      'UPSERT indicator.issued',
      'UPSERT plan.issued',
    ]);
    expect(new Set(next.body.items.map(({ position }: Row) => position)).size).toBe(1);
    expect(next.body.items.find(({ type }: Row) => type === 'plan').version).toBe(version + 1);
    expect((await door(test).plan(undefined, 'duc-lang', '2024')).body.title).toBe(canary);
  }
});

it('the proof of a stretch shows hidden items without their content', async () => {
  const { body } = await test.http().get('/v1/communes/duc-lang/changes/proof').set(as(test, 'district'));
  const items = body.positions.flatMap(({ items }: Row) => items);
  const hidden = items.filter(({ kind }: Row) => kind === undefined);
  expect(hidden.length).toBeGreaterThan(40);
  const members = ['content', 'form', 'item', 'leaf', 'op', 'position', 'seen'];
  for (const item of hidden) expect(Object.keys(item).sort()).toEqual(members);
  expect(new Set(hidden.map(({ seen }: Row) => seen.after))).toEqual(new Set(['INSIDE']));
  expect([body.sees, body.bound]).toEqual(['SUPERIOR', false]);
});
