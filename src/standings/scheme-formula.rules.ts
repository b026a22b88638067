import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import { checkBands } from './bands.rules.js';
import { brokenEarly, brokenQuantity, inEach, isNoPercentage, unknown, type Codes } from './scheme-codes.rules.js';
import type { Formula, Line, Side } from './scheme-rules.js';

/** Points of a scheme: refused, and those that a person may allow with a reason. */
export interface SchemePoints {
  refused: readonly Point[];
  allowable: readonly Point[];
}

export const joined = (all: readonly SchemePoints[]): SchemePoints => ({
  refused: all.flatMap(({ refused }) => refused),
  allowable: all.flatMap(({ allowable }) => allowable),
});

const refused = (...found: readonly (false | Point | readonly Point[])[]): SchemePoints => ({
  refused: points(...found),
  allowable: [],
});

const outOfRange = (pointer: string, detail: string) => point(pointer, 'OUT_OF_RANGE', detail);

/** Points against a figure that is compared among the members of a block. */
const brokenComparison = (codes: Codes, figure: string, at: string): Point[] =>
  points(
    brokenQuantity(codes, { figure, reading: 'VALUE' }, at),
    codes.figures.get(figure)?.measure === null &&
      point(`${at}/figure`, 'MEASURES_DIFFER', 'Figures are compared in one unit of measure: the scheme states it.'),
  );

type Check<Kind> = (codes: Codes, formula: Extract<Formula, { kind: Kind }>, at: string) => SchemePoints;

const nothing = () => refused();

const checks: { readonly [Kind in Formula['kind']]: Check<Kind> } = {
  SUM: nothing,
  MEAN: nothing,
  GIVEN: nothing,
  JUDGED: nothing,
  FULL: nothing,
  PROPORTIONAL: (codes, { quantity, full, from, upTo }, at) =>
    refused(
      brokenQuantity(codes, quantity, `${at}/quantity`),
      new Big(full).lte(0) && outOfRange(`${at}/full`, 'The quantity of all points is above zero.'),
      upTo !== null && new Big(upTo).lt(full) && outOfRange(`${at}/upTo`, `It ends no lower than ${full}.`),
      from !== null && new Big(from).gt(full) && outOfRange(`${at}/from`, `It begins no higher than ${full}.`),
    ),
  STEPS: (codes, { quantity, steps }, at) =>
    joined([refused(brokenQuantity(codes, quantity, `${at}/quantity`)), checkBands(steps, `${at}/steps`)]),
  INTERPOLATED: (codes, { quantity, through }, at) =>
    refused(
      brokenQuantity(codes, quantity, `${at}/quantity`),
      through.length < 2 &&
        point(`${at}/through`, 'TABLE_SIZE', {
          en: 'A line goes through two points at least.',
          vi: 'Đường tính điểm phải đi qua ít nhất hai điểm.',
        }),
      through.flatMap(({ at: number }, index) => {
        const before = through[index - 1];
        return before && new Big(before.at).gte(number)
          ? [
              outOfRange(
                `${at}/through/${index}/at`,
                'The points go on in their order, each farther than the one before.',
              ),
            ]
          : [];
      }),
    ),
  INCREMENTS: (codes, { quantity, every }, at) =>
    refused(
      brokenQuantity(codes, quantity, `${at}/quantity`),
      new Big(every).lte(0) && outOfRange(`${at}/every`, 'A step is above zero.'),
    ),
  PASS_FAIL: (codes, { when }, at) => refused(brokenEarly(codes, when, `${at}/when`)),
  CASES: (codes, { cases }, at) =>
    refused(inEach(cases, `${at}/cases`, ({ when }, pointer) => brokenEarly(codes, when, `${pointer}/when`))),
  COUNT: (codes, { quantity }, at) => refused(brokenQuantity(codes, quantity, `${at}/quantity`)),
  TABLE: (codes, { rows, columns, table }, at) => {
    const side = ({ quantity, bands }: Side, pointer: string) =>
      joined([refused(brokenQuantity(codes, quantity, `${pointer}/quantity`)), checkBands(bands, `${pointer}/bands`)]);
    const fits = table.length === rows.bands.length && table.every((row) => row.length === columns.bands.length);
    return joined([
      side(rows, `${at}/rows`),
      side(columns, `${at}/columns`),
      refused(
        !fits &&
          point(`${at}/table`, 'TABLE_SIZE', {
            en: 'The table has a row for each band, and in it each column.',
            vi: 'Bảng hai chiều phải có một hàng cho mỗi bậc, mỗi hàng đủ các cột.',
          }),
      ),
    ]);
  },
  WORDS: (codes, { figure, words }, at) => {
    const found = codes.figures.get(figure);
    if (found === undefined) return refused(unknown(`${at}/figure`, figure));
    const all = found.kind === 'YES_NO' ? ['YES', 'NO'] : found.words;
    const left = all.filter((word) => !words.some((each) => each.word === word));
    return {
      refused: points(
        found.kind !== 'WORD' &&
          found.kind !== 'YES_NO' &&
          point(`${at}/figure`, 'FIGURE_KIND', {
            en: `"${figure}" is no word.`,
            vi: `"${figure}" không phải số liệu dạng chữ.`,
          }),
        inEach(words, `${at}/words`, ({ word }, pointer) =>
          all.includes(word) ? [] : [unknown(`${pointer}/word`, word)],
        ),
      ),
      allowable: points(
        left.length > 0 &&
          point(`${at}/words`, 'BAND_HOLE', {
            en: `No points for: ${left.join(', ')}.`,
            vi: `Chưa có điểm cho: ${left.join(', ')}.`,
          }),
      ),
    };
  },
  RELATIVE: (codes, { figure, atTarget }, at) =>
    refused(
      brokenComparison(codes, figure, at),
      atTarget !== null &&
        isNoPercentage(atTarget) &&
        outOfRange(`${at}/atTarget`, 'A percentage of the maximum, 0 to 100.'),
    ),
  SPREAD: (codes, { figure }, at) => refused(brokenComparison(codes, figure, at)),
  PLACED: (codes, { figure, points: of }, at) =>
    refused(
      brokenComparison(codes, figure, at),
      of.length === 0 &&
        point(`${at}/points`, 'TABLE_SIZE', {
          en: 'The first place has its points at least.',
          vi: 'Phải có điểm ít nhất cho hạng nhất.',
        }),
    ),
  SHARE: (codes, { of, block, criterion, per }, at) =>
    refused(
      !codes.criteria.has(criterion) && unknown(`${at}/criterion`, criterion),
      of === 'OWN'
        ? block !== null && unknown(`${at}/block`, block)
        : !codes.blocks.has(block ?? '') && unknown(`${at}/block`, block ?? ''),
      per != null && brokenQuantity(codes, per, `${at}/per`),
    ),
};

/** Points against the formula of a line. */
export const checkFormula = (codes: Codes, { formula }: Pick<Line, 'formula'>, at: string): SchemePoints =>
  (checks[formula.kind] as Check<Formula['kind']>)(codes, formula, `${at}/formula`);
