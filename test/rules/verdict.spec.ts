import fc from 'fast-check';
import { judgeFigure, type JudgedIndicator } from '../../src/indicators/verdict.rules.js';
import { figure, percent, promise } from './progressing.js';

const down = { direction: 'DOWN', comparator: 'AT_MOST' } as const;
const range = { comparator: 'BETWEEN', upperTarget: '120', beyond: 'EXCEEDED' } as const;
const words = { measure: { unit: 'GRADE', factor: null }, comparator: 'GRADE', target: null } as const;
const grades = ['Yếu', 'Khá', 'Tốt', 'Xuất sắc'];

const judge = (change: Partial<JudgedIndicator>, said: string) => {
  const [value = '', outOf] = said.split('/');
  const judged = judgeFigure({ ...promise, ...change }, figure(value, outOf));
  return typeof judged === 'string' ? judged : `${judged.verdict} ${judged.percent}`;
};

it.each<[string, Partial<JudgedIndicator>, Record<string, string>]>([
  ['at least', {}, { '99.9': 'MISSED 99.9', '100': 'MET 100', '100.1': 'EXCEEDED 100.1', '0': 'MISSED 0' }],
  ['above: beyond is the promise itself', { comparator: 'ABOVE' }, { '100': 'MISSED 100', '150': 'MET 150' }],
  ['at most', down, { '100': 'MET 100', '80': 'EXCEEDED 125', '101': 'MISSED 99.01', '0': 'EXCEEDED null' }],
  ['below', { ...down, comparator: 'BELOW' }, { '100': 'MISSED 100', '50': 'MET 200' }],
  ['equal', { comparator: 'EQUAL', direction: 'HOLD' }, { '100': 'MET 100', '101': 'MISSED 99.01', '99': 'MISSED 99' }],
  ['at least, of a state to keep', { direction: 'HOLD' }, { '101': 'MET 101', '99': 'MISSED 99' }],
  ['none of them', { ...down, comparator: 'EQUAL', target: '0' }, { '0': 'MET null', '1': 'MISSED null' }],
  ['a target of zero', { target: '0' }, { '0': 'MET null', '1': 'EXCEEDED null' }],
  ['a target below zero', { target: '-5', measure: percent }, { '-5': 'MET null', '-6': 'MISSED null' }],
  ['a range, more being better', range, { '99': 'MISSED 99', '110': 'MET 110', '121': 'EXCEEDED 121' }],
  [
    'a range, less being better',
    { ...range, direction: 'DOWN' },
    { '121': 'MISSED 99.17', '120': 'MET 100', '99': 'EXCEEDED 121.21' },
  ],
  [
    'a range to stay in',
    { ...range, direction: 'HOLD', beyond: 'MISSED' },
    { '110': 'MET 100', '121': 'MISSED 99.17', '99': 'MISSED 99' },
  ],
  ['a range whose far end is an end', { ...range, beyond: 'MISSED' }, { '121': 'MISSED 121' }],
  ['six of six', { target: '6', outOf: '6' }, { '6/6': 'MET 100', '5/6': 'MISSED 83.33', '7/6': 'MET 116.67' }],
  ['four of nine', { target: '4', outOf: '9' }, { '5/9': 'EXCEEDED 125' }],
  ['all of a share', { measure: percent, endsAt100: true }, { '100': 'MET 100', '12/12': 'MET 100', '101': 'MET 101' }],
  ['a percentage without end', { measure: percent }, { '137.7': 'EXCEEDED 137.7' }],
  ['a ratio, exactly', { measure: percent, target: '33.333333' }, { '1/3': 'EXCEEDED 100', '33.333333': 'MET 100' }],
  ['per thousand', { ...down, measure: { unit: 'RATIO', factor: '1000' }, target: '15' }, { '3/200': 'MET 100' }],
  ['no target', { target: null }, { '5': 'NO_TARGET' }],
  ['a change without its baseline', { basis: 'CHANGE' }, { '5': 'NO_BASELINE' }],
  ['a statistic', { comparator: 'NONE' }, { '5': 'NOT_JUDGED' }],
  [
    'a grade in its order',
    { ...words, grades, targetText: 'Tốt' },
    { Tốt: 'MET null', Khá: 'MISSED null', 'Xuất sắc': 'EXCEEDED null', ' tốt ': 'MET null' },
  ],
  ['a grade of no known order', { ...words, targetText: 'Tốt' }, { Tốt: 'MET null', Khá: 'NOT_JUDGED' }],
  ['a grade of which none is asked', { ...words, targetText: null }, { Tốt: 'NO_TARGET' }],
  [
    'done or not',
    { comparator: 'ACHIEVE', target: null, measure: { unit: 'STATE', factor: null } },
    { YES: 'MET null', NO: 'MISSED null' },
  ],
])('%s', (_, change, expected) => {
  expect(Object.fromEntries(Object.keys(expected).map((said) => [said, judge(change, said)]))).toEqual(expected);
});

const level = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const promises = fc.constantFrom<Partial<JudgedIndicator>>(
  {},
  { comparator: 'ABOVE' },
  range,
  down,
  { ...down, comparator: 'BELOW' },
  { ...range, direction: 'DOWN' },
  { basis: 'NOT_WORSE', target: null },
  { ...down, basis: 'NOT_WORSE', target: null },
  { basis: 'GROWTH', target: '10' },
  { ...down, basis: 'CHANGE', target: '-3' },
  { ...down, basis: 'MULTIPLE', target: '2' },
  { measure: percent, endsAt100: true, target: '100' },
);

it('never judges a better figure worse, nor shows less of it', () => {
  const order = ['MISSED', 'MET', 'EXCEEDED'];
  fc.assert(
    fc.property(promises, level, level, level, (change, target, a, b) => {
      const indicator = { ...promise, target: String(target), upperTarget: null, baseline: '20', ...change };
      if (change.upperTarget) Object.assign(indicator, { target: '20', upperTarget: '30' });
      const isBetter = indicator.direction === 'DOWN' ? a < b : a > b;
      const [better, worse] = (isBetter ? [a, b] : [b, a]).map((value) =>
        judgeFigure(indicator, figure(String(value))),
      );
      if (typeof better !== 'object' || typeof worse !== 'object') throw new Error('It was not judged.');
      expect(order.indexOf(better.verdict)).toBeGreaterThanOrEqual(order.indexOf(worse.verdict));
      if (better.percent !== null && worse.percent !== null)
        expect(Number(better.percent)).toBeGreaterThanOrEqual(Number(worse.percent));
    }),
  );
});
