import Big from 'big.js';
import { adds, partsAgainst, wholeOf } from '../../src/indicators/parts.rules.js';
import { percent } from './progressing.js';

const whole = { target: '621', comparator: 'AT_LEAST', endsAt100: false, measure: { factor: null } } as const;
const structure = { target: null, comparator: 'NONE', endsAt100: true, measure: percent } as const;

it.each<[string, Parameters<typeof adds>[0], string, unknown]>([
  ['money that adds up', whole, '621', []],
  ['money that does not', whole, '620.999999', ['PARTS']],
  ['no target', { ...whole, target: null }, '620', []],
  ['a structure of 100 percent', structure, '100', []],
  ['a structure off by rounding', structure, '99.98', ['PARTS_ROUNDED']],
  ['the least of rounding', structure, '99.5', ['PARTS_ROUNDED']],
  ['the most of rounding', structure, '100.5', ['PARTS_ROUNDED']],
  ['less than rounding', structure, '99.499999', ['PARTS']],
  ['more than rounding', structure, '100.500001', ['PARTS']],
])('%s', (_, of, sum, expected) => expect(partsAgainst(of, new Big(sum))).toEqual(expected));

it('adds up counts and shares of a structure, never rates', () => {
  expect(adds(whole)).toBe(true);
  expect(adds(structure)).toBe(true);
  expect(adds({ ...whole, measure: percent })).toBe(false);
  expect(adds({ ...structure, comparator: 'AT_LEAST' })).toBe(false);
  expect([wholeOf(whole), wholeOf(structure), wholeOf({ ...structure, endsAt100: false })]).toEqual([
    '621',
    '100',
    null,
  ]);
});
