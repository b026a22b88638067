import { readFileSync } from 'node:fs';
import { Clock } from '../../src/access/clock.js';
import { withServices } from '../../src/installation.js';
import { RegistryService } from '../../src/communes/registry.service.js';
import { useApp } from '../app.js';

const test = useApp('empty');
const sampled = useApp('sample');
const browser = { accept: 'text/html' };
const read = (html: string) => html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const sample = /duc-lang|xa-mau|xa-khac|Đức Lạng|Xã Mẫu|keys\.json/;

/** The document that GraphiQL opens with, and its answer. */
async function opened({ http }: Pick<typeof test, 'http'>) {
  const { text } = await http().get('/graphql').set(browser);
  const query = read(/data-query="([^"]*)"/.exec(text)?.[1] ?? '');
  const { body } = await http().post('/graphql').send({ query });
  return { query, body };
}

it('no page of a program without the sample names it, before and after its first commune', async () => {
  const pages = ['/', '/docs', '/docs?lang=en', '/docs/rights', '/graphql', '/docs/graphiql-start.js', '/verify'];
  const shown = async () => {
    const texts = await Promise.all(pages.map(async (page) => (await test.http().get(page).set(browser)).text));
    return texts.map((text) => sample.exec(text)?.[0]);
  };
  expect(await shown()).toEqual(pages.map(() => undefined));
  const none = await opened(test);
  expect([none.query, none.body.errors]).toEqual([expect.stringContaining('awardForms'), undefined]);
  const commune = { key: 'son-kim', name: 'xã Sơn Kim', kindText: 'xã' };
  const operator = await test.operator();
  await withServices(test.database.ownerUrl, new Clock(), (app) =>
    app.get(RegistryService).addCommune(operator, commune),
  );
  expect(await shown()).toEqual(pages.map(() => undefined));
  const { query, body } = await opened(test);
  expect(query).toContain('plans(commune: "son-kim"');
  expect(body).toEqual({ data: { commune: { name: 'xã Sơn Kim' }, plans: { nodes: [] } } });
});

it('control: the sample is named where it is, and GraphiQL opens with a commune of it', async () => {
  expect((await sampled.http().get('/').set(browser)).text).toContain('keys.json');
  const { body } = await opened(sampled);
  expect(body.errors).toBeUndefined();
  expect(body.data.plans.nodes[0].indicators.nodes.length).toBeGreaterThan(0);
  expect(readFileSync('src/pages/graphiql.page.ts', 'utf8')).not.toMatch(sample);
});
