import Big from 'big.js';
import fc from 'fast-check';
import { isOwn } from '../../src/indicators/frequency.rules.js';
import { spanOf } from '../../src/indicators/period.js';
import type { Part } from '../../src/periods/calendar.rules.js';
import { once, type AggregatedIndicator } from '../../src/progress/choice.rules.js';
import {
  figureOver,
  growth,
  overUnits,
  overYears,
  totalOver,
  worst,
  type Covering,
} from '../../src/progress/figure.rules.js';
import { figure, percent, promise, result } from './progressing.js';

const q = (number: number, value: string, outOf?: string) => result(`2023-Q${number}`, value, outOf);
const periods = (results: readonly { period: string }[]) => results.map(({ period }) => period);

/** The figure of a period out of these results; `last`: the last part of the period that gives one. */
function total(change: Partial<AggregatedIndicator>, results: readonly Covering[], period = '2023', last = '2023-Q4') {
  const within = { span: spanOf(period), last: spanOf(last) };
  const { figure: rolled, twice } = totalOver({ ...promise, ...change }, within, spanOf)(results);
  return [rolled && [rolled.value, ...(rolled.outOf === null ? [] : [rolled.outOf])].join('/'), periods(twice)];
}

const year = [q(1, '10'), q(2, '20'), q(3, '30'), q(4, '40')];
const before = result('2022-Q4', '99');

it.each<[string, unknown, unknown]>([
  ['a flow is summed', total({}, [...year, before]), ['100', []]],
  ['a flow in half a year', total({}, year, '2023-H1', '2023-Q2'), ['30', []]],
  ['a stock is its last figure', total({ overTime: 'AT_END' }, year), ['40', []]],
  ['a stock without its last part is not known', total({ overTime: 'AT_END' }, year.slice(0, 3)), [null, []]],
  ['a mean is that of those who reported', total({ overTime: 'MEAN' }, year.slice(0, 3)), ['20', []]],
  ['NONE gives the last part alone', total({ overTime: 'NONE' }, year), ['40', []]],
  ['NONE without the last part', total({ overTime: 'NONE' }, year.slice(0, 3)), [null, []]],
  ['a ratio is summed in value and total', total({}, [q(1, '1', '2'), q(2, '3', '8')]), ['4/10', []]],
  ['a ratio is no summand of counts', total({}, [q(1, '1', '2'), q(2, '50')]), [null, []]],
  ['nothing to report adds nothing to counts', total({}, [q(1, '1', '2'), q(2, '0')]), ['1', []]],
  ['no result, no figure', total({}, []), [null, []]],
  [
    'the latest of cumulative reports holds the others',
    total({ reported: 'CUMULATIVE' }, [q(2, '30'), q(1, '10')]),
    ['30', []],
  ],
  ['a year beside its quarters', total({}, [...year, result('2023', '101')]), ['100', ['2023']]],
  ['a half beside one of its quarters', total({}, [q(1, '10'), result('2023-H1', '30')]), ['30', ['2023-Q1']]],
  ['a half beside both of its quarters', total({}, [...year, result('2023-H1', '31')]), ['100', ['2023-H1']]],
  [
    'a season across New Year is of its harvest',
    total({ frequency: 'SEASONAL' }, [result('2022-2023-winter-spring', '7'), result('2023-2024-winter-spring', '9')]),
    ['7', []],
  ],
  [
    'an interval across New Year is of neither year',
    total({}, [q(1, '10'), result('2022-12-01/2023-01-31', '5')]),
    ['10', []],
  ],
])('%s', (_, said, expected) => expect(said).toEqual(expected));

it('knows the results of an indicator by their frequency', () => {
  const own = (period: string, frequency: AggregatedIndicator['frequency']) =>
    isOwn({ period, ...spanOf(period) }, frequency);
  expect(own('2023-02', 'MONTHLY')).toBe(true);
  expect(own('2023-Q1', 'MONTHLY')).toBe(false);
  expect(own('2023', 'YEARLY')).toBe(true);
  expect(own('2022-2023', 'YEARLY')).toBe(false);
  expect(own('2023-spring', 'SEASONAL')).toBe(true);
  expect(own('2023-H1', 'SEASONAL')).toBe(false);
});

it('takes a part of a cumulative figure as its growth', () => {
  expect(growth(figure('30', '60'), figure('10', '50'))).toEqual(figure('20', '10'));
  expect(growth(figure('30'), null)).toBeNull();
});

it('rolls up units: sums, ratios of sums, means, the worst; what stands below another is part of it', () => {
  const units = [
    { unitPath: 'xa/a', figure: figure('1', '2') },
    { unitPath: 'xa/b', figure: figure('8', '8') },
    { unitPath: 'xa/b/c', figure: figure('5', '5') },
  ];
  const rolled = (rule: 'SUM' | 'RATIO' | 'MEAN' | 'COMMUNE_ONLY', of = units) => overUnits({ overUnits: rule }, of);
  expect(rolled('SUM')).toEqual(figure('9', '10'));
  expect(rolled('RATIO')).toEqual(figure('9', '10'));
  expect(rolled('MEAN')).toEqual(figure('4.5'));
  expect(rolled('COMMUNE_ONLY')).toBeNull();
  expect(rolled('RATIO', [...units, { unitPath: 'xa/d', figure: { value: '50', outOf: null as never } }])).toBeNull();
  // Figures of two kinds do not add up, over units as over periods; zero adds nothing, and no total is known then.
  const bare = (value: string) => [...units, { unitPath: 'xa/d', figure: { value, outOf: null as never } }];
  expect([rolled('SUM', bare('50')), rolled('RATIO', bare('0'))]).toEqual([null, null]);
  expect(rolled('SUM', bare('0'))).toEqual(figure('9'));
  const measure = { ...percent, displayUnit: '%', scale: 0 };
  expect(worst({ direction: 'UP', measure }, units)).toEqual(figure('1', '2'));
  expect(worst({ direction: 'DOWN', measure }, units)).toEqual(figure('8', '8'));
});

it('rolls up the years of a term; a change by its last year', () => {
  const years = ['1', '2', '6'].map((value) => figure(value));
  const over = (rule: 'AT_END' | 'EACH' | 'MEAN' | 'TOTAL', basis: 'LEVEL' | 'CHANGE' = 'LEVEL') =>
    figureOver({ overYears: rule, basis }, years)?.value;
  expect([over('AT_END'), over('EACH'), over('MEAN'), over('TOTAL')]).toEqual(['6', '6', '3', '9']);
  expect([over('MEAN', 'CHANGE'), over('TOTAL', 'CHANGE')]).toEqual(['6', '6']);
  const totals = years.map((of, place) => ({ figure: of, from: [result(`202${place}`, of.value)], twice: [] }));
  expect(periods(overYears({ overYears: 'TOTAL', basis: 'LEVEL' }, totals).from)).toEqual(['2020', '2021', '2022']);
  expect(periods(overYears({ overYears: 'MEAN', basis: 'CHANGE' }, totals).from)).toEqual(['2022']);
});

const anyPeriod = fc.constantFrom(
  ...['2023', '2023-H1', '2023-H2', '2023-9M', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2023-05', '2023-spring'],
  ...['2022-2023-winter-spring', '2023-02-10/2023-03-20', '2022-2023'],
);
const anyParts = fc.uniqueArray(anyPeriod).map((some): Part[] => some.map((period) => ({ period, ...spanOf(period) })));
const frequencies = fc.constantFrom('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'SEASONAL');

it('takes no day twice, loses no result, and asks not for the order', () => {
  fc.assert(
    fc.property(anyParts, frequencies, fc.nat(), (parts, frequency, seed) => {
      const { from, twice } = once(parts, frequency);
      expect([...periods(from), ...periods(twice)].sort()).toEqual(periods(parts).sort());
      const wider = from.filter((each) => !isOwn(each, frequency));
      for (const each of wider)
        expect(from.filter((other) => other !== each && other.from <= each.to && each.from <= other.to)).toEqual([]);
      const turned = [...parts.slice(seed % (parts.length + 1)), ...parts.slice(0, seed % (parts.length + 1))];
      expect(once(turned.reverse(), frequency)).toEqual({ from, twice });
    }),
  );
});

/** Decimals as they are stored: of at most 18 digits, 6 of them after the point. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6))
  .map(([digits, places]) => new Big(String(digits)).div(new Big(10).pow(places)).toFixed());

it('adds exactly, whole numbers and decimals in any mixture', () => {
  const whole = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, decimal), { minLength: 1, maxLength: 4 }), (values) => {
      const exact = values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();
      expect(
        total(
          {},
          values.map((value, place) => q(place + 1, value)),
        )[0],
      ).toBe(exact);
    }),
  );
});

it('chooses for each unit by its own periods, whoever came before it', () => {
  const someResults = anyParts.map((parts) => parts.map(({ period }, place) => result(period, String(10 ** place))));
  fc.assert(
    fc.property(fc.array(someResults, { maxLength: 5 }), frequencies, (units, frequency) => {
      const over = () =>
        totalOver({ ...promise, frequency }, { span: spanOf('2023'), last: spanOf('2023-Q4') }, spanOf);
      const together = over();
      for (const unit of units) expect(together(unit)).toEqual(over()(unit));
    }),
  );
});
