import { compare, fraction } from '../../src/indicators/fraction.js';
import { boundsOf, yearsTogether, type PromisedLevel } from '../../src/indicators/level.rules.js';
import { promise } from './progressing.js';

const down = { direction: 'DOWN', comparator: 'AT_MOST' } as const;

/** Ends of the levels that keep a promise, as decimals. */
function ends(change: Partial<PromisedLevel>, years?: number) {
  const bounds = boundsOf({ ...promise, ...change }, years);
  if (typeof bounds === 'string') return bounds;
  const decimal = (end: typeof bounds.low) => end && end.over.div(end.under).toFixed();
  return [decimal(bounds.low), decimal(bounds.high), bounds.strict];
}

it.each<[string, Partial<PromisedLevel>, unknown]>([
  ['at least', {}, ['100', null, false]],
  ['above', { comparator: 'ABOVE' }, ['100', null, true]],
  ['at most', down, [null, '100', false]],
  ['below', { ...down, comparator: 'BELOW' }, [null, '100', true]],
  ['equal', { comparator: 'EQUAL' }, ['100', '100', false]],
  ['a range', { comparator: 'BETWEEN', upperTarget: '120' }, ['100', '120', false]],
  ['no target', { target: null }, 'NO_TARGET'],
  ['a statistic', { comparator: 'NONE' }, 'NO_TARGET'],
  ['a fall in points', { ...down, basis: 'CHANGE', target: '-0.5', baseline: '1.2' }, [null, '0.7', false]],
  ['a growth in percent', { basis: 'GROWTH', target: '15', baseline: '567' }, ['652.05', null, false]],
  ['a fall in percent', { ...down, basis: 'GROWTH', target: '-10', baseline: '50' }, [null, '45', false]],
  ['twice as much', { basis: 'MULTIPLE', target: '2', baseline: '592' }, ['1184', null, false]],
  ['half as much, less being better', { ...down, basis: 'MULTIPLE', target: '2', baseline: '5' }, [null, '2.5', false]],
  [
    'a range of multiples, less being better',
    { ...down, comparator: 'BETWEEN', basis: 'MULTIPLE', target: '2', upperTarget: '4', baseline: '8' },
    ['2', '4', false],
  ],
  ['not worse, more being better', { basis: 'NOT_WORSE', target: null, baseline: '5' }, ['5', null, false]],
  ['not worse, less being better', { ...down, basis: 'NOT_WORSE', target: null, baseline: '5' }, [null, '5', false]],
  ['not worse than nobody knows', { basis: 'NOT_WORSE', target: null }, 'NO_BASELINE'],
  ['a change against nobody knows', { basis: 'CHANGE', target: '5' }, 'NO_BASELINE'],
])('%s', (_, change, expected) => expect(ends(change)).toEqual(expected));

it('adds up the changes of years, and compounds their growth', () => {
  expect(ends({ ...down, basis: 'CHANGE', target: '-0.01', baseline: '15' }, 6)).toEqual([null, '14.94', false]);
  expect(ends({ basis: 'GROWTH', target: '10', baseline: '1' }, 5)).toEqual(['1.61051', null, false]);
});

it('takes the years of a term together only for their mean', () => {
  const term = { year: 2021, untilYear: 2025 };
  expect(yearsTogether('MEAN', term)).toBe(5);
  expect(yearsTogether('EACH', term)).toBe(1);
  expect(yearsTogether('MEAN', { year: 2021 })).toBe(1);
});

it('compares a third with thirds, where a decimal would be off', () => {
  expect(compare(fraction('1', '3'), fraction('2', '6'))).toBe(0);
  expect(compare(fraction('1', '3'), fraction('0.333333'))).toBe(1);
});
