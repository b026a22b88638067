import { readFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { buildClientSchema, printSchema } from 'graphql';
import { as, useApp } from '../app.js';
import { sdl } from '../contract/contract.js';

const test = useApp();
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const pages = [
  '/',
  '/?lang=en',
  '/communes/duc-lang?period=2023',
  '/communes/nowhere',
  '/docs',
  '/docs?lang=en',
  '/docs/rights',
  '/docs/rights?lang=x',
  '/graphql',
  '/graphql?query=%7B%20me%20%7B%20key%20%7D%20%7D',
  '/verify',
  '/verify/a/b',
];

/** Every address a page loads or links to. */
const addresses = (html: string) =>
  [...html.matchAll(/\b(?:src|href|action)\s*=\s*"([^"]*)"/g)].map(([, address]) => address as string);
const own = 'https://xa.example/thi-dua';
/** Where an address leads from a page of a program that stands behind a proxy, below a path. */
const target = (address: string, page: string) => new URL(address, `${own}${page}`).href;
const leaves = (page: string) => (address: string) =>
  address !== 'data:,' && !target(address, page).startsWith(`${own}/`);

it.each(pages)('%s answers a browser, asks this host alone, and what it asks for is there', async (page) => {
  const { headers, text } = await test.http().get(page).set(browser);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; (?!.*https?:)(?!.*unsafe-eval)(?!.*script-src[^;]*unsafe)/,
  );
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+="|url\(|@import/);
  const found = addresses(text);
  expect(found.length).toBeGreaterThan(1);
  expect(found.filter(leaves(page))).toEqual([]);
  const targets = new Set(found.filter((each) => each !== 'data:,').map((each) => target(each, page).split('#')[0]!));
  for (const each of targets)
    expect([each, (await test.http().get(each.slice(own.length)).set(browser)).status]).toEqual([each, 200]);
});

it('control: an address elsewhere is seen', () => {
  expect(
    addresses(
      '<a href="https://example.org/"><script src="//cdn.example/x.js"></script><link href="http://x"><a href="/docs">',
    ).filter(leaves('/docs')),
  ).toHaveLength(4);
});

it('what the scripts load later is there, with its type', async () => {
  for (const worker of ['graphql', 'json', 'editor']) {
    const { status, headers, text } = await test.http().get(`/docs/graphiql-${worker}-worker.js`);
    expect([status, headers['content-type'], text.length > 100_000]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      true,
    ]);
  }
  for (const none of ['package.json', '..%2Fpackage.json', '__proto__', 'constructor'])
    expect((await test.http().get(`/docs/${none}`)).status).toBe(404);
});

it('GraphiQL gets the schema without a key', async () => {
  const { body } = await test.http().get('/docs/introspection.json');
  expect(printSchema(buildClientSchema(body.data))).toBe(printSchema(sdl()));
});

it('whoever does not ask for HTML gets GraphQL', async () => {
  const query = '{ me { key } }';
  const got = await test
    .http()
    .get('/graphql')
    .query({ query })
    .set({ ...as(test, 'clerk'), 'apollo-require-preflight': 'x' });
  expect(got.body).toEqual({ data: { me: { key: 'clerk' } } });
  const posted = await test
    .http()
    .post('/graphql')
    .set({ ...as(test, 'clerk'), ...browser })
    .send({ query });
  expect(posted.body).toEqual({ data: { me: { key: 'clerk' } } });
});

it('the test vector of the chain is served', async () => {
  const { status, body } = await test.http().get('/docs/chain-vector.json');
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(readFileSync('test/contract/chain-vector.json', 'utf8')));
});

it('the page at / leads to both', async () => {
  expect(addresses((await test.http().get('/')).text)).toEqual(expect.arrayContaining(['./docs', './graphql']));
});

it.each(['/docs/graphiql.js', '/docs/swagger-ui.js', '/docs/introspection.json', '/openapi.json', '/schema.graphql'])(
  '%s is one buffer for all, sent compressed, and not sent to whoever has it or asks for its head',
  async (path) => {
    const sent = jest.spyOn(ServerResponse.prototype, 'end');
    const ask = async (method: 'get' | 'head', headers: Record<string, string> = {}) => {
      sent.mockClear();
      const answer = await test.http()[method](path).set(headers);
      return { ...answer, status: answer.status, headers: answer.headers, bytes: sent.mock.calls[0]?.[0] as unknown };
    };
    const plain = { 'accept-encoding': 'identity' };
    const [first, second, packed] = [await ask('get', plain), await ask('get', plain), await ask('get')];
    expect(Buffer.isBuffer(first.bytes)).toBe(true);
    expect(second.bytes === first.bytes).toBe(true);
    expect([packed.headers['content-encoding'], first.headers['content-encoding']]).toEqual(['gzip', undefined]);
    expect(gunzipSync(packed.bytes as Buffer).equals(first.bytes as Buffer)).toBe(true);
    expect(first.headers.vary).toMatch(/Accept-Encoding/);
    const { etag = '' } = first.headers as Record<string, string>;
    const known = await ask('get', { 'if-none-match': etag });
    const head = await ask('head', plain);
    expect([known.status, known.bytes, head.status, head.bytes]).toEqual([304, null, 200, null]);
    expect(head.headers['content-length']).toBe(String((first.bytes as Buffer).length));
    sent.mockRestore();
  },
);
