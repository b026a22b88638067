import { jest } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { communeKey } from '../../bench/communes.mjs';
import { works, type Work } from '../../bench/works.mjs';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';

/** Statements are put together from parts; here they stand whole, for review. `npm run contract` writes them. */
const folder = 'test/queries/sql';
const writes = process.env.CONTRACT === 'write';

const test = useApp('sample', 0);
const commune = 'duc-lang';

/** A statement as its source has it, with a line for each column of a list. */
function readable(text: string): string {
  const lines = text.trim().split('\n');
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]));
  const left = Math.min(...indents, Infinity);
  return [lines[0], ...lines.slice(1).map((line) => line.slice(left))]
    .join('\n')
    .replace(/(?<= as "\w+"), /g, ',\n  ')
    .replace(/[ \t]+$/gm, '');
}

/** Statements that the reads of a request send, by name. */
async function statementsOf(send: () => Promise<void>): Promise<string> {
  const rows = jest.spyOn(test.app.get(Database), 'rows');
  await send();
  const sent = new Set(rows.mock.calls.map(([name, text]) => `-- ${name}\n${readable(text)};\n`));
  rows.mockRestore();
  return [...sent].sort().join('\n');
}

async function filesOf(work: Work): Promise<[name: string, text: string][]> {
  const { rest, graphql, variables } = work;
  const here = (text: string) => text.replaceAll(communeKey(1), commune);
  const headers = as(test, work.key === 'chair' ? 'chairperson' : 'district');
  const name = work.name.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');
  const files: [string, string][] = [];
  if (rest)
    files.push([
      `${name}.rest.sql`,
      await statementsOf(async () => void (await test.http().get(here(rest)).set(headers).expect(200))),
    ]);
  if (graphql)
    files.push([
      `${name}.graphql.sql`,
      await statementsOf(async () => {
        const asked = { query: here(graphql), variables };
        const { body } = await test.http().post('/graphql').set(headers).send(asked).expect(200);
        expect(body.errors).toBeUndefined();
      }),
    ]);
  return files;
}

it('through both doors, as the files have them', async () => {
  const get = (path: string) => test.http().get(`/v1/communes/${commune}/${path}`).set(as(test, 'district'));
  const { body: results } = await get('results?first=1');
  const { body: feed } = await get('changes?first=1');
  const { body: awards } = await get('awards?first=1');
  const asked = works({
    result: results.items[0].id,
    communeId: 1,
    cursor: { text: feed.cursor, position: 0, item: 0 },
    etag: '',
    award: { id: awards.items[0].id, commune, communeId: 1 },
    progress: { commune, communeId: 1, plan: '2023' },
  });
  const files: Record<string, string> = {};
  for (const work of asked) Object.assign(files, Object.fromEntries(await filesOf(work)));
  expect(Object.keys(files).length).toBeGreaterThan(10);
  expect(Object.entries(files).filter(([, text]) => !text.includes('select'))).toEqual([]);
  if (writes) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  }
  const committed = existsSync(folder) ? readdirSync(folder) : [];
  expect(Object.fromEntries(committed.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))).toEqual(files);
});

it('control: a statement that changes is another text', () => {
  expect(readable('select x.id as "id"\n      from result x')).toBe('select x.id as "id"\nfrom result x');
  expect(readable('select x.id as "id"\n      from unit x')).not.toBe('select x.id as "id"\nfrom result x');
});
