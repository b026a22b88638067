import type { Caller } from '../../src/access/caller.js';
import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { CompletenessService } from '../../src/progress/completeness.service.js';
import type { Submission } from '../../src/submissions/submission.entity.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { useApp } from '../app.js';

const test = useApp();
const commune = 'duc-lang';
const plan = '2023-trong-cay';
const unit = 'khu-dan-cu-1';
const indicator = {
  code: 'econ.trees',
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
  reportedBy: { units: [unit], kinds: [] },
} as const;
const document = { type: 'KH', year: 2023, issuer: 'UBND xã', title: 'Kế hoạch trồng cây' };
const reason = 'Cộng nhầm';

let acts: SubmissionActsService;
let operator: Caller;
const on = (day: string) => operator.acting({ on: day });
const at = ({ id, version }: Submission) => ({ commune, id, expectedVersion: version });
const submitted = (report: Submission, day: string) => acts.submitSubmission(on(day), at(report));
const approved = async (report: Submission, day: string) =>
  acts.approveSubmission(on(day), at(await acts.verifySubmission(on(day), at(report), {})), {});
const corrected = ({ id }: Submission, day: string) => acts.correctSubmission(on(day), { commune, id }, { reason });
const draft = (period: string, day: string) =>
  acts.draftSubmission(on(day), commune, {
    plan,
    unit,
    period,
    entries: [{ indicatorCode: indicator.code, reported: '5' }],
  });
const row = async (period: string, asOf: string) => {
  const { items } = await test.app.get(CompletenessService).completeness(operator, { commune, plan }, { period, asOf });
  const { state, reported, estimates, late } = items[1]!;
  return { state, reported, estimates, late };
};

beforeAll(async () => {
  acts = test.app.get(SubmissionActsService);
  operator = await test.operator();
  const [plans, begun] = [test.app.get(PlanActsService), on('2023-01-03')];
  const input = { key: plan, kind: 'MOVEMENT', year: 2023, title: 'Trồng cây', document } as const;
  const { version } = await plans.draftPlan(begun, commune, { ...input, sections: [{ path: '1', title: 'Cây' }] });
  await test.app.get(IndicatorActsService).addIndicator(begun, { commune, plan }, indicator as never);
  const set = await plans.setPlanSettings(begun, { commune, plan, expectedVersion: version }, { dueDays: 5 });
  await plans.issuePlan(begun, { commune, plan, expectedVersion: set.version });
});

// The fifth of February and of March 2023 are Sundays.
let january: Submission;
it('that was returned and is submitted again after its due day is not late', async () => {
  const first = await submitted(await draft('2023-01', '2023-02-03'), '2023-02-03');
  expect(first).toMatchObject({ dueOn: '2023-02-06', late: false });
  const returned = await acts.returnSubmission(on('2023-02-07'), at(first), { reason });
  january = await submitted(returned, '2023-02-10');
  expect(january).toMatchObject({ submittedOn: '2023-02-10', dueOn: '2023-02-06', late: false, estimate: false });
});

it('and so is not its correction', async () => {
  const correction = await submitted(
    await corrected(await approved(january, '2023-02-11'), '2023-03-20'),
    '2023-03-20',
  );
  expect(correction).toMatchObject({ dueOn: '2023-02-06', late: false, estimate: false });
});

let february: Submission;
it('the correction of an estimate is judged by its own day', async () => {
  const estimate = await submitted(await draft('2023-02', '2023-02-20'), '2023-02-20');
  expect(estimate).toMatchObject({ dueOn: '2023-03-06', late: false, estimate: true });
  const correction = await corrected(await approved(estimate, '2023-02-21'), '2023-03-20');
  expect(correction).toMatchObject({ dueOn: null, late: null });
  february = await submitted(correction, '2023-03-20');
  expect(february).toMatchObject({ dueOn: '2023-03-06', late: true, estimate: false });
});

it('a correction on its way counts in place of an estimate', async () => {
  expect(await row('2023-02', '2023-03-19')).toEqual({ state: 'APPROVED', reported: 0, estimates: 1, late: 0 });
  expect(await row('2023-02', '2023-03-20')).toEqual({ state: 'SUBMITTED', reported: 1, estimates: 0, late: 1 });
});

it('a report that was superseded later counts for the days before', async () => {
  await approved(february, '2023-04-01');
  expect(await row('2023-02', '2023-03-19')).toEqual({ state: 'APPROVED', reported: 0, estimates: 1, late: 0 });
  expect(await row('2023-02', '2023-04-01')).toEqual({ state: 'APPROVED', reported: 1, estimates: 0, late: 1 });
});
