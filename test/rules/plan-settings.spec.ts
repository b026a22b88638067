import { brokenSettings, daysOfSeasons, movesSeasons, noSettings } from '../../src/indicators/plan.rules.js';
import { brokenAct, brokenExtension } from '../../src/periods/period.rules.js';
import { planStopsPeriod } from '../../src/periods/period.workflow.js';

const told = (points: readonly { pointer: string; code: string }[]) =>
  points.map(({ pointer, code }) => `${pointer} ${code}`);
const winter = { season: 'WINTER', from: '10-01', to: '02-29' } as const;

it('a season has its days, and one may run over New Year to the last of February', () => {
  expect(brokenSettings({ ...noSettings, seasons: [winter] })).toEqual([]);
  expect(daysOfSeasons({ seasons: [winter] })).toEqual({ WINTER: ['10-01', '02-29'] });
});

it('refuses a frequency, a season or a check that is named twice, and a season that begins on 29 February', () =>
  expect(
    told(
      brokenSettings({
        dueByFrequency: [{ frequency: 'YEARLY' }, { frequency: 'MONTHLY' }, { frequency: 'YEARLY' }],
        seasons: [winter, { season: 'WINTER', from: '02-29', to: '05-31' }],
        thresholds: [
          { code: 'JUMP_PERIOD', value: '30' },
          { code: 'JUMP_PERIOD', value: '-40' },
        ],
      }),
    ),
  ).toEqual([
    '/dueByFrequency/2/frequency NAMED_TWICE',
    '/seasons/1/season NAMED_TWICE',
    '/seasons/1/from LEAP_DAY',
    '/thresholds/1/code NAMED_TWICE',
    '/thresholds/1/value NEGATIVE_THRESHOLD',
  ]));

it('days of seasons are moved, not their order', () => {
  const [spring, ...others] = [{ season: 'SPRING', from: '01-15', to: '05-31' }, winter] as const;
  expect(movesSeasons({ seasons: [spring, ...others] }, { seasons: [...others, spring] })).toBe(false);
  expect(movesSeasons({ seasons: [spring] }, { seasons: [{ ...spring, to: '06-10' }] })).toBe(true);
  expect(movesSeasons({ seasons: [spring] }, { seasons: [] })).toBe(true);
});

describe('an act on a period', () => {
  const plan = { key: '2023', year: 2023, untilYear: null, settings: noSettings };
  it.each([
    ['2023-Q2', '2023-04-01', 'closePeriod', []],
    ['2023-Q2', '2023-04-01', 'extendDeadline', []],
    ['2024-Q2', '2024-04-01', 'closePeriod', ['/period NOT_OF_THE_YEAR', '/period NOT_BEGUN']],
    ['2023-04-01/2023-06-30', '2023-04-01', 'closePeriod', ['/period PERIOD_HAS_NAME']],
    ['2023-Q4', '2023-10-01', 'closePeriod', ['/period NOT_BEGUN']],
    ['2023-Q4', '2023-10-01', 'extendDeadline', []],
  ] as const)('%s from %s, %s: %j', (period, from, act, expected) =>
    expect(told(brokenAct(plan, { period, from }, { act, on: '2023-07-01' }))).toEqual(expected),
  );
});

it.each([
  [null, '2023-07-20', ['/until NO_DUE_DAY']],
  ['2023-07-05', '2023-07-06', ['/until OVER']],
  ['2023-07-10', '2023-07-10', ['/until NOT_LATER']],
  ['2023-07-10', '2023-07-11', []],
])('an extension of %s to %s: %j', (due, until, expected) =>
  expect(told(brokenExtension(due, until, '2023-07-07'))).toEqual(expected),
);

it.each([
  ['DRAFT', 'closePeriod', true],
  ['ISSUED', 'closePeriod', false],
  ['CLOSED', 'closePeriod', false],
  ['CLOSED', 'reopenPeriod', false],
  ['CLOSED', 'extendDeadline', true],
] as const)('a plan that is %s stops %s: %s', (state, act, stops) => expect(planStopsPeriod(act, state)).toBe(stops));
