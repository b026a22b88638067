import { fold } from '../database/text.js';

const quarters: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const seasons: Readonly<Record<string, string>> = {
  ...{ xuan: 'spring', he: 'summer', thu: 'autumn', dong: 'winter', 'he thu': 'summer-autumn', mua: 'mua' },
};
const year = String.raw`[\s/,-]*(?:nam\s*)?(\d{4})$`;
const form = (front: string) => new RegExp(`^${front}${year}`);

/** Periods as people write them, each with what stands before its year. */
const forms: readonly (readonly [RegExp, (year: string, part: string) => string | undefined])[] = [
  [form('(ca)?'), (of) => of],
  [form(String.raw`q(?:uy)?\s*(i{1,3}|iv|[1-4])`), (of, part) => `${of}-Q${quarters[part] ?? part}`],
  [form(String.raw`(?:thang\s*)?(0?[1-9]|1[0-2])`), (of, part) => `${of}-${part.padStart(2, '0')}`],
  [form(String.raw`(?:6|sau) thang( dau)?(?: nam)?`), (of) => `${of}-H1`],
  [form(String.raw`(?:6|sau) thang cuoi( nam)?`), (of) => `${of}-H2`],
  [form(String.raw`(?:9|chin) thang( dau)?(?: nam)?`), (of) => `${of}-9M`],
  [form(String.raw`vu ([a-z ]+?)`), (of, part) => seasons[part] && `${of}-${seasons[part]}`],
];

/** Period that a cell names in words: `Quý II/2023`, `6 tháng đầu năm 2023`. Undefined for any other text. */
export function periodCell(text: string): string | undefined {
  const folded = fold(text);
  for (const [pattern, named] of forms) {
    const [found, part = '', of = ''] = pattern.exec(folded) ?? [];
    if (found !== undefined) return named(of, part);
  }
  return undefined;
}
