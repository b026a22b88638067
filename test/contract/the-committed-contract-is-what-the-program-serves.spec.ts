import { readFileSync, writeFileSync } from 'node:fs';
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
