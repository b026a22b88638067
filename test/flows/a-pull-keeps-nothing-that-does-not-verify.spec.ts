import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { jcs, linkOf, leafOf, type Change } from '../../src/exchange/chain.js';
import { useApp } from '../app.js';
import { rest, type Row } from '../doors.js';
import { amendRice, filesOf, useExchange } from '../exchange.js';

/** Without remembered answers: a journal that is changed by hand moves no head. */
const test = useApp('sample', 0);
const district = useExchange(test);

/** A server in between that changes the JSON of some answers. */
const forging =
  (part: string, forge: (body: Row) => void): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (!String(input).includes(part) || response.status !== 200) return response;
    const body = (await response.json()) as Row;
    forge(body);
    return new Response(JSON.stringify(body), { headers: response.headers });
  };

const rice = (items: Row[]) => items.find(({ data }) => data?.code === 'econ.rice.area')!;

/** Each forger is cleverer than the one before. */
const forgers: [string, string, (body: Row) => void, RegExp][] = [
  [
    'changes a figure',
    'duc-lang/changes?',
    ({ items }) => (rice(items).data.target = '171.8'),
    /does not give its leaf/,
  ],
  [
    'changes a figure and its leaf',
    'duc-lang/changes?',
    ({ items }) => {
      rice(items).data.target = '171.8';
      rice(items).leaf = leafOf(rice(items) as Change);
    },
    /the feed left out/,
  ],
  [
    'changes a reason or a name',
    'duc-lang/changes?',
    ({ items }) => (items[0].personal['/actor'].value = 'clerk'),
    /does not give its commitment/,
  ],
  ['leaves a change out', 'duc-lang/changes?', ({ items }) => items.splice(5, 1), /the feed left out/],
  ['adds a change', 'duc-lang/changes?', ({ items }) => items.push(structuredClone(items.at(-1))), /does not show/],
  ['leaves a position out', 'duc-lang/changes/proof', ({ positions }) => positions.splice(5, 1), /left out|missing/],
  [
    'hides what was pulled',
    'duc-lang/changes/proof',
    ({ positions }) =>
      (positions[3].items = positions[3].items.map(({ position, item, leaf }: Row) => ({ position, item, leaf }))),
    /left out/,
  ],
  ['tells another head', 'duc-lang/changes?', ({ head }) => (head.hash = 'f'.repeat(64)), /the chain ends at/],
];

it.each(forgers)('from somebody in between who %s', async (_, part, forge, why) => {
  const pulled = await district.pull({ fetch: forging(part, forge) });
  expect(pulled).toEqual([
    { commune: 'duc-lang', changes: 0, position: 0, unverified: expect.stringMatching(why) },
    { commune: 'xa-mau', changes: expect.any(Number), position: expect.any(Number) },
  ]);
  const files = Object.keys(filesOf(district.into));
  expect(files.filter((name) => name.startsWith('duc-lang'))).toEqual([]);
  expect(files).toContain('xa-mau/cursor.json');
});

/** The proof of a superior's revoked award, with its lines by kind. */
const hiding = (forge: (line: Row, body: Row) => Row) =>
  forging('xa-mau/changes', (body) => {
    if (body.items) body.items = body.items.filter(({ kind }: Row) => kind !== 'award.revoked');
    for (const position of body.positions ?? [])
      position.items = position.items.map((line: Row) => (line.kind === 'award.revoked' ? forge(line, body) : line));
  });
/** The content of a line, hashed as docs/contract.md says. */
const contentOf = ({ kind, type, recordId, version, on, at, actor, reason, data }: Row) =>
  createHash('sha256')
    .update(jcs({ kind, type, recordId, version, on, at, actor, reason, ...(data && { data }) }))
    .digest('hex');
const hidden = ({ position, item, form, op, seen, leaf, ...line }: Row) => ({
  position,
  item,
  form,
  op,
  seen,
  content: contentOf(line),
  leaf,
});

/** Each server that hides a revocation is cleverer than the one before; the last one must say what the key sees. */
it.each<[string, (line: Row, body: Row) => Row, RegExp | undefined]>([
  [
    'hides it as a line of form 1',
    ({ position, item, leaf }) => ({ position, item, leaf }),
    /the header of a hidden one/,
  ],
  [
    'says that it was always INSIDE',
    (line) => ({ ...hidden(line), seen: { before: 'INSIDE', after: 'INSIDE' } }),
    /hidden item \d+ does not give its leaf/,
  ],
  ['hides it under its own header', hidden, /hidden, and SUPERIOR is shown such a change/],
  ['says that the key sees less', (line, body) => ((body.sees = 'PUBLIC'), hidden(line)), /hidden, and PUBLIC/],
])('from a server that %s', async (_, forge, why) => {
  const pulled = await district.pull({ fetch: hiding(forge) });
  expect(pulled.map(({ unverified }) => unverified)).toEqual([undefined, expect.stringMatching(why!)]);
  expect(Object.keys(filesOf(district.into)).filter((name) => name.startsWith('xa-mau'))).toEqual([]);
});

it('from a journal in which the audience of a revocation was changed by hand', async () => {
  const honest = await district.pull();
  rmSync(district.into, { recursive: true });
  test.exceptFromAudit('award');
  const { rowCount } = await test.admin.query(
    `update change set seen_before = 'INSIDE', seen_after = 'INSIDE' where kind = 'award.revoked'`,
  );
  expect(rowCount).toBe(1);
  const feed = await rest(test).changes('district', 'xa-mau');
  expect(feed.body.items.map(({ kind }: Row) => kind)).not.toContain('award.revoked');
  const [, forged] = await district.pull();
  expect(forged).toEqual({
    commune: 'xa-mau',
    changes: 0,
    position: 0,
    unverified: expect.stringMatching(/hidden item \d+ does not give its leaf/),
  });
  expect(honest.map(({ unverified }) => unverified)).toEqual([undefined, undefined]);
});

it('from a history that was written anew, each hash right, but does not continue ours', async () => {
  await district.pull();
  const before = filesOf(district.into);
  await amendRice(test);
  const other = linkOf('0'.repeat(64), 1, []);
  const rewriting = forging('duc-lang/changes/proof', (body) => {
    body.previous = other;
    for (const position of body.positions)
      position.hash = linkOf(
        other,
        position.position,
        position.items.map(({ leaf }: Row) => leaf),
      );
  });
  const [first] = await district.pull({ fetch: rewriting });
  expect(first?.unverified).toMatch(/does not continue ours/);
  const after = filesOf(district.into);
  expect({ ...after, '.heads.json': '' }).toEqual({ ...before, '.heads.json': '' });

  // The honest server is believed again.
  expect((await district.pull())[0]).toEqual({ commune: 'duc-lang', changes: 1, position: expect.any(Number) });
});
