import { readFileSync } from 'node:fs';
import { readRequests, sendRequests } from '../../.ci/http-document.mjs';
import { useApp } from '../app.js';

const test = useApp();

async function run(example: string) {
  const { variables, requests } = readRequests(readFileSync(`examples/${example}`, 'utf8'));
  variables.set('url', await test.app.getUrl());
  return sendRequests({ variables, requests }, { environment: (name) => test.keys[name.toLowerCase()]! });
}

it('nominations.http: from a round to an award that anybody can verify', async () => {
  const answers = await run('nominations.http');
  expect(answers.get('awards')!.body.items[0]).toMatchObject({
    unitCode: 'khu-dan-cu-6',
    type: 'SUDDEN',
    daysToDecision: 3,
  });
  expect(answers.get('page')!.text).toContain('Giấy khen');
});

it("forward-and-return.http: what goes up comes back by the superior's key alone", async () => {
  const answers = await run('forward-and-return.http');
  expect(answers.get('outcomes')!.body.items).toMatchObject([
    { outcome: 'RETURNED', decidedBy: 'duc-tho' },
    { outcome: 'GRANTED', decidedBy: 'duc-tho', numberText: '135/QĐ-UBND' },
  ]);
  expect(answers.get('awards')!.body.items).toMatchObject([
    { unitCode: 'khu-dan-cu-5', decisionId: null, nominationId: answers.get('granted')!.body.id },
  ]);
});
