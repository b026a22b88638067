import { readFileSync } from 'node:fs';
import { readRequests, sendRequests } from '../../.ci/http-document.mjs';
import { useApp } from '../app.js';

const test = useApp();

it('nominations.http: from a round to an award that anybody can verify', async () => {
  const { variables, requests } = readRequests(readFileSync('examples/nominations.http', 'utf8'));
  variables.set('url', await test.app.getUrl());
  const answers = await sendRequests(
    { variables, requests },
    { environment: (name) => test.keys[name.toLowerCase()]! },
  );
  expect(answers.get('awards')!.body.items[0]).toMatchObject({
    unitCode: 'khu-dan-cu-6',
    type: 'SUDDEN',
    daysToDecision: 3,
  });
  expect(answers.get('page')!.text).toContain('Giấy khen');
});
