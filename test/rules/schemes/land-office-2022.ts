import type { Criterion, Formula, Item, SchemeRules } from '../../../src/standings/scheme-rules.js';
import type { FigureGiven, ScoringInputs } from '../../../src/standings/scored.js';
import {
  band,
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
  points,
  quantity,
  scheme,
} from './build.js';

/**
 * Bảng điểm thi đua Phòng Tài nguyên và Môi trường cấp huyện, Sở TN&MT Tiền Giang 2022: "Bảng điểm chuẩn", báo cáo tự
 * chấm 403/BC-PTNMT và biên bản chấm ngày 09/12/2022 (thị xã Cai Lậy). The standard points are kept whole; work adds and
 * takes. Deductions of a case, which the source leaves out, are 0.5 here.
 */

const full: Formula = { kind: 'FULL' };
const kept = (code: string, max: string, items: readonly Item[] = [], change: Partial<Criterion> = {}) =>
  criterion(code, max, { formula: full, isCeiling: false, items, ...change });

/** Deduction or bonus for each occurrence of the same name. */
const per = (code: string, of: string, change: Partial<Item> = {}) => item(code, each(code, of), change);
const when = (code: string, ...cases: readonly (readonly [ReturnType<typeof is>, string])[]) =>
  item(code, {
    kind: 'CASES',
    cases: cases.map(([condition, of]) => ({ when: condition, points: of })),
    otherwise: '0',
  });
const cases = (code: string, max: string, deduction: string) =>
  kept(code, max, [per(`${code}-case`, '-0.5')], { limits: { bonus: null, deduction, net: null } });

const volume = {
  quantity: quantity('files'),
  bands: ['< 1000', '≥ 1000 < 2000', '≥ 2000'].map(band),
};
const table = (code: string, of: string, columns: readonly string[], rows: readonly (readonly string[])[]) =>
  item(code, {
    kind: 'TABLE',
    rows: volume,
    columns: { quantity: quantity(of), bands: columns.map(band) },
    table: rows,
  });

const tree = criterion('total', '100', {
  isCeiling: false,
  children: [
    criterion('TC1', '80', {
      isCeiling: false,
      children: [
        criterion('a', '30', {
          isCeiling: false,
          children: [
            cases('a1', '3', '1.5'),
            cases('a2', '3', '2'),
            kept('a3', '3'),
            kept(
              'a4',
              '3.5',
              [
                when(
                  'a4-certificates',
                  [{ kind: 'ALL', of: [is('households', 'AT_LEAST', '99'), is('land', 'AT_LEAST', '95')] }, '2'],
                  [is('households', 'AT_LEAST', '99'), '1'],
                ),
                when('a4-households', [is('households', 'BELOW', '98.5'), '-0.5']),
                per('a4-uninvited', '-1', { min: '-1' }),
                per('a4-complaint', '-0.5'),
              ],
              { limits: { bonus: null, deduction: '2', net: null } },
            ),
            cases('a5', '3', '2'),
            cases('a6', '3', '1.5'),
            kept('a7', '3', [per('a7-case', '-0.5', { min: '-1.5' }), per('a7.6', '1')]),
            cases('a8', '3.5', '2'),
            kept('a9', '5', [per('a9-case', '-0.5', { min: '-2.5' }), per('a9.4', '0.1')]),
          ],
        }),
        criterion('b', '15', {
          isCeiling: false,
          children: [
            kept('b1', '2', [per('b1-case', '-0.25')]),
            kept('b2', '5', [
              per('b2.1', '0.5', { max: '1' }),
              per('b2.2', '-0.5', { min: '-1' }),
              per('b2.3', '-0.2'),
            ]),
            kept('b3', '3', [when('b3.1', [is('monitoring', 'AT_LEAST', '100'), '0.5'])]),
            kept('b4', '5', [
              per('b4.1', '-0.5', { min: '-3' }),
              per('b4.2', '-0.5', { min: '-0.5' }),
              per('b4.3', '-0.25'),
            ]),
          ],
        }),
        criterion('C', '25', {
          isCeiling: false,
          children: [
            criterion('C1', '5', {
              formula: bands('waste', ['> 98', '5'], ['≥ 97 < 98', '4'], ['≥ 96 < 97', '3'], ['< 96', '0']),
            }),
            criterion('C2', '5', {
              isCeiling: false,
              formula: bands('plants', ['> 90', '5'], ['≥ 80 < 90', '4'], ['≥ 70 < 80', '3'], ['< 70', '0']),
              items: [
                item(
                  'C2.4',
                  {
                    kind: 'INCREMENTS',
                    quantity: quantity('plants'),
                    direction: 'UP',
                    start: '92',
                    every: '1',
                    atOnce: true,
                    points: '0.1',
                  },
                  { max: '0.5' },
                ),
              ],
            }),
            kept('C3', '5', [
              per('C3.1', '-0.1', { min: '-0.5' }),
              per('C3.2-commune', '-0.2', { min: '-2' }),
              per('C3.2-times', '-0.1', { min: '-1' }),
              per('C3.2-district', '-3', { min: '-3' }),
              per('C3.3', '0.2', { max: '1' }),
            ]),
            criterion('C4', '4'),
            kept('C5', '5', [per('C5.2', '-0.2', { min: '-1' }), per('C5.3', '-0.2', { min: '-2' })]),
            kept('C6', '1', [per('C6-document', '-0.1', { min: '-0.5' })]),
          ],
        }),
        criterion('d', '10', {
          isCeiling: false,
          children: [
            kept('d1', '3', [
              when(
                'd1-plan',
                [is('no-plan', 'ABOVE', '0'), '-3'],
                [is('inspections', 'BELOW', '95'), '-2'],
                [is('inspections', 'BELOW', '100'), '-1'],
                [is('inspections', 'EQUAL', '100'), '0'],
                [is('inspections', 'BELOW', '120'), '1'],
                [is('inspections', 'AT_LEAST', '120'), '2'],
              ),
            ]),
            kept(
              'd2',
              '7',
              [
                per('d2.1', '-1'),
                per('d2.2', '-1'),
                per('d2.3', '1', { max: '2' }),
                per('d2.4', '-0.5'),
                per('d2.5', '-1'),
              ],
              { limits: { bonus: null, deduction: null, net: '7' } },
            ),
          ],
        }),
      ],
    }),
    criterion('TC2', '2', {
      isCeiling: false,
      children: [
        kept('2.1', '1', [per('2.1-reprimand', '-1'), per('2.1-warning', '-2')], { min: null }),
        kept('2.2', '1', [per('2.2.1', '0.5'), per('2.2.2', '-1')]),
      ],
    }),
    criterion('TC3', '10', {
      isCeiling: false,
      children: [
        kept('3.1', '2', [when('3.1.2', [is('plan-issued', 'ABOVE', '2022-01-31'), '-0.5'])]),
        kept('3.2', '2', [
          item('3.2-launch', {
            kind: 'WORDS',
            figure: 'launch',
            words: [
              { word: 'YES', points: '0.5' },
              { word: 'NO', points: '-0.5' },
            ],
          }),
          per('3.2-unchecked', '-0.5', { min: '-0.5' }),
        ]),
        criterion('3.3', '6', {
          isCeiling: false,
          formula: {
            kind: 'PASS_FAIL',
            when: { kind: 'ALL', of: [is('late', 'EQUAL', '0'), is('early', 'AT_LEAST', '1')] },
          },
          items: [
            table(
              '3.3-early',
              'early',
              ['< 1', '≥ 1 < 5', '≥ 5 < 7', '≥ 7 < 10', '≥ 10'],
              [
                ['0', '0.5', '1', '1.5', '2'],
                ['0', '1', '1.5', '2', '2.5'],
                ['0', '1.2', '1.7', '2.2', '2.7'],
              ],
            ),
            table(
              '3.3-late',
              'late',
              ['= 0', '> 0 < 1', '≥ 1 < 7', '≥ 7 < 10', '≥ 10'],
              [
                ['0', '-1', '-1.5', '-2', '-2.5'],
                ['0', '-0.5', '-1', '-1.5', '-2'],
                ['0', '-0.2', '-0.7', '-1.2', '-1.7'],
              ],
            ),
            per('3.3.4', '-2'),
          ],
        }),
      ],
    }),
    criterion('TC4', '3', {
      isCeiling: false,
      children: [
        kept('4.1', '1', [when('4.1.1', [is('registered', 'ABOVE', '2022-01-31'), '-1'])]),
        kept('4.2', '0.5', [per('4.2.1', '-0.5')]),
        kept('4.3', '1.5', [per('4.3.1', '0.2', { max: '1' }), per('4.3.2', '-0.5')]),
      ],
    }),
    criterion('TC5', '5', {
      isCeiling: false,
      children: [
        kept('5.1', '2', [per('5.1-report', '-0.5')]),
        kept('5.2', '3', [per('5.3', '-0.5', { min: '-3' }), per('5.5', '-1', { min: '-3' })]),
      ],
    }),
  ],
});

const items = (of: Criterion): Item[] => [...of.items, ...of.children.flatMap(items)];
const counted = items(tree)
  .filter(({ formula }) => formula.kind === 'COUNT')
  .map(({ code }) => occurring(code));

export const landOffice: SchemeRules = scheme(tree, {
  blocks: [block('district', ['cai-lay'])],
  figures: [
    ...counted,
    ...['households', 'land', 'monitoring', 'waste', 'plants', 'inspections', 'files', 'early', 'late'].map((code) =>
      figureKind(code),
    ),
    occurring('no-plan'),
    occurring('5.2-no-report'),
    figureKind('plan-issued', { kind: 'DAY' }),
    figureKind('registered', { kind: 'DAY' }),
    figureKind('launch', { kind: 'YES_NO' }),
  ],
  knockOuts: [knockOut('5.2', is('5.2-no-report', 'ABOVE', '0'), { effect: 'NOT_CLASSED' })],
});

/** The same table with its points given as a whole, as reports have them. */
export const landOfficeGiven: SchemeRules = { ...landOffice, tree: asGiven(tree), figures: [], knockOuts: [] };

function asGiven(of: Criterion): Criterion {
  const isWhole = of.code === 'TC5' || of.children.length === 0;
  return {
    ...of,
    isCeiling: false,
    formula: { kind: isWhole ? 'GIVEN' : 'SUM' },
    children: isWhole ? [] : of.children.map(asGiven),
    items: [],
  };
}

const minutes = {
  ...{ a1: '3', a2: '3', a3: '3', a4: '5.5', a5: '3', a6: '3', a7: '7', a8: '3.5', a9: '5' },
  ...{ b1: '2', b2: '5.5', b3: '3.5', b4: '5', C1: '5', C2: '5.7', C3: '5.2', C4: '4.5', C5: '5', C6: '1' },
  ...{ d1: '5', d2: '11', '2.1': '1', '2.2': '1.5', '3.1': '2', '3.2': '2.5', '3.3': '8' },
  ...{ '4.1': '1', '4.2': '0.5', '4.3': '2.5', TC5: '5' },
};
export const minutesOfCaiLay = inputs({ points: points('cai-lay', minutes) });
export const reportOfCaiLay = inputs({ points: points('cai-lay', { ...minutes, a7: '11', d2: '13' }) });

/** The minutes as their events: each bonus by its count or figure. `planIssued`: the day of the plan of 3.1. */
export const eventsOfCaiLay = (planIssued: string): ScoringInputs => {
  const unit = 'cai-lay';
  const shares = { households: '99.2', land: '96', monitoring: '100', waste: '99', plants: '98' };
  const others = { inspections: '125', files: '900', early: '12', late: '0' };
  return inputs({
    figures: [
      ...Object.entries({ ...shares, ...others }).map(([code, value]): FigureGiven => figure(unit, code, value)),
      figure(unit, 'plan-issued', planIssued),
      figure(unit, 'registered', '2022-01-20'),
      figure(unit, 'launch', 'YES'),
    ],
    occurrences: [
      happened(unit, 'a7.6', 4),
      happened(unit, 'b2.1', 1),
      happened(unit, 'C3.3', 1),
      happened(unit, 'd2.3', 4),
      happened(unit, '2.2.1', 1),
      happened(unit, '4.3.1', 5),
    ],
    points: points(unit, { C4: '4.5' }),
  });
};

export const allow = (line: string) => ({ unit: 'cai-lay', line });
