import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import { inEach, codesOf, twice, unknown, type Codes, type Measures } from './scheme-codes.rules.js';
import type { Member, SchemeRules, SchemeFigure } from './scheme-rules.js';
import { alike } from './quantity.rules.js';
import { checkClasses } from './scheme-classes.rules.js';
import { joined, type SchemePoints } from './scheme-formula.rules.js';
import { checkLines } from './scheme-lines.rules.js';
import { brokenShares } from './scheme-shares.rules.js';

/**
 * All points against a scheme, when it is saved. Refused: nobody could compute by it. Allowable: likely a slip, though
 * papers are issued so; a person allows it with a reason. `indicators`: those of the plan, by code.
 */
export function checkScheme(scheme: SchemeRules, indicators: Measures): SchemePoints {
  const codes = codesOf(scheme);
  const refused = [
    ...(['figures', 'classes', 'knockOuts'] as const).flatMap((list) => repeated(scheme[list], list)),
    ...repeated([...scheme.blocks, ...scheme.traits], 'blocks'),
    ...inEach(scheme.figures, '/figures', (figure, at) => brokenFigure(figure, indicators, at)),
    ...inEach(scheme.blocks, '/blocks', (block, at) => brokenMembers(codes, block.members, at)),
    ...brokenShares(codes),
    ...points(
      new Big(scheme.rounding.step ?? 1).lte(0) &&
        point('/rounding/step', 'OUT_OF_RANGE', 'Points are rounded to multiples of a number above zero.'),
    ),
  ];
  return joined([{ refused, allowable: [] }, checkLines(codes), checkClasses(codes)]);
}

/** Codes that stand twice; blocks and traits share theirs, for rules name either. */
const repeated = (list: readonly { code: string }[], name: string): Point[] =>
  twice(
    list.map(({ code }) => code),
    (index) => `/${name}/${index}/code`,
  );

const brokenMembers = (codes: Codes, members: readonly Member[], at: string): Point[] =>
  inEach(members, `${at}/members`, (member, pointer) => {
    const before = members.slice(0, members.indexOf(member));
    return points(
      inEach(member.traits, `${pointer}/traits`, (code, of) => (codes.traits.has(code) ? [] : [unknown(of, code)])),
      before.some((other) => other.unit === member.unit && meet(other, member)) &&
        point(`${pointer}/unit`, 'NAMED_TWICE', {
          en: `"${member.unit}" is in the block twice on a day.`,
          vi: `"${member.unit}" có mặt hai lần trong khối vào cùng một ngày.`,
        }),
    );
  });

/** Whether two terms share a day. */
const meet = (a: Member, b: Member): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);

function brokenFigure(
  { code, kind, indicator, measure, scope, words }: SchemeFigure,
  indicators: Measures,
  at: string,
) {
  const of = indicator === null ? undefined : indicators.get(indicator);
  return points(
    indicator !== null && of === undefined && unknown(`${at}/indicator`, indicator),
    of !== undefined &&
      kind === 'NUMBER' &&
      !alike(of, measure) &&
      point(`${at}/measure`, 'MEASURES_DIFFER', {
        en: `"${code}" is measured otherwise than "${indicator}".`,
        vi: `"${code}" không cùng đơn vị tính với chỉ tiêu "${indicator}".`,
      }),
    (kind === 'OCCURRENCES' ? indicator !== null || scope !== 'OWN' : indicator !== null && scope === 'BLOCK') &&
      point(`${at}/scope`, 'NOBODY_GIVES', {
        en: `Nobody gives "${code}": occurrences stand in sheets of members, and no indicator has figures of a block.`,
        vi: `Không ai nhập được "${code}": lượt phát sinh ghi ở phiếu đơn vị, chỉ tiêu không có số liệu của khối.`,
      }),
    (kind === 'WORD') !== words.length > 0 &&
      point(`${at}/words`, 'FIGURE_KIND', {
        en: 'A WORD has its words, and nothing else has.',
        vi: 'Số liệu dạng chữ phải có danh sách giá trị; số liệu khác thì không.',
      }),
    twice(words, (index) => `${at}/words/${index}`),
  );
}
