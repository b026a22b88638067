import fc from 'fast-check';
import type { Indicator } from '../../src/indicators/indicator.entity.js';
import { comparators } from '../../src/indicators/indicator-members.view.js';
import { broken } from '../../src/indicators/indicator.rules.js';

type Judged = Parameters<typeof broken>[0];

const hectares: Indicator['measure'] = { unit: 'HECTARE', displayUnit: 'ha', scale: 0, factor: null };
const good: Judged = {
  name: 'Diện tích lúa',
  appliesFrom: null,
  expectedShare: [],
  direction: 'UP',
  comparator: 'AT_LEAST',
  target: '171.9',
  targetText: null,
  upperTarget: null,
  outOf: null,
  measure: hectares,
  overUnits: 'SUM',
  basis: 'LEVEL',
  baseline: null,
  printedChange: null,
  beyond: null,
  grades: [],
  endsAt100: false,
  frequency: 'QUARTERLY',
  overYears: 'AT_END',
  seasons: [],
  derived: false,
  derivation: null,
  awardForm: null,
};

const codes = (change: Partial<Judged>) => broken({ ...good, ...change }, { year: 2023 }).map(({ code }) => code);

it.each<[string, Partial<Judged>, string[]]>([
  ['an indicator in order', {}, []],
  ['a computed one', { derived: true, derivation: 'DISSEMINATION' }, []],
  ['one that counts awards', { derived: true, derivation: 'AWARDS', awardForm: 'gdvh' }, []],
  ['one that counts awards of no form', { derived: true, derivation: 'AWARDS' }, ['AWARD_FORM']],
  ['a reported one that names a form', { awardForm: 'gdvh' }, ['AWARD_FORM']],
  ['a computed one that does not say how', { derived: true }, ['DERIVATION']],
  ['a reported one that says how it is computed', { derivation: 'DISSEMINATION' }, ['DERIVATION']],
  ['a strict lower bound', { comparator: 'ABOVE' }, []],
  ['a target by reference', { target: null, targetText: 'theo kế hoạch được giao' }, []],
  ['"at least" where less is better', { direction: 'DOWN' }, ['UPSIDE_DOWN']],
  ['"below" where more is better', { comparator: 'BELOW' }, ['UPSIDE_DOWN']],
  ['"at most" where less is better', { comparator: 'AT_MOST', direction: 'DOWN' }, []],
  ['a range', { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '0.8', upperTarget: '1' }, []],
  ['a range of one point', { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '1', upperTarget: '1' }, []],
  [
    'a range the wrong way round',
    { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '1', upperTarget: '0.8' },
    ['RANGE'],
  ],
  [
    'a range compared as numbers, not as text',
    { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '9', upperTarget: '10' },
    [],
  ],
  ['a range with an open end', { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '1' }, ['RANGE']],
  ['an upper end without a range', { upperTarget: '200' }, ['RANGE']],
  ['six of six', { target: '6', outOf: '6' }, []],
  ['seven of six', { target: '7', outOf: '6' }, ['MORE_THAN_ALL']],
  ['none of none', { target: '0', outOf: '0' }, ['MORE_THAN_ALL']],
  ['a grade in words', { comparator: 'GRADE', direction: 'HOLD', target: null, targetText: 'vững mạnh toàn diện' }, []],
  ['a grade that names none', { comparator: 'GRADE', direction: 'HOLD', target: null }, ['TARGET_IN_WORDS']],
  [
    'a grade in figures',
    { comparator: 'GRADE', direction: 'HOLD', target: '1', targetText: 'một' },
    ['TARGET_IN_WORDS'],
  ],
  ['a mean of areas', { overUnits: 'MEAN' }, []],
  [
    'a mean of percentages',
    { overUnits: 'MEAN', measure: { unit: 'PERCENT', displayUnit: '%', scale: 0, factor: '100' } },
    ['MEAN_OF_PERCENTAGES'],
  ],
  ['a share of a structure that is not judged', { comparator: 'NONE', direction: 'HOLD' }, []],
  [
    'half of sixteen, in percent',
    { target: '50', outOf: '16', measure: { unit: 'PERCENT', displayUnit: '%', scale: 0, factor: '100' } },
    [],
  ],
  [
    'a range that ends beyond all of them',
    { comparator: 'BETWEEN', beyond: 'EXCEEDED', target: '5', upperTarget: '7', outOf: '6' },
    ['MORE_THAN_ALL'],
  ],
  [
    'a target in percent above all of a share',
    { target: '120', endsAt100: true, measure: { unit: 'PERCENT', displayUnit: '%', scale: 0, factor: '100' } },
    ['SHARE'],
  ],
  [
    'a fall to less than nothing',
    { direction: 'DOWN', comparator: 'AT_MOST', basis: 'CHANGE', target: '-5', baseline: '4' },
    ['NEGATIVE'],
  ],
  ['a fall to nothing', { direction: 'DOWN', comparator: 'AT_MOST', basis: 'CHANGE', target: '-5', baseline: '5' }, []],
  [
    'a growth of households to a part of one',
    { basis: 'GROWTH', target: '5', baseline: '105', measure: { ...hectares, unit: 'HOUSEHOLD' } },
    [],
  ],
  ['no name', { name: '  ' }, ['NAMELESS']],
  ['a negative area', { target: '-5' }, ['NEGATIVE']],
  [
    'a negative percentage',
    { target: '-5', measure: { unit: 'PERCENT', displayUnit: '%', scale: 0, factor: '100' } },
    [],
  ],
  [
    'shares of the year',
    {
      expectedShare: [
        { period: '2023-H1', share: '40' },
        { period: '2023', share: '100' },
      ],
    },
    [],
  ],
  ['a change printed beside its target', { printedChange: { basis: 'CHANGE', by: '-3' } }, []],
  [
    'a change printed beside no target',
    { target: null, printedChange: { basis: 'CHANGE', by: '-3' } },
    ['PRINTED_CHANGE'],
  ],
  ['a printed multiple of nothing', { printedChange: { basis: 'MULTIPLE', by: '0' } }, ['CHANGE']],
  ['a printed fall below nothing', { printedChange: { basis: 'GROWTH', by: '-100' } }, ['CHANGE']],
  ['a share of more than all', { expectedShare: [{ period: '2023-H1', share: '140' }] }, ['SHARES']],
  ['a share of less than nothing', { expectedShare: [{ period: '2023-H1', share: '-1' }] }, ['SHARES']],
  ['a share of another year', { expectedShare: [{ period: '2099', share: '40' }] }, ['SHARES']],
  [
    'a share for a period that no report is for',
    { expectedShare: [{ period: '2022-12-01/2023-01-31', share: '40' }] },
    ['SHARES'],
  ],
  [
    'a share for a period under another name',
    { expectedShare: [{ period: '2023-01-01/2023-06-30', share: '40' }] },
    ['SHARES'],
  ],
  [
    'a quantity as a ratio over units, of which no report can state the total',
    { overUnits: 'RATIO' },
    ['OUT_OF_UNASKED'],
  ],
  ['a count of a total as a ratio over units', { overUnits: 'RATIO', target: '6', outOf: '6' }, []],
  [
    'two shares of one period',
    {
      expectedShare: [
        { period: '2023-H1', share: '40' },
        { period: '2023-H1', share: '50' },
      ],
    },
    ['SHARES'],
  ],
  ['two mistakes at once', { direction: 'DOWN', target: '7', outOf: '6' }, ['UPSIDE_DOWN', 'MORE_THAN_ALL']],
])('%s', (_, change, expected) => {
  expect(codes(change)).toEqual(expected);
});

it('never lets an upper end stand beside anything but a range, nor a range without one', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 999 }).map(String));
  fc.assert(
    fc.property(fc.constantFrom(...comparators), figure, figure, (comparator, target, upperTarget) => {
      const isRange = comparator === 'BETWEEN';
      const inOrder = isRange
        ? target !== null && upperTarget !== null && Number(target) <= Number(upperTarget)
        : upperTarget === null;
      expect(codes({ comparator, direction: 'HOLD', target, upperTarget, targetText: 'x' }).includes('RANGE')).toBe(
        !inOrder,
      );
    }),
  );
});
