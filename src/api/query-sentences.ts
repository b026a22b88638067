import { querySentences } from './query-sentences.data.js';

/** Sentence of graphql-js in Vietnamese; undefined where it is not known. `place`: of an error of syntax. */
export function queryInVietnamese(sentence: string, place?: { line: number; column: number }): string | undefined {
  const [, said = '', meant] = /^([^]*?)(?: Did you mean ([^]*)\?)?$/.exec(sentence) ?? [];
  for (const { pattern, vietnamese } of known) {
    const found = pattern.exec(said);
    if (!found) continue;
    const parts = found.groups ?? {};
    const values: Record<string, string | undefined> = {
      ...parts,
      place: place && ` ở dòng ${place.line}, cột ${place.column}`,
      inner: parts['inner'] && (queryInVietnamese(parts['inner']) ?? parts['inner']),
      wanted: parts['wanted'] && tokenInVietnamese(parts['wanted']),
      found: parts['found'] && tokenInVietnamese(parts['found']),
    };
    const told = vietnamese.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    return meant === undefined ? told : `${told} Có phải là ${meantInVietnamese(meant)}?`;
  }
  return undefined;
}

/** Parts in quotes end with the quote; others go as far as the rest allows. */
const patternOf = (english: string) =>
  english
    .replace(/[$()*+.?[\\\]^|]/g, '\\$&')
    .replace(/"\{(\w+)\}"/g, '"(?<$1>[^"]*)"')
    .replace(/\{(\w+)\}/g, '(?<$1>[^]*)');

const known = querySentences.map(([english, vietnamese]) => ({
  pattern: new RegExp(`^${patternOf(english)}$`),
  vietnamese,
}));

const tokens: Readonly<Record<string, string>> = {
  '<EOF>': 'chỗ hết câu truy vấn',
  Name: 'tên',
  String: 'chuỗi',
  BlockString: 'chuỗi',
  Int: 'số',
  Float: 'số',
};
const tokenInVietnamese = (token: string) =>
  token.replace(/^(<EOF>|\w+)/, (kind) => tokens[kind] ?? kind).replace(/<EOF>$/, tokens['<EOF>'] ?? '');

const meantInVietnamese = (meant: string) =>
  meant
    .replace(/^to use an inline fragment on /, 'fragment trên kiểu ')
    .replace(/^the enum value /, 'giá trị ')
    .replace(/,? or /g, ' hoặc ');
