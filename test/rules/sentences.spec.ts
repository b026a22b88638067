import { judged } from '../../src/api/limit-sentences.js';
import { word } from '../../src/word.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { pointsInVietnamese } from '../../src/points.data.js';
import { refusals } from '../../src/refusals.data.js';
import { recordWords, stateWords } from '../../src/state-words.data.js';

const parametersOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it.each(Object.entries(refusals))('%s names the same values in both languages', (_, [, vi, en]) => {
  expect(parametersOf(vi)).toEqual(parametersOf(en));
});

/** Words of closed lists, as programs write them; HTTP, ETag and the like are none. */
const words = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(entity|workflow|rules|view)\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(/'([A-Z][A-Z_]{2,})'/g)])
    .map(([, word]) => word as string),
);
/** Words that the person is to type as they stand. */
const typed = ['RATIO', 'SUM', 'MEAN', 'OWN', 'TUQ', 'NUMBER', 'FINAL'];
const wordsIn = (sentence: string) =>
  (sentence.match(/(?<![\w-])[A-Z][A-Z_]{2,}(?![\w-])/g) ?? []).filter(
    (word) => words.has(word) && !typed.includes(word),
  );

it('no Vietnamese sentence has a word of a closed list in English', () => {
  expect(words.size).toBeGreaterThan(100);
  const said = [
    ...Object.entries(refusals).map(([code, [, vi]]) => [code, vi] as const),
    ...Object.entries(pointsInVietnamese),
    ...Object.entries(recordWords).map(([of, { vi }]) => [of, vi] as const),
    ...Object.entries(stateWords).flatMap(([of, states]) => Object.values(states).map((word) => [of, word] as const)),
    ...points.flatMap(({ at, sentence: { vi } }) => (vi === undefined ? [] : [[at, vi] as const])),
  ];
  expect(said.map(([of, vi]) => [of, wordsIn(vi)]).filter(([, found]) => found!.length > 0)).toEqual([]);
});

/** Sentence of a point as it stands in the code; `values`: what it names. */
interface Written {
  at: string;
  sentence: { en: string; vi?: string };
  values: { en: string[]; vi: string[] };
}

const points: Written[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(points|refusals)|^catalogue\/catalogue/.test(file))
  .flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: Written[] = [];
    const walk = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const code = node.arguments.find((each) => ts.isStringLiteral(each) && each.text in pointsInVietnamese);
        const said = node.arguments.at(-1);
        if (code && said && code !== said)
          for (const each of ts.isConditionalExpression(said) ? [said.whenTrue, said.whenFalse] : [said])
            found.push({ at: `${file} ${(code as ts.StringLiteral).text}`, ...written(each) });
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
    return found;
  });

/** Names in the values of a sentence: `${vietnameseDate(on)}` and `${on}` name the same. */
function valuesIn(node: ts.Node | undefined): string[] {
  const found: string[] = [];
  const walk = (each: ts.Node): void => {
    if (ts.isTemplateSpan(each)) {
      const text = each.expression.getText();
      // Words, and clauses that the languages have of their own.
      if (!/[?:] `|\b(?:en|vi)$|nVietnamese\[|^stateWords\./.test(text))
        found.push(text.replace(/^(?:vietnameseDate|told)\((.*?)(?: \?\? ''|, '(?:vi|en)')?\)$/, '$1'));
    }
    ts.forEachChild(each, walk);
  };
  if (node) walk(node);
  return [...new Set(found)].sort();
}

function written(node: ts.Expression): Pick<Written, 'sentence' | 'values'> {
  if (!ts.isObjectLiteralExpression(node))
    return { sentence: { en: node.getText() }, values: { en: valuesIn(node), vi: [] } };
  const of = (name: string) =>
    node.properties.find((each): each is ts.PropertyAssignment => each.name?.getText() === name)?.initializer;
  const [en, vi] = [of('en'), of('vi')];
  return { sentence: { en: en?.getText() ?? '', vi: vi?.getText() }, values: { en: valuesIn(en), vi: valuesIn(vi) } };
}

/** Values that are words of a closed list: Vietnamese has words of its own for them. */
const isWord =
  /^(?:state|stage|type|before|record|kindsOfBlocks\[of\]|of|detail|then \? .*|unitKind|unit\.kind|kind|states\.join\(' or '\)|steps\.join\(', '\))$/;

/** Folders whose sentences may still name no value in Vietnamese: to be mended one by one. */
const left = [
  // Only the operator reads them, in English.
  'communes',
];

it('what a point names in English it names in Vietnamese, too', () => {
  expect(points.length).toBeGreaterThan(200);
  const mute = points.filter(({ values: { en, vi } }) =>
    en.some((value) => !vi.includes(value) && !isWord.test(value)),
  );
  const more = mute.filter(({ at }) => !left.includes(at.split('/')[0]!));
  expect(more.map(({ at, values }) => [at, values])).toEqual([]);
});

it('the Vietnamese sentence of a code stands for one sentence in English', () => {
  const mute = points.flatMap(({ at, sentence: { en, vi } }) => {
    const [file = '', code = ''] = at.split(' ');
    return vi === undefined && /^['"][A-Z]\w* /.test(en) ? [{ code, en, file }] : [];
  });
  const several = mute.filter(({ code, en }) => mute.some((other) => other.code === code && other.en !== en));
  expect([...several].sort((one, other) => (one.code < other.code ? -1 : 1))).toEqual([]);
});

it.each([
  ['2024-01-01\u200b', '2024-01-01[U+200B]'],
  ['\ufeff2024-01-01', '[U+FEFF]2024-01-01'],
  ['2024\u201301\u201301', '2024[U+2013]01[U+2013]01'],
  ['12\u00a0000', '12[U+00A0]000'],
  ['a\tb', 'a[U+0009]b'],
  [' 2024-01-01', ' 2024-01-01'],
  ['Đức Lạng “x”', 'Đức Lạng “x”'],
])('%j is quoted as %s', (value, quoted) => {
  const said = judged({ code: 'matches', name: 'validFrom', value }, word('Đã gửi {sent}.', '{sent} was sent.'));
  expect(said).toEqual(word(`Đã gửi "${quoted}".`, `"${quoted}" was sent.`));
});
