import type { Formula } from '../../../src/standings/scheme-rules.js';
import { block, criterion, each, figure, figureKind, inputs, is, item, occurring, points, scheme } from './build.js';

/**
 * Thi đua "Vì An ninh Tổ quốc", cụm 7 công an xã, phường, Quảng Trị 2025: ứng dụng chấm điểm cụm thi đua
 * (SCORING_NO_TARGET_UNITS, CRITERIA_TREE_SYSTEM) và dữ liệu kèm theo; units are A to G there, too.
 */

export const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const relative: Formula = { kind: 'RELATIVE', figure: 'result', better: 'MORE', atTarget: '50' };
const number = figureKind('result', { measure: { unit: 'PERCENT', factor: '100' } });

/** One quantitative line of so many points. */
export const relativeLine = (max: string, of = units) =>
  scheme(criterion('total', max, { formula: relative }), { blocks: [block('cluster', of)], figures: [number] });

/** Value and target of each unit. */
export const race = (of: Readonly<Record<string, readonly [value: string, target: string]>>) =>
  inputs({ figures: Object.entries(of).map(([unit, [value, target]]) => figure(unit, 'result', value, { target })) });

const parts = (code: string, max: string, ...below: readonly (readonly [string, string, ...string[]])[]) =>
  criterion(code, max, {
    children: below.map(([part, most, ...leaves]) =>
      criterion(`${code}.${part}`, most, {
        children: leaves.map((leaf, index) => criterion(`${code}.${part}.${index + 1}`, leaf)),
        formula: { kind: leaves.length > 0 ? 'SUM' : 'GIVEN' },
      }),
    ),
  });

/** The printed tree, two and three levels deep. */
export const policeTree = criterion('total', '1000', {
  children: [
    parts(
      'I',
      '700',
      ['1', '200'],
      ['2', '200', '70', '50', '30', '50'],
      ['3', '120', '40', '30', '30', '20'],
      ['4', '100', '50', '50'],
      ['5', '40'],
      ['6', '40'],
    ),
    parts(
      'II',
      '200',
      ['1', '50', '10', '10', '15', '5', '5', '5'],
      ['2', '50', '30', '10', '10'],
      ['3', '30', '15', '15'],
      ['4', '40'],
      ['5', '30'],
    ),
    parts('III', '100', ['1', '40'], ['2', '20'], ['3', '15'], ['4', '25']),
  ],
});

/** The three groups, given as a whole. */
export const policeGroups = scheme(
  criterion('total', '1000', { children: [criterion('I', '700'), criterion('II', '200'), criterion('III', '100')] }),
  { blocks: [block('cluster', units)] },
);

export const selfScored = inputs({
  points: [
    ...points('A', { I: '604.5', II: '175.25', III: '27' }),
    ...points('B', { I: '592.98', II: '172', III: '29' }),
    ...points('C', { I: '593', II: '168.75', III: '24' }),
    ...points('D', { I: '673.5', II: '191.25', III: '48' }),
    ...points('E', { I: '627.5', II: '174.25', III: '26' }),
    ...points('F', { I: '624', II: '174.75', III: '24' }),
    ...points('G', { I: '659.27', II: '181', III: '34' }),
  ],
});

/** The other three kinds of leaf: qualitative, direct, bonus and deduction. */
export const policeLeaves = scheme(
  criterion('total', '20', {
    min: null,
    children: [
      criterion('qualitative', '5', { formula: { kind: 'PASS_FAIL', when: is('done', 'EQUAL', 'YES') } }),
      criterion('direct', '10', { formula: each('cases', '2.5') }),
      criterion('extra', '5', {
        formula: { kind: 'CASES', cases: [], otherwise: '0' },
        min: '-3',
        items: [item('bonus', each('praised', '2')), item('deduction', each('blamed', '-1'))],
      }),
    ],
  }),
  {
    blocks: [block('cluster', units)],
    figures: [
      figureKind('done', { kind: 'YES_NO' }),
      figureKind('cases'),
      occurring('praised', true),
      occurring('blamed'),
    ],
  },
);
