import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import { brokenAudience, inEach, twice, type Codes } from './scheme-codes.rules.js';
import type { Criterion, Line, SchemeRules } from './scheme-rules.js';
import { checkFormula, joined, type SchemePoints } from './scheme-formula.rules.js';
import { isFor, isGroup } from './subject.rules.js';

/** Points against the tree: each line by itself, then the maxima of a criterion and of those below it. */
export function checkLines(codes: Codes): SchemePoints {
  const placed = placesOf(codes.scheme.tree, '/tree');
  const lines = placed.map(({ line }) => line.code);
  return joined([
    { refused: twice(lines, (index) => `${placed[index]?.at}/code`), allowable: [] },
    ...placed.map(({ line, at }) => checkLine(codes, line, at)),
    ...placed.map(({ line, at }) => ('children' in line ? checkCriterion(codes, line as Criterion, at) : joined([]))),
  ]);
}

interface Placed {
  line: Line;
  at: string;
}

const placesOf = (criterion: Criterion, at: string): Placed[] => [
  { line: criterion, at },
  ...criterion.items.map((line, index) => ({ line, at: `${at}/items/${index}` })),
  ...criterion.children.flatMap((child, index) => placesOf(child, `${at}/children/${index}`)),
];

const checkLine = (codes: Codes, line: Line, at: string): SchemePoints =>
  joined([
    checkFormula(codes, line, at),
    {
      refused: points(
        brokenAudience(codes, line.appliesTo, at),
        line.max !== null &&
          line.min !== null &&
          new Big(line.min).gt(line.max) &&
          point(`${at}/min`, 'OUT_OF_RANGE', {
            en: `The least, ${line.min}, is above the most, ${line.max}.`,
            vi: `Điểm thấp nhất ${line.min} lớn hơn điểm tối đa ${line.max}.`,
          }),
        !('children' in line) &&
          line.max === null &&
          needsMax.includes(line.formula.kind) &&
          point(`${at}/max`, 'OUT_OF_RANGE', {
            en: 'This formula takes a part of the maximum: it needs one.',
            vi: 'Công thức này tính theo điểm tối đa: phải ghi điểm tối đa.',
          }),
      ),
      allowable: [],
    },
  ]);

const needsMax: readonly string[] = ['FULL', 'PROPORTIONAL', 'PASS_FAIL', 'RELATIVE', 'SPREAD'];

function checkCriterion({ scheme }: Codes, criterion: Criterion, at: string): SchemePoints {
  const { children, max, weight, limits } = criterion;
  const limit = (member: 'bonus' | 'deduction' | 'net') =>
    new Big(limits[member] ?? 0).lt(0) &&
    point(`${at}/limits/${member}`, 'OUT_OF_RANGE', {
      en: 'A limit is not below zero.',
      vi: 'Mức giới hạn không được nhỏ hơn 0.',
    });
  return {
    refused: points(
      isGroup(criterion) !== children.length > 0 &&
        point(`${at}/children`, 'CRITERIA_BELOW', 'Criteria stand below a SUM or a MEAN, and below nothing else.'),
      new Big(max).lt(0) &&
        point(`${at}/max`, 'OUT_OF_RANGE', {
          en: 'A maximum is not below zero.',
          vi: 'Điểm tối đa không được nhỏ hơn 0.',
        }),
      new Big(weight).lte(0) &&
        point(`${at}/weight`, 'OUT_OF_RANGE', { en: 'A weight is above zero.', vi: 'Trọng số phải lớn hơn 0.' }),
      limit('bonus'),
      limit('deduction'),
      limit('net'),
    ),
    allowable: children.length === 0 ? [] : maxima(scheme, criterion, at),
  };
}

/** Points against maxima that do not come to that of the criterion above, for whom it is so. */
function maxima(scheme: SchemeRules, { children, formula, max }: Criterion, at: string): Point[] {
  const sums = audiencesOf(scheme).map((audience) => {
    const below = children.filter((child) => isFor(child, (code) => audience.includes(code)));
    const sum = below.reduce((total, each) => total.plus(new Big(each.max).times(each.weight)), new Big(0));
    const weights = below.reduce((total, each) => total.plus(each.weight), new Big(0));
    return formula.kind === 'SUM' ? sum : weights.eq(0) ? sum : sum.div(weights).round(6);
  });
  const wrong = [...new Set(sums.filter((sum) => !sum.eq(max)).map((sum) => sum.toFixed()))];
  return inEach(wrong, at, (sum) => [
    point(`${at}/max`, 'MAXIMA', {
      en: `The criteria below come to ${sum}, not to ${max}.`,
      vi: `Các tiêu chí bên dưới cộng lại được ${sum} điểm, không phải ${max} điểm.`,
    }),
  ]);
}

/** Members that rules tell apart: of each block, without a trait and with each. */
const audiencesOf = ({ blocks, traits }: Pick<SchemeRules, 'blocks' | 'traits'>): string[][] =>
  blocks.flatMap(({ code }) => [[code], ...traits.map((trait) => [code, trait.code])]);
