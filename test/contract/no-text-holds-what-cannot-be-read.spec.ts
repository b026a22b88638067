import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';
import { operations } from './contract.js';
import { table } from './rights/expected.js';
import { textsOf, valueOf } from './texts.js';

const test = useApp();
const id = '019a0000-0000-7000-8000-000000000000';
const places: Row = { id, year: 2024, period: '2024', number: 1, from: '2024-01-01', day: '2024-01-01' };
const actorOf = (operation: string) => {
  const { may } = table[operation]!;
  return may === 'PUBLIC' ? 'clerk' : may[0];
};
/** The pointer of a text: that of its list where it stands in one. */
const pointerOf = (at: readonly string[]) => `/${(at.at(-1) === '0' ? at.slice(0, -1) : at).join('/')}`;
const pointsAt = ({ errors }: Row, pointer: string): string[] =>
  (errors ?? []).flatMap((each: Row) => (each.pointer === pointer ? [each.code] : []));

/** Codes of the points against each text of each body, where it holds these characters. */
async function sent(characters: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { operationId, method, path, requestBody } of operations().filter((each) => table[each.operationId])) {
    const schema = requestBody?.content['application/json']?.schema as Row | undefined;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? 'duc-lang'));
    for (const at of schema ? textsOf(schema) : []) {
      const payload = valueOf(schema as Row, at, characters) as object;
      const headers = { ...as(test, actorOf(operationId)), 'if-match': '"1"' };
      const answer = await test.app.inject({ method: method as 'POST', url, payload, headers });
      found.set(`${operationId} ${at.join('/')}`, pointsAt(answer.json(), pointerOf(at)));
    }
  }
  return found;
}

it('the program refuses a lost letter in every text of every body, and says where', async () => {
  const found = await sent('Tr\ufffdn');
  expect(found.size).toBeGreaterThan(150);
  expect([...found].filter(([, codes]) => codes.length === 0).map(([place]) => place)).toEqual([]);
  expect([...found].filter(([, codes]) => codes.includes('character')).length).toBeGreaterThan(100);
});

it('a blank text is none, in every prose and every line', async () => {
  const found = await sent('Trân');
  const written = [...found].filter(([, codes]) => codes.length === 0).map(([place]) => place);
  const blank = await sent(' \u200b\r\n');
  const codes = new Set(written.flatMap((place) => blank.get(place) ?? []));
  expect(codes).toEqual(new Set(['blank']));
});
