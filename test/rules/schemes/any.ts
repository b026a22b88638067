import fc from 'fast-check';
import type { Class, Criterion, Formula, Item, Quota, SchemeRules } from '../../../src/standings/scheme-rules.js';
import type { FigureGiven, ScoringInputs } from '../../../src/standings/scored.js';
import {
  bands,
  block,
  criterion,
  each,
  figure,
  figureKind,
  happened,
  inputs,
  is,
  item,
  knockOut,
  occurring,
  proportional,
  quantity,
  rated,
  scheme,
  way,
} from './build.js';

/** Any scheme and any inputs; each criterion has a figure of its own name, and more of it is better. */

export const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
export const formulas: readonly ((code: string) => Formula)[] = [
  (code) => proportional(quantity(code, 'OF_TARGET'), { from: '30' }),
  (code) => proportional(quantity(code), { full: '70', upTo: '90' }),
  (code) => bands(code, ['< 20', '0'], ['≥ 20 < 50', '3'], ['≥ 50', '7']),
  (code) => ({
    ...{ kind: 'INCREMENTS', quantity: quantity(code), direction: 'UP', start: '40', every: '7', atOnce: true },
    points: '1.3',
  }),
  (code) => each(code, '0.37'),
  (code) => ({ kind: 'RELATIVE', figure: code, better: 'MORE', atTarget: '50' }),
  (code) => ({ kind: 'RELATIVE', figure: code, better: 'MORE', atTarget: null }),
  (code) => ({ kind: 'SPREAD', figure: code, better: 'MORE' }),
  (code) => ({ kind: 'PLACED', figure: code, better: 'MORE', points: ['9', '6.5', '6'], otherwise: '1' }),
  (code) => ({
    ...{ kind: 'INTERPOLATED', quantity: quantity(code) },
    through: [
      { at: '10', points: '1' },
      { at: '70', points: '8' },
    ],
  }),
  (code) => ({ kind: 'PASS_FAIL', when: is(code, 'AT_LEAST', '60') }),
];
const bonus = item('bonus', each('praise', '1.5'), { max: '4' });
const less = item('less', each('fault', '-2.25'), { min: '-6' });

const anyCriterion = (code: string) =>
  fc
    .record({ formula: fc.constantFrom(...formulas), isCeiling: fc.boolean(), items: fc.subarray([bonus, less]) })
    .map(({ formula, isCeiling, items }): Criterion =>
      criterion(code, '10', {
        formula: formula(code),
        isCeiling,
        items: items.map((each_): Item => ({ ...each_, code: `${code}-${each_.code}` })),
        limits: { bonus: '3', deduction: '5', net: null },
      }),
    );

export const classes: readonly Class[] = [
  rated('best', way('35', { each: { percent: '40', of: 'FIRST' } })),
  rated('good', way('25')),
  rated('fair', way('12')),
  rated('low'),
];
const anyQuota = fc.record({
  class: fc.constantFrom('best', 'good'),
  percent: fc.integer({ min: 0, max: 100 }).map(String),
  base: fc.constantFrom('BLOCK' as const, 'CLASS' as const, 'CLASS_AND_ABOVE' as const),
});
export const anyScheme = fc
  .tuple(
    fc.tuple(...['x', 'y', 'z', 'w'].map(anyCriterion)),
    fc.uniqueArray(anyQuota, { selector: (each_) => each_.class }),
  )
  .map(([children, quotas]): SchemeRules => {
    const measure = { unit: 'TONNE', factor: null } as const;
    return scheme(criterion('total', '40', { isCeiling: false, children: [...children] }), {
      blocks: [block('even', units.slice(0, 5)), block('odd', units.slice(5))],
      figures: [...children.map(({ code }) => figureKind(code, { measure })), occurring('praise'), occurring('fault')],
      classes,
      quotas: quotas.map((quota): Quota => ({
        ...quota,
        ...{ count: null, raised: null, restsOn: null, baseClass: quota.base === 'BLOCK' ? null : 'good' },
      })),
      knockOuts: [
        knockOut('cap', is('fault', 'AT_LEAST', '2'), { effect: 'CAP_CLASS', class: 'fair' }),
        knockOut('zero', is('fault', 'AT_LEAST', '3'), { effect: 'ZERO', criterion: 'y' }),
        knockOut('out', is('fault', 'AT_LEAST', '4'), { effect: 'NOT_CLASSED' }),
      ],
    });
  });

const anyFigure = (unit: string, code: string) =>
  fc
    .option(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom('0', '50', '60', '70', '80', '90', '100')), {
      freq: 20,
    })
    .map((given): FigureGiven[] => (given ? [figure(unit, code, String(given[0]), { target: given[1] })] : []));
const anyInputs: fc.Arbitrary<ScoringInputs> = fc
  .tuple(
    fc.tuple(...units.flatMap((unit) => ['x', 'y', 'z', 'w'].map((code) => anyFigure(unit, code)))),
    fc.tuple(...units.map(() => fc.tuple(fc.nat(4), fc.nat(4)))),
  )
  .map(([figures, times]) =>
    inputs({
      figures: figures.flat(),
      occurrences: times.flatMap(([praise, fault], index) => [
        happened(units[index]!, 'praise', praise),
        happened(units[index]!, 'fault', fault),
      ]),
    }),
  );
export const anyCase = fc.tuple(anyScheme, anyInputs);
