import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../../src/api/kinds.js';
import { lengths } from '../../src/api/list-lengths.js';
import { pageSize } from '../../src/api/lists.js';
import { limits } from '../../src/limits/limits.js';
import { guide } from '../../src/pages/guide.js';
import { defaultRateLimit } from '../../src/settings.js';

const read = (path: string) => readFileSync(path, 'utf8');
const numbersOf = (text: string) => text.match(/\d[\d,]*\d|\d/g) ?? [];
const shown = (numbers: readonly number[]) => numbers.map((each) => each.toLocaleString('en'));
/** The rows of the first table under a heading, as cells. */
function tableUnder(heading: string, text: string): string[][] {
  const [, section = ''] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const lines = section.slice(section.indexOf('|')).split('\n');
  const rows = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  );
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

it("the guide's numbers are the limits", () => {
  const [, , html = ''] = guide({ rights: '', spreadsheets: '' }).find(([id]) => id === 'limits') ?? [];
  const { body, file, url, tokens, depth, fields, aliases, rootFields, directives, cost } = limits;
  const statuses = ['429', '413', '405', '415', '400'];
  const numbers = numbersOf(html).filter((each) => !statuses.includes(each));
  const ofGraphql = [tokens, depth, fields, aliases, rootFields, directives, cost];
  expect(numbers).toEqual(shown([defaultRateLimit, body, file, pageSize.most, lengths.usual, url, ...ofGraphql]));
});

it('the limits of docs/contract.md are those of the code', () => {
  const rows = new Map(tableUnder('Limits', read('docs/contract.md')).map(([what = '', limit = '']) => [what, limit]));
  const { body, bodyDepth, file, documentFiles, url, head, headers, requestsPerConnection } = limits;
  const { tokens, depth, fields, aliases, rootFields, directives, cost, uploadTimeout, requestTimeout } = limits;
  const limitOf = (what: string) => numbersOf(rows.get(what) ?? '');
  expect([...rows].find(([what]) => what.startsWith('requests a minute'))?.[1]).toBe(
    `\`RATE_LIMIT\`, ${defaultRateLimit}`,
  );
  expect(limitOf('requests answered at once')).toEqual(shown([requestsPerConnection]));
  expect(limitOf('body')).toEqual(shown([body]));
  expect(limitOf('depth of a body')).toEqual(shown([bodyDepth]));
  expect(limitOf('file').slice(0, 3)).toEqual(shown([file, uploadTimeout / 60_000, documentFiles]));
  expect(limitOf('address')).toEqual(shown([url]));
  expect(limitOf('request line and headers')).toEqual(shown([head, headers]));
  expect(limitOf('a whole request')).toEqual(shown([requestTimeout / 1_000]));
  expect(limitOf('a list that is sent')).toEqual(shown([lengths.usual]));
  expect(limitOf('a page')[0]).toBe(String(pageSize.most));
  const graphql = [tokens, depth, fields, aliases, rootFields, directives, cost];
  expect(limitOf('GraphQL document')).toEqual(shown(graphql));
});

it('the operations of docs/contract.md are those of openapi.json', () => {
  const { paths } = JSON.parse(read('openapi.json')) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const offered = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId }) => operationId ?? []),
  );
  const named = tableUnder('Operations', read('docs/contract.md')).flatMap(([, names = '']) => names.split(', '));
  expect(named.map((name) => name.replace(/\\\*$/, '')).sort()).toEqual([...new Set(offered)].sort());
});

it('the kinds of docs/contract.md are those of the code', () => {
  const named = tableUnder('Kinds', read('docs/contract.md')).flatMap(([types = '', words = '']) =>
    words.split('; ').flatMap((part) => {
      const [type, list] = part.includes(': ') ? part.split(': ') : [types, part];
      return (list ?? '').split(', ').map((word) => `${type}.${word}`);
    }),
  );
  expect(named.sort()).toEqual([...kinds].sort());
});

it('a document that the code cites has the heading', () => {
  const sources = ['src', 'migrations', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  const cited = sources.flatMap((path) =>
    [...read(path).matchAll(/docs\/(\w+\.md) "([^"]+)"|docs\/(\w+\.md)((?:,? §[\d.]*\d)+)/g)].flatMap(
      ([, named, heading, numbered, sections]) =>
        named !== undefined
          ? [{ path, document: named, heading: heading as string }]
          : [...(sections ?? '').matchAll(/§([\d.]*\d)/g)].map(([, section]) => ({
              path,
              document: numbered as string,
              heading: section as string,
            })),
    ),
  );
  const headings = (document: string) =>
    [...read(`docs/${document}`).matchAll(/^#+ (\S+.*)$/gm)].map(([, text]) => text as string);
  expect(cited.length).toBeGreaterThan(3);
  expect(
    cited.filter(
      ({ document, heading }) =>
        !headings(document).some(
          (text) => text === heading || text.startsWith(`${heading} `) || text.startsWith(`${heading}. `),
        ),
    ),
  ).toEqual([]);
});
