import type { SchemeRules } from '../../../src/standings/scheme-rules.js';
import type { FigureGiven, ScoringInputs } from '../../../src/standings/scored.js';
import {
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
  points,
  proportional,
  quantity,
  rated,
  scheme,
  way,
} from './build.js';

/**
 * Đánh giá, xếp loại cán bộ, công chức cấp xã theo NĐ 335/2025/NĐ-CP, xã Nghĩa Lâm 2026 (KPI_LEGAL_TRACEABILITY_MATRIX,
 * test_nd335_formula_math; QĐ 283/QĐ-UBND ngày 28/3/2026). Each part of group II is of the same 70 points, and the group
 * is their mean.
 */

/** 25 percent of the part for each time. */
const less = (code: string, of: string) => item(code, each(of, '-17.5'));
const leaders = ['d', 'đ', 'e'].map((code) =>
  criterion(code, '70', { formula: proportional(quantity(`leading-${code}`)), appliesTo: ['leader'] }),
);
const judged = (code: string) => criterion(code, '10', { formula: { kind: 'JUDGED', reasonBelowMax: true } });

export const officials: SchemeRules = scheme(
  criterion('total', '100', {
    children: [
      criterion('I', '30', { children: [judged('I.1'), judged('I.2'), judged('I.3')] }),
      criterion('II', '70', {
        formula: { kind: 'MEAN' },
        children: [
          criterion('a', '70', { formula: proportional(quantity('tasks')) }),
          criterion('b', '70', { formula: proportional(quantity('tasks')), items: [less('rework', 'reworks')] }),
          criterion('c', '70', { formula: proportional(quantity('tasks')), items: [less('delay', 'delays')] }),
          ...leaders,
        ],
      }),
    ],
  }),
  {
    blocks: [block('officials', ['tam'], { of: 'INDIVIDUALS' })],
    traits: [{ code: 'leader', name: 'Lãnh đạo, quản lý' }],
    rounding: { leaf: null, group: 2, total: 2, step: null },
    figures: [
      figureKind('tasks', { measure: { unit: 'RATIO', factor: '100' } }),
      occurring('reworks'),
      occurring('delays'),
      occurring('disciplined'),
      figureKind('outstanding', { kind: 'YES_NO', scope: 'BLOCK' }),
      ...['d', 'đ', 'e'].map((code) => figureKind(`leading-${code}`)),
    ],
    knockOuts: [knockOut('disciplined', is('disciplined', 'ABOVE', '0'), { effect: 'CAP_CLASS', class: 'KHTNV' })],
    classes: [
      rated('HTXSNV', way('90')),
      rated('HTTNV', way('70')),
      rated('HTNV', way('50')),
      rated('KHTNV', way(null)),
    ],
    quotas: [
      {
        class: 'HTXSNV',
        percent: '20',
        count: null,
        base: 'CLASS_AND_ABOVE',
        baseClass: 'HTTNV',
        raised: { percent: '25', when: is('outstanding', 'EQUAL', 'YES') },
        restsOn: 'NĐ 335/2025/NĐ-CP',
      },
    ],
  },
);

/** Without the quota, which takes a block of more than four. */
export const official: SchemeRules = { ...officials, quotas: [] };

const leading = (values: readonly string[]): FigureGiven[] =>
  ['d', 'đ', 'e'].flatMap((code, index) => (values[index] ? [figure('tam', `leading-${code}`, values[index])] : []));

/** Tasks, each (assigned, accepted, factor K), and what came in between. */
export function monthOf(
  tasks: readonly (readonly [assigned: string, accepted: string, factor: string])[],
  { delays = 0, reworks = 0, leadership = [] as readonly string[], isExempt = false } = {},
): ScoringInputs {
  const lines = tasks.map(([outOf, value, weight]) => ({ value, outOf, weight }));
  return inputs({
    figures: [figure('tam', 'tasks', null, { lines }), ...leading(leadership)],
    occurrences: [
      ...(delays ? [happened('tam', 'delays', delays, { isExempt })] : []),
      ...(reworks ? [happened('tam', 'reworks', reworks, { isExempt })] : []),
    ],
    points: points('tam', { 'I.1': '10', 'I.2': '10', 'I.3': '10' }),
  });
}
