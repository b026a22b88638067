import { linkOf, leafOf } from '../../src/exchange/chain.js';
import { useApp } from '../app.js';
import { rest, type Row } from '../doors.js';
import { filesOf, useExchange } from '../exchange.js';

const test = useApp();
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

async function amend() {
  const { body } = await rest(test).indicator('clerk', 'duc-lang', '2023', 'econ.rice.area');
  expect(
    (
      await rest(test).amendIndicator('clerk', 'duc-lang', '2023', 'econ.rice.area', body.version, {
        assessedBy: `lần ${body.version}`,
        reason: 'Sửa',
      })
    ).status,
  ).toBe(200);
}

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
      rice(items).leaf = leafOf(rice(items));
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
    { commune: 'duc-lang', changes: 0, position: 0, failure: expect.stringMatching(why) },
    { commune: 'xa-mau', changes: expect.any(Number), position: expect.any(Number) },
  ]);
  const files = Object.keys(filesOf(district.into));
  expect(files.filter((name) => name.startsWith('duc-lang'))).toEqual([]);
  expect(files).toContain('xa-mau/cursor.json');
});

it('from a history that was written anew, each hash right, but does not continue ours', async () => {
  await district.pull();
  const before = filesOf(district.into);
  await amend();
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
  expect(first?.failure).toMatch(/does not continue ours/);
  const after = filesOf(district.into);
  expect({ ...after, '.heads.json': '' }).toEqual({ ...before, '.heads.json': '' });

  // The honest server is believed again.
  expect((await district.pull())[0]).toEqual({ commune: 'duc-lang', changes: 1, position: expect.any(Number) });
});
