import { PeriodActsService } from '../../src/periods/period-acts.service.js';
import type { SubmissionAct } from '../../src/submissions/submission.workflow.js';
import { useApp } from '../app.js';
import { makers, type Write } from '../contract/writes.js';
import { done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
/** Reports are for June: they lie within. */
const quarter = { commune, plan: '2023', period: '2023-Q2' };

/** Every act on a report, judged by hand: does it change the figures of its period? */
const frozen: Readonly<Record<SubmissionAct | 'draftSubmission', boolean>> = {
  draftSubmission: true,
  amendSubmission: false,
  submitSubmission: true,
  explainFinding: false,
  verifySubmission: false,
  returnSubmission: false,
  approveSubmission: true,
  withdrawSubmission: false,
  dropSubmission: false,
  correctSubmission: true,
};
const acts = Object.keys(frozen) as (keyof typeof frozen)[];

const made: Partial<Record<string, Write>> = {};
let version: number;

const ask = (act: string, { actor, path, input, version: of, headers }: Write) =>
  rest(test).ask(act, actor, { commune, ...path }, { version: of, input, headers });

beforeAll(async () => {
  for (const act of acts) made[act] = await makers(test)[act]!();
  const closing = { ...quarter, expectedVersion: 0 };
  ({ version } = await test.app
    .get(PeriodActsService)
    .closePeriod(await test.operator(), closing, { reason: 'Hết quý' }));
});

it("a report's possible acts say what the closing stops", async () => {
  const { id } = made.correctSubmission!.path!;
  const { items } = done(await rest(test).ask('submissionActions', 'clerk', { commune, id }));
  const stopped = items.filter(({ reasons }: Row) => reasons.includes('PERIOD_CLOSED')).map(({ act }: Row) => act);
  expect(stopped).toEqual(acts.filter((act) => act !== 'draftSubmission' && frozen[act]));
});

it('and those of before, which its figures since the beginning of the year count', async () => {
  const { items } = done(await rest(test).ask('periods', 'chairperson', { commune, plan: '2023', first: 50 }));
  const frozenBy = new Map(items.map((each: Row) => [each.period, each.frozenBy]));
  expect(['2023-Q1', '2023-spring', '2023-Q3'].map((period) => frozenBy.get(period))).toEqual([
    '2023-Q2',
    '2023-Q2',
    null,
  ]);
  const input = { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-02', narrative: { done: 'Xong' } };
  const draft = await rest(test).ask('draftSubmission', 'hamlet-1', { commune }, { input });
  expect([draft.code, draft.body.details]).toEqual(['PERIOD_CLOSED', { period: quarter.period }]);
});

it.each([
  ['closePeriod', 'chairperson', '2023-spring', {}],
  ['extendDeadline', 'clerk', '2023-spring', { until: '2024-02-20' }],
  ['reopenPeriod', 'chairperson', '2023-Q1', {}],
])('%s by the %s of %s, which ends before: the later one is reopened first', async (act, actor, period, given) => {
  const { items } = done(await rest(test).ask('periods', actor, { commune, plan: '2023', first: 50 }));
  const at = items.find((each: Row) => each.period === period);
  const asked = { version: at.version, input: { ...given, reason: 'Sửa' } };
  const { code, body } = await rest(test).ask(act, actor, { ...quarter, period }, asked);
  expect([code, body.details]).toEqual(['PERIOD_CLOSED', { period: quarter.period }]);
});

it.each(acts)('%s', async (act) => {
  const { code, body } = await ask(act, made[act]!);
  expect([code, body.details]).toEqual(
    frozen[act] ? ['PERIOD_CLOSED', { period: quarter.period }] : [undefined, undefined],
  );
});

it.each(acts.filter((act) => frozen[act]))('control: %s is done again once it is reopened', async (act) => {
  if (version > 0) {
    const reopening = { ...quarter, expectedVersion: version };
    await test.app.get(PeriodActsService).reopenPeriod(await test.operator(), reopening, { reason: 'Cộng nhầm' });
    version = 0;
  }
  expect((await ask(act, made[act]!)).code).toBeUndefined();
});
