import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import {
  brokenAudience,
  brokenCondition,
  brokenEarly,
  inEach,
  isNoPercentage,
  unknown,
  type Codes,
} from './scheme-codes.rules.js';
import type { Class, ClassWay, Condition, Criterion, KnockOut, Line, Quota } from './scheme-rules.js';
import type { SchemePoints } from './scheme-formula.rules.js';

/** Points against knock-outs, classes and quotas. */
export function checkClasses(codes: Codes): SchemePoints {
  const { knockOuts, classes, quotas, tree } = codes.scheme;
  const most = mostOf(tree);
  return {
    refused: [
      ...inEach(knockOuts, '/knockOuts', (each, at) => brokenKnockOut(codes, each, at)),
      ...inEach(quotas, '/quotas', (each, at) => brokenQuota(codes, each, at)),
      ...inEach(classes, '/classes', ({ ways }, at) =>
        inEach(ways, `${at}/ways`, (way, pointer) => [
          ...brokenAudience(codes, way.appliesTo, pointer),
          ...inEach(way.conditions, `${pointer}/conditions`, (each, of) => brokenCondition(codes, each, of)),
        ]),
      ),
    ],
    allowable: [
      ...inEach(classes, '/classes', (each, at) =>
        isReachable(each, classes.slice(0, classes.indexOf(each)), most)
          ? []
          : [
              point(at, 'UNREACHABLE', {
                en: `Nobody can come into the class "${each.code}".`,
                vi: `Không đơn vị nào đạt được loại "${each.code}".`,
              }),
            ],
      ),
      ...holes(classes, most),
    ],
  };
}

function brokenKnockOut(codes: Codes, knockOut: KnockOut, at: string): Point[] {
  const { effect, when, class: capped, criterion } = knockOut;
  const caps = effect === 'CAP_CLASS' ? capped !== null && codes.classes.has(capped) : capped === null;
  const takes = effect === 'ZERO' ? criterion !== null && codes.criteria.has(criterion) : criterion === null;
  return points(
    (effect === 'ZERO' ? brokenEarly : brokenCondition)(codes, when, `${at}/when`),
    !caps && unknown(`${at}/class`, capped ?? ''),
    !takes && unknown(`${at}/criterion`, criterion ?? ''),
  );
}

function brokenQuota(codes: Codes, quota: Quota, at: string): Point[] {
  const { percent, count, base, baseClass, raised } = quota;
  const share = (of: string | null, pointer: string) =>
    of !== null &&
    isNoPercentage(of) &&
    point(pointer, 'OUT_OF_RANGE', {
      en: 'A share of members lies between 0 and 100 percent.',
      vi: 'Tỷ lệ đơn vị phải từ 0 đến 100%.',
    });
  return points(
    !codes.classes.has(quota.class) && unknown(`${at}/class`, quota.class),
    (percent === null) === (count === null) &&
      point(`${at}/percent`, 'ONE_BOUND', {
        en: 'A quota is a percentage or a number.',
        vi: 'Tỷ lệ khống chế ghi theo phần trăm, hoặc theo số lượng; chỉ một trong hai.',
      }),
    share(percent, `${at}/percent`),
    raised && share(raised.percent, `${at}/raised/percent`),
    raised ? brokenEarly(codes, raised.when, `${at}/raised/when`) : [],
    raised ? brokenOfBlock(codes, raised.when, `${at}/raised/when`) : [],
    (base === 'BLOCK' ? baseClass !== null : !codes.classes.has(baseClass ?? '')) &&
      unknown(`${at}/baseClass`, baseClass ?? ''),
  );
}

/** Points against a condition that is asked of a block: what one member has says nothing of the others. */
const brokenOfBlock = (codes: Codes, condition: Condition, at: string): Point[] =>
  ownIn(codes, condition).map((code) =>
    point(at, 'OF_ONE_MEMBER', {
      en: `"${code}" is of one member: a percent is raised by a figure of the block or of the commune.`,
      vi: `"${code}" là của từng đơn vị: tỷ lệ chỉ được nâng theo số liệu của khối hoặc của xã.`,
    }),
  );

/** Figures and traits of a member that a condition names. */
function ownIn(codes: Codes, condition: Condition): string[] {
  if ('of' in condition) return condition.of.flatMap((each) => ownIn(codes, each));
  if (condition.kind === 'TRAIT') return [condition.trait];
  if (condition.kind === 'POINTS') return [];
  const named = [condition.quantity.figure, condition.thanFigure ?? ''];
  return named.filter((code) => codes.figures.get(code)?.scope === 'OWN');
}

/** Most points of a criterion with its bonus; null: no end. */
function mostOf(criterion: Criterion): Big | null {
  if (criterion.isCeiling) return new Big(criterion.max);
  const { children, formula, items, limits, max } = criterion;
  if (formula.kind === 'GIVEN' || formula.kind === 'JUDGED') return null;
  const below = children.map((child) => mostOf(child)?.times(child.weight) ?? null);
  const base = formula.kind === 'SUM' ? total(below) : new Big(max);
  const bonus = limits.bonus ?? limits.net;
  return total([base, bonus === null ? total(items.map(mostOfItem)) : new Big(bonus)]);
}

const total = (parts: readonly (Big | null)[]): Big | null =>
  parts.reduce<Big | null>((sum, part) => (sum === null || part === null ? null : sum.plus(part)), new Big(0));

const mostOfItem = ({ max, formula }: Line): Big | null => {
  if (max !== null) return new Big(max);
  return formula.kind === 'COUNT' && new Big(formula.points).lte(0) ? new Big(0) : null;
};

const isPlain = ({ appliesTo, each, conditions }: ClassWay) =>
  appliesTo.length === 0 && !each && conditions.length === 0;

/** Whether a class has a way that is open at some total, and that no better class takes whole. */
function isReachable(to: Class, better: readonly Class[], most: Big | null): boolean {
  const taken = better.flatMap(waysInto).filter(isPlain);
  return waysInto(to).some(
    (way) =>
      (way.min === null || most === null || most.gte(way.min)) &&
      (way.min === null || way.below === null || new Big(way.min).lt(way.below)) &&
      !taken.some((each) => covers(each, way)),
  );
}

const everything: ClassWay = { appliesTo: [], min: null, below: null, each: null, conditions: [] };
const waysInto = ({ ways }: Class): readonly ClassWay[] => (ways.length === 0 ? [everything] : ways);

const covers = (wide: ClassWay, narrow: ClassWay): boolean =>
  (wide.min === null || (narrow.min !== null && new Big(wide.min).lte(narrow.min))) &&
  (wide.below === null || (narrow.below !== null && new Big(wide.below).gte(narrow.below)));

/** Totals above some class that may come into none: no class takes them without a further condition. */
function holes(classes: readonly Class[], most: Big | null): Point[] {
  const ways = classes.flatMap(waysInto);
  const totals = [...new Set(ways.flatMap(({ min, below }) => [min ?? '0', ...(below === null ? [] : [below])]))];
  const holds = ({ min, below }: ClassWay, at: string) =>
    (min === null || new Big(at).gte(min)) && (below === null || new Big(at).lt(below));
  const open = totals.filter(
    (at) =>
      (most === null || most.gte(at)) &&
      !ways.some((way) => isPlain(way) && holds(way, at)) &&
      ways.some(({ below }) => below !== null && new Big(below).lte(at)),
  );
  return open.length === 0
    ? []
    : [
        point('/classes', 'CLASS_HOLE', {
          en: `A total of ${open.join(', ')} may come into no class, a lower one does.`,
          vi: `Tổng điểm ${open.join(', ')} có thể không vào loại nào, trong khi điểm thấp hơn lại có loại.`,
        }),
      ];
}
