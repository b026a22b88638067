import { spanOf } from '../../src/indicators/period.js';
import { progressStates, standOf, type Moment, type Progressing } from '../../src/progress/state.rules.js';
import { figure, moment, promise } from './progressing.js';

const down = { direction: 'DOWN', comparator: 'AT_MOST' } as const;
const stock = { overTime: 'AT_END' } as const;
const shares = { expectedShare: [{ period: '2023-H1', share: '40' }] };
const open = { needsClarification: true, clarification: { question: 'Bao nhiêu?', readings: [] } };

type Case = readonly [title: string, change: Partial<Progressing>, at: Moment, state: string];
const cases: readonly Case[] = [
  ['over and reached', {}, moment('100'), 'MET'],
  ['over and beyond', {}, moment('101'), 'EXCEEDED'],
  ['over and not reached', {}, moment('99'), 'MISSED'],
  ['the last day itself is not over', {}, moment('99', '2023', { asOf: '2023-12-31' }), 'IN_PROGRESS'],

  ['a flow keeps a target it has reached', {}, moment('100', '2023-H1'), 'MET'],
  ['a flow is beyond its target early', {}, moment('101', '2023-H1'), 'EXCEEDED'],
  ['a flow above its target', { comparator: 'ABOVE' }, moment('101', '2023-H1'), 'MET'],
  ['a flow under way', {}, moment('40', '2023-H1'), 'IN_PROGRESS'],
  ['a flow as far as expected', shares, moment('40', '2023-H1'), 'ON_TRACK'],
  ['a flow behind', shares, moment('39', '2023-H1'), 'BEHIND'],
  ['no share is stated for the period', shares, moment('39', '2023-Q1'), 'IN_PROGRESS'],

  ['a limit of a flow, passed: beyond repair', down, moment('101', '2023-H1'), 'MISSED'],
  ['a limit of a flow, not passed yet', down, moment('10', '2023-H1'), 'IN_PROGRESS'],
  ['a limit of a flow, kept to the end', down, moment('10'), 'EXCEEDED'],
  ['exactly so much of a flow, too early to say', { comparator: 'EQUAL' }, moment('100', '2023-H1'), 'IN_PROGRESS'],
  ['exactly so much of a flow, passed', { comparator: 'EQUAL', direction: 'HOLD' }, moment('101', '2023-H1'), 'MISSED'],

  ['a stock may still fall', stock, moment('120', '2023-H1'), 'IN_PROGRESS'],
  ['a stock at its limit may still rise', { ...stock, ...down }, moment('90', '2023-H1'), 'IN_PROGRESS'],
  ['a stock above its limit may still fall', { ...stock, ...down }, moment('120', '2023-H1'), 'IN_PROGRESS'],
  ['a stock at its end', { ...stock, ...down }, moment('90'), 'EXCEEDED'],
  [
    'a state to keep is not kept before the end',
    { ...stock, comparator: 'HOLD', target: null, targetText: 'Giữ', measure: { unit: 'STATE', factor: null } },
    moment('YES', '2023-H1'),
    'IN_PROGRESS',
  ],
  [
    'a state kept to the end',
    { ...stock, comparator: 'HOLD', target: null, targetText: 'Giữ', measure: { unit: 'STATE', factor: null } },
    moment('YES'),
    'MET',
  ],
  // Expected at 40 percent of the way from 50 to 100 is 70.
  ['a stock on its way', { ...stock, ...shares, baseline: '50' }, moment('70', '2023-H1'), 'ON_TRACK'],
  ['a stock behind on its way', { ...stock, ...shares, baseline: '50' }, moment('69', '2023-H1'), 'BEHIND'],
  ['a stock whose way begins nowhere', { ...stock, ...shares }, moment('70', '2023-H1'), 'IN_PROGRESS'],
  // From 200 down to 100: 160.
  ['a fall on its way', { ...stock, ...shares, ...down, baseline: '200' }, moment('160', '2023-H1'), 'ON_TRACK'],
  ['a fall behind', { ...stock, ...shares, ...down, baseline: '200' }, moment('161', '2023-H1'), 'BEHIND'],

  ['no figure, none due', {}, moment(null, '2023-Q1', { due: false }), 'NOT_DUE'],
  ['no figure, one due', {}, moment(null), 'NO_FIGURE NO_RESULT'],
  ['a change against nobody knows', { basis: 'CHANGE' }, moment('5'), 'NO_FIGURE NO_BASELINE'],
  ['no target and no figure', { target: null }, moment(null), 'NO_TARGET'],
  ['no target', { target: null }, moment('5'), 'NO_TARGET'],
  ['an open question', open, moment('100'), 'NEEDS_CLARIFICATION'],
  ['a statistic', { comparator: 'NONE', target: null }, moment('5'), 'NOT_JUDGED'],
  ['a statistic with a question', { comparator: 'NONE', target: null, ...open }, moment('5'), 'NOT_JUDGED'],
];

const said = (change: Partial<Progressing>, at: Moment) => {
  const { state, reason } = standOf({ ...promise, ...change }, at);
  return [state, ...(reason === null ? [] : [reason])].join(' ');
};

it.each(cases)('%s', (_, change, at, state) => expect(said(change, at)).toBe(state));

it('has a case of every state', () => {
  expect([...new Set(cases.map(([, , , state]) => state.split(' ')[0]))].sort()).toEqual([...progressStates].sort());
});

/** A term of three years, seen at the end of the years that have figures; null: no figure. */
const term = (values: readonly (string | null)[], change: Partial<Moment> = {}): Moment => {
  const last = values.at(-1) ?? null;
  return moment(last, String(2020 + values.length), {
    promised: spanOf('2021-2023'),
    each: values.map((value) => value && figure(value)) as Moment['each'],
    ...change,
  });
};
const eachYear = { ...stock, overYears: 'EACH' } as const;

it.each<Case>([
  ['kept in every year', eachYear, term(['100', '100', '100']), 'MET'],
  ['beyond in every year', eachYear, term(['101', '102', '103']), 'EXCEEDED'],
  ['beyond in some', eachYear, term(['101', '100', '103']), 'MET'],
  ['a year that missed it is beyond repair', eachYear, term(['99', '120']), 'MISSED'],
  ['kept so far', eachYear, term(['100', '100']), 'IN_PROGRESS'],
  [
    'the year under way does not miss it yet',
    eachYear,
    term(['100', '50'], { period: spanOf('2022-H1'), asOf: '2022-07-01' }),
    'IN_PROGRESS',
  ],
  ['a year without a figure', eachYear, term(['100', null, '100']), 'NO_FIGURE NO_RESULT'],
  ['no figure yet', eachYear, term([null], { due: false }), 'NOT_DUE'],
  [
    'a fall every year',
    { ...eachYear, ...down, basis: 'CHANGE', target: '-1', baseline: '9' },
    term(['8', '7', '6']),
    'MET',
  ],
  [
    'a fall that stops',
    { ...eachYear, ...down, basis: 'CHANGE', target: '-1', baseline: '9' },
    term(['7', '6.5']),
    'MISSED',
  ],
  [
    'a fall from nobody knows',
    { ...eachYear, ...down, basis: 'CHANGE', target: '-1' },
    term(['8', '7', '6']),
    'NO_FIGURE NO_BASELINE',
  ],
  ['no target in any year', { ...eachYear, target: null }, term(['8', '7', '6']), 'NO_TARGET'],
])('a promise of every year: %s', (_, change, at, state) => expect(said(change, at)).toBe(state));

it('lets the total of a term grow, and the flow of a year not stand for its last', () => {
  const at = moment('100', '2022', { promised: spanOf('2021-2023') });
  expect(said({ overYears: 'TOTAL' }, at)).toBe('MET');
  expect(said({ overYears: 'AT_END' }, at)).toBe('IN_PROGRESS');
  expect(said({ overYears: 'MEAN' }, at)).toBe('IN_PROGRESS');
});
