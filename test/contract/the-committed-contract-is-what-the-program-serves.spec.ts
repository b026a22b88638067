import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { diagram } from '../../src/api/workflow.js';
import { awardWorkflow } from '../../src/commendations/award.workflow.js';
import { decisionWorkflow } from '../../src/commendations/decision.workflow.js';
import {
  drafting as nominating,
  nominationWorkflow,
  stepsOfOthers,
} from '../../src/nominations/nomination.workflow.js';
import { scoreSheetWorkflow } from '../../src/standings/score-sheet.workflow.js';
import { publicationWorkflow } from '../../src/standings/publication.workflow.js';
import { schemeWorkflow } from '../../src/standings/scheme.workflow.js';
import { consultationWorkflow, hanging } from '../../src/consultations/consultation.workflow.js';
import { accepting, complaintWorkflow } from '../../src/complaints/complaint.workflow.js';
import { objectionWorkflow, raising } from '../../src/consultations/objection.workflow.js';
import { registrationWorkflow } from '../../src/facts/registration.workflow.js';
import { opening, roundWorkflow } from '../../src/nominations/round.workflow.js';
import { meetingWorkflow } from '../../src/councils/meeting.workflow.js';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/entities.js';
import { planWorkflow } from '../../src/indicators/plan.workflow.js';
import { periodWorkflow } from '../../src/periods/period.workflow.js';
import { drafting, submissionWorkflow, supersession } from '../../src/submissions/submission.workflow.js';
import { remarkWorkflow } from '../../src/remarks/remark.workflow.js';
import { unitWorkflow } from '../../src/units/unit.workflow.js';
import { useApp } from '../app.js';
import { dataModel } from './data-model.js';
import { sqlFunctions } from './sql-functions.js';

const test = useApp();

/** `npm run contract` writes what this file otherwise compares. */
const writes = process.env.CONTRACT === 'write';

describe.each([
  ['openapi.json', 'application/json'],
  ['schema.graphql', 'text/plain'],
])('%s', (file, type) => {
  it('is served to anybody, and committed as served', async () => {
    const { status, headers, text } = await test.http().get(`/${file}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain(type);
    if (writes) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

/** Roads of the catalogue for a nomination: by a meeting, or on a summary. */
const roads = [
  ['APPRAISAL', 'MEETING', 'DECISION'],
  ['APPRAISAL', 'DECISION'],
] as const;

it.each([
  ['plan', diagram(planWorkflow, [{ act: 'draftPlan', to: 'DRAFT' }])],
  ['period', diagram(periodWorkflow, [{ act: 'the calendar of its plan', to: 'OPEN' }])],
  ['unit', diagram(unitWorkflow, [{ act: 'addUnit', to: 'VALID' }])],
  [
    'report',
    diagram(submissionWorkflow, [
      { act: 'draftSubmission, correctSubmission', ...drafting },
      { act: 'approveSubmission of its correction', ...supersession },
    ]),
  ],
  ['remark', diagram(remarkWorkflow, [{ act: 'addRemark', to: 'OPEN' }])],
  ['scheme', diagram(schemeWorkflow, [{ act: 'draftScheme', to: 'DRAFT' }])],
  ['sheet', diagram(scoreSheetWorkflow, [{ act: 'selfScore', to: 'DRAFT' }])],
  ['table of standings', diagram(publicationWorkflow, [{ act: 'scoreStandings', to: 'CANDIDATE' }])],
  ['registration', diagram(registrationWorkflow, [{ act: 'registerEmulation', to: 'REGISTERED' }])],
  ['consultation', diagram(consultationWorkflow, [{ act: 'openConsultation', ...hanging }])],
  ['objection', diagram(objectionWorkflow, [{ act: 'raiseObjection', ...raising }])],
  ['round', diagram(roundWorkflow, [{ act: 'openRound', ...opening }])],
  ['nomination', diagram(nominationWorkflow, [{ act: 'nominate', ...nominating }, ...stepsOfOthers(roads)])],
  [
    'meeting',
    diagram(meetingWorkflow, [
      { act: 'conveneMeeting', to: 'CONVENED' },
      { act: 'recordHeldMeeting', to: 'CLOSED' },
    ]),
  ],
  ['decision', diagram(decisionWorkflow, [{ act: 'draftDecision', to: 'DRAFT' }])],
  ['award', diagram(awardWorkflow, [{ act: 'signDecision, recordAward', to: 'GRANTED' }])],
  ['complaint', diagram(complaintWorkflow, [{ act: 'complain', ...accepting }])],
])('docs/workflows.md draws the workflow of %s as the table has it', (what, drawn) => {
  const file = 'docs/workflows.md';
  const block = new RegExp(`(<!-- drawn by npm run contract: ${what} -->\\n\`\`\`mermaid\\n)[^\`]*(\\n\`\`\`\\n)`);
  if (writes) writeFileSync(file, readFileSync(file, 'utf8').replace(block, `$1${drawn}$2`));
  expect(block.exec(readFileSync(file, 'utf8'))?.[0]).toContain(`\n${drawn}\n`);
});

it('docs/data-model.md draws the tables as the migrations make them', async () => {
  const file = 'docs/data-model.md';
  const mark = '<!-- drawn by npm run contract: all below -->\n';
  const { source } = test.app.get(Database);
  const drawn = await dataModel(
    test.admin,
    entities.map((entity) => source.getMetadata(entity)),
  );
  if (writes) writeFileSync(file, readFileSync(file, 'utf8').split(mark)[0] + mark + drawn);
  expect(readFileSync(file, 'utf8').split(mark)[1]).toBe(drawn);
});

it('migrations/functions/ has each SQL function as the migrations leave it', async () => {
  const directory = 'migrations/functions';
  const current = await sqlFunctions(test.admin);
  if (writes) for (const [name, text] of current) writeFileSync(`${directory}/${name}.sql`, text);
  const words = (text: string) => text.split(/\s+/).join(' ');
  expect(readdirSync(directory).sort()).toEqual([...current.keys()].map((name) => `${name}.sql`));
  for (const [name, text] of current) expect(words(readFileSync(`${directory}/${name}.sql`, 'utf8'))).toBe(words(text));
});
