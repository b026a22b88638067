import { keyWorkflow } from '../../src/actors/key.workflow.js';
import type { WorkflowStep } from '../../src/api/workflow.js';
import { awardWorkflow } from '../../src/commendations/award.workflow.js';
import { decisionWorkflow } from '../../src/commendations/decision.workflow.js';
import { meetingWorkflow } from '../../src/councils/meeting.workflow.js';
import { indicatorWorkflow } from '../../src/indicators/indicator.workflow.js';
import { planWorkflow } from '../../src/indicators/plan.workflow.js';
import { nominationWorkflow } from '../../src/nominations/nomination.workflow.js';
import { periodWorkflow } from '../../src/periods/period.workflow.js';
import { scoreSheetWorkflow } from '../../src/standings/score-sheet.workflow.js';
import { publicationWorkflow } from '../../src/standings/publication.workflow.js';
import { schemeWorkflow } from '../../src/standings/scheme.workflow.js';
import { roundWorkflow } from '../../src/nominations/round.workflow.js';
import { submissionWorkflow } from '../../src/submissions/submission.workflow.js';
import { complaintWorkflow } from '../../src/complaints/complaint.workflow.js';
import { consultationWorkflow } from '../../src/consultations/consultation.workflow.js';
import { registrationWorkflow } from '../../src/facts/registration.workflow.js';
import { remarkWorkflow } from '../../src/remarks/remark.workflow.js';
import { unitWorkflow } from '../../src/units/unit.workflow.js';
import { useApp } from '../app.js';
import { done, rest } from '../doors.js';
import { makers } from './writes.js';

const test = useApp();
const commune = 'duc-lang';

const workflows: Readonly<Record<string, Readonly<Record<string, WorkflowStep<string>>>>> = {
  keyWorkflow,
  awardWorkflow,
  complaintWorkflow,
  decisionWorkflow,
  meetingWorkflow,
  planWorkflow,
  publicationWorkflow,
  periodWorkflow,
  nominationWorkflow,
  consultationWorkflow,
  registrationWorkflow,
  remarkWorkflow,
  roundWorkflow,
  schemeWorkflow,
  scoreSheetWorkflow,
  submissionWorkflow,
  unitWorkflow,
};

/** Acts that lead out of every state they are allowed in: done twice, the second is refused. */
const once = Object.values(workflows).flatMap((workflow) =>
  Object.entries(workflow).flatMap(([act, { from, to }]) =>
    typeof to === 'string' && !from.includes(to) ? [[act, to]] : [],
  ),
) as [string, string][];

it('every workflow has such an act', () => {
  for (const workflow of Object.values(workflows)) expect(once.some(([act]) => act in workflow)).toBe(true);
});

it.each(once)('%s twice: 409 STATE with the state and the version', async (act, state) => {
  const { actor, path, input, headers, version } = await makers(test)[act]!();
  const ask = (asked: number) => rest(test).ask(act, actor, { commune, ...path }, { version: asked, input, headers });
  const { version: current } = done(await ask(version!));
  // A unit is valid on its last day: it is closed on the next.
  if (act === 'closeUnit')
    await test.admin.query(`update unit set valid_to = valid_to - 1 where code = $1`, [path!.unit]);
  const { status, code, body } = await ask(current as number);
  expect([status, code, body.details]).toEqual([409, 'STATE', { state, current }]);
});

it.each(Object.keys(indicatorWorkflow))('%s in a closed plan: its own version, the state of the plan', async (act) => {
  const { actor, path, input, version } = await makers(test)[act]!();
  const plan = { plan: path!.plan };
  test.exceptFromAudit('plan', 'unit');
  await test.admin.query(`update plan set state = 'CLOSED', issued_on = '2024-01-01' where key = $1`, [plan.plan]);
  const { status, code, body } = await rest(test).ask(act, actor, { commune, ...path }, { version, input });
  expect([status, code, body.details]).toEqual([409, 'STATE', { state: 'CLOSED', current: version }]);
});
