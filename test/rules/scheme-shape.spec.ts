import { schemeShapes } from '../../src/standings/scheme-shape.data.js';
import { inVietnamese, schemeRead } from '../../src/standings/scheme-shape.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import * as byClass from './schemes/by-class.js';
import * as landOffice from './schemes/land-office-2022.js';
import * as officials from './schemes/officials-2026.js';
import * as police from './schemes/police-cluster-2025.js';

const isScheme = (value: unknown): value is SchemeRules =>
  value !== null && typeof value === 'object' && 'tree' in value && 'blocks' in value;
/** Units of a commune have codes in small letters. */
const inSmallLetters = ({ blocks, ...rules }: SchemeRules): SchemeRules => ({
  ...rules,
  blocks: blocks.map((block) => ({
    ...block,
    members: block.members.map((member) => ({ ...member, unit: member.unit.toLowerCase() })),
  })),
});
const real = Object.entries({ ...byClass, ...landOffice, ...officials, ...police }).flatMap(
  ([name, value]): [string, SchemeRules][] => (isScheme(value) ? [[name, inSmallLetters(value)]] : []),
);
const [, [, scheme]] = real as [unknown, [string, SchemeRules]];

type Json = Record<string, unknown>;
/** Members at any depth that are as they would be if they were left out. */
const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([name, each]) => each !== null && !(Array.isArray(each) && each.length === 0 && name !== 'cases'),
  );
  return Object.fromEntries(kept.map(([name, each]) => [name, without(each)]));
};
const pointersOf = (sent: unknown) => {
  const read = schemeRead(sent);
  return 'broken' in read ? read.broken.map(({ pointer }) => pointer) : [];
};

it('there are real schemes to read', () => expect(real.length).toBeGreaterThanOrEqual(8));

it.each(real)('%s is read as it is, and as it is when nulls and empty lists are left out', (_, rules) => {
  expect(schemeRead(rules)).toEqual({ rules });
  const most = (name: string) =>
    Object.keys((schemeShapes as unknown as Record<string, { properties: Json }>)[name]!.properties);
  expect(Object.keys(rules).sort()).toEqual(most('SchemeRules').sort());
  const short = without({ ...rules }) as Json;
  expect(schemeRead(short)).toEqual({ rules });
});

it('what is sent is not changed by reading it', () => {
  const sent = {
    blocks: [{ code: 'k', name: 'Khối', members: [{ unit: 'a' }] }],
    tree: { code: 't', name: 'T', max: '100', formula: { kind: 'GIVEN' } },
  };
  const before = structuredClone(sent);
  expect(schemeRead(sent)).toMatchObject({ rules: { tree: { isCeiling: true, weight: '1', children: [] } } });
  expect(sent).toEqual(before);
});

it.each<[string, (of: Json) => unknown, string]>([
  ['no object', () => 'x', '/rules'],
  ['no tree', (of) => ({ ...of, tree: undefined }), '/rules'],
  ['a member of another name', (of) => ({ ...of, points: [] }), '/rules'],
  [
    'a number in place of a decimal',
    (of) => ({ ...of, tree: { ...(of['tree'] as Json), max: 100 } }),
    '/rules/tree/max',
  ],
  [
    'a formula of no known kind',
    (of) => ({ ...of, tree: { ...(of['tree'] as Json), formula: { kind: 'MAGIC' } } }),
    '/rules/tree/formula',
  ],
  [
    'a formula without what it asks for',
    (of) => ({ ...of, tree: { ...(of['tree'] as Json), formula: { kind: 'COUNT' } } }),
    '/rules/tree/formula',
  ],
  [
    'a day that is none',
    (of) => ({ ...of, blocks: [{ code: 'k', name: 'K', members: [{ unit: 'a', from: '2023-02-30' }] }] }),
    '/rules/blocks/0/members/0/from',
  ],
])('%s is told where it stands', (_, change, pointer) =>
  expect(pointersOf(change(structuredClone(scheme) as unknown as Json))).toContain(pointer),
);

it('every kind of fault in a shape has its sentence in Vietnamese, with what it names', () => {
  const annotations = ['$ref', 'default', 'description', 'items', 'nullable', 'oneOf', 'properties', 'title'];
  const keywords = new Set<string>();
  const walk = (schema: unknown, isSchema = true): void => {
    if (schema === null || typeof schema !== 'object') return;
    for (const [name, each] of Object.entries(schema)) {
      if (isSchema && !Array.isArray(schema)) keywords.add(name);
      if (['items', 'oneOf'].includes(name) || Array.isArray(schema)) walk(each);
      else if (!isSchema || name === 'properties') walk(each, name !== 'properties');
    }
  };
  walk(schemeShapes, false);
  expect([...keywords].filter((name) => !annotations.includes(name) && !(name in inVietnamese))).toEqual([]);

  const wrong = { ...scheme, tree: { ...scheme.tree, max: '1,5', extra: 1, formula: { kind: 'JUDGED' } } };
  const read = schemeRead(wrong);
  expect('broken' in read && read.broken.map(({ pointer, vi }) => `${pointer} ${vi}`).sort()).toEqual([
    '/rules/tree Mục "extra" không có trong mẫu.',
    '/rules/tree/formula Thiếu mục "reasonBelowMax".',
    '/rules/tree/max Phải là số dạng "1763" hoặc "1763.5".',
  ]);
});

describe('texts are cleaned and judged as those of inputs', () => {
  const withTexts = (name: string, restsOn: string | null = null) => ({
    ...scheme,
    tree: { ...scheme.tree, name, restsOn },
  });

  it.each([
    ['\u200bT\u00f4\u0309ng  \u000bđiểm\r\n', '\u00a0Điều\u00a012\u202f', 'Tổng  \nđiểm\n', 'Điều 12'],
    ['\ufeffBảng\u00ad', ' Mục I ', 'Bảng', 'Mục I'],
  ])('%j', (name, restsOn, nameRead, restsOnRead) =>
    expect(schemeRead(withTexts(name, restsOn))).toMatchObject({
      rules: { tree: { name: nameRead, restsOn: restsOnRead } },
    }),
  );

  it.each([
    ['T\ufffdng', null, '/rules/tree/name Ký tự thứ 2 là U+FFFD (chữ bị mất khi chuyển mã); hãy gõ lại chỗ đó.'],
    [
      '\uf0b7 Tổng',
      null,
      '/rules/tree/name Ký tự thứ 1 là U+F0B7 (ký hiệu riêng của một phông chữ); hãy gõ lại chỗ đó.',
    ],
    [
      'Tổng',
      'Điều 1\nĐiều 2',
      '/rules/tree/restsOn Ký tự thứ 7 là U+000A (dấu xuống dòng, ở đây chỉ ghi một dòng); hãy gõ lại chỗ đó.',
    ],
    ['\u200b \u2800', null, '/rules/tree/name Không được để trống: phải có chữ hoặc số.'],
    ['a'.repeat(1001), null, '/rules/tree/name Nhiều nhất 1.000 ký tự; đã gửi 1001.'],
    [`a${'\u0301'.repeat(31)}`, null, '/rules/tree/name Có hơn 30 dấu liền nhau; hãy gõ lại chỗ đó.'],
  ])('%j', (name, restsOn, told) => {
    const read = schemeRead(withTexts(name, restsOn));
    expect('broken' in read && read.broken.map(({ pointer, vi }) => `${pointer} ${vi}`)).toEqual([told]);
  });
});

it('what lies too deep is refused before it is read', () => {
  let condition: Json = { kind: 'TRAIT', trait: 'x' };
  for (let depth = 0; depth < 20_000; depth++) condition = { kind: 'ALL', of: [condition] };
  expect(pointersOf({ ...scheme, knockOuts: [{ when: condition }] })).toEqual(['/rules']);
});
