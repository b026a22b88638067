import { readFileSync, writeFileSync } from 'node:fs';
import { diagram } from '../../src/api/workflow.js';
import {
  drafted as putForward,
  nominationWorkflow,
  stepsOfOthers,
} from '../../src/commendations/nomination.workflow.js';
import { corrected, drafted, submissionWorkflow } from '../../src/submissions/submission.workflow.js';
import { useApp } from '../app.js';

const test = useApp();

/** `npm run contract` writes what this file otherwise compares. */
describe.each([
  ['openapi.json', 'application/json'],
  ['schema.graphql', 'text/plain'],
])('%s', (file, type) => {
  it('is served to anybody, and committed as served', async () => {
    const { status, headers, text } = await test.http().get(`/${file}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain(type);
    if (process.env.CONTRACT === 'write') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

/** What the catalogue's roads make of a nomination: by a meeting, or on a summary. */
const roads = [
  ['APPRAISAL', 'MEETING', 'DECISION'],
  ['APPRAISAL', 'DECISION'],
] as const;

it.each([
  [
    'report',
    diagram(submissionWorkflow, [
      { act: 'draftSubmission, correctSubmission', ...drafted },
      { act: 'approveSubmission of its correction', ...corrected },
    ]),
  ],
  ['nomination', diagram(nominationWorkflow, [{ act: 'nominate', ...putForward }, ...stepsOfOthers(roads)])],
])('the README draws the life of a %s as the table has it', (what, drawn) => {
  const block = new RegExp(`(<!-- drawn by npm run contract: ${what} -->\\n\`\`\`mermaid\\n)[^\`]*(\\n\`\`\`\\n)`);
  const readme = readFileSync('README.md', 'utf8');
  if (process.env.CONTRACT === 'write') writeFileSync('README.md', readme.replace(block, `$1${drawn}$2`));
  expect(block.exec(readFileSync('README.md', 'utf8'))?.[0]).toContain(`\n${drawn}\n`);
});
