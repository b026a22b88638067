import { spanOf } from '../../src/indicators/period.js';
import type { PlanSettings } from '../../src/indicators/plan-settings.view.js';
import {
  countedFrom,
  dueDayFor,
  dueDayOf,
  frozenBy,
  isWorked,
  judgedBefore,
  outlastedBy,
  timelinessOf,
} from '../../src/periods/due.rules.js';
import type { HolidayKind } from '../../src/periods/holiday.entity.js';

/** The thirtieth of April and the first of May are off in 2024, and so is Monday between; a Saturday makes up for it. */
const holidays = new Map<string, HolidayKind>([
  ['2024-04-29', 'OFF'],
  ['2024-04-30', 'OFF'],
  ['2024-05-01', 'OFF'],
  ['2024-05-04', 'WORKING'],
]);
const none = new Map<string, HolidayKind>();

it.each([
  ['2024-05-03', true],
  ['2024-05-04', true],
  ['2024-05-05', false],
  ['2024-05-11', false],
  ['2024-04-30', false],
])('%s is worked: %s', (day, worked) => expect(isWorked(day, holidays)).toBe(worked));

it.each([
  ['2024-03-31', null, 'CALENDAR', null],
  // A day that is not worked moves the due day to the next that is.
  ['2024-03-31', 0, 'CALENDAR', '2024-04-01'],
  ['2024-04-28', 1, 'CALENDAR', '2024-05-02'],
  ['2024-05-03', 1, 'CALENDAR', '2024-05-04'],
  ['2023-12-31', 5, 'CALENDAR', '2024-01-05'],
  ['2024-02-28', 2, 'CALENDAR', '2024-03-01'],
  ['2023-12-31', 0, 'WORKING', '2024-01-01'],
  ['2024-03-31', 5, 'WORKING', '2024-04-05'],
  ['2024-03-29', 1, 'WORKING', '2024-04-01'],
  ['2024-04-30', 2, 'WORKING', '2024-05-03'],
  ['2024-04-30', 3, 'WORKING', '2024-05-04'],
  ['2024-04-30', 4, 'WORKING', '2024-05-06'],
  // Before the end of the period.
  ['2024-12-31', -17, 'CALENDAR', '2024-12-16'],
  ['2024-05-04', -1, 'WORKING', '2024-05-03'],
  ['2024-05-03', -2, 'WORKING', '2024-04-26'],
] as const)('after %s, %s %s days: due on %s', (to, dueDays, dueIn, due) =>
  expect(dueDayOf({ period: '2024', to }, { dueDays, dueIn, dueByFrequency: [] }, holidays)).toBe(due),
);

it.each([
  ['2024-03', '2024-04-02'],
  ['2024-Q1', '2024-04-10'],
  ['2024', '2024-12-16'],
  ['2024-spring', null],
  // No frequency has these.
  ['2024-9M', '2024-10-07'],
  ['2024-03-26/2024-05-19', '2024-05-24'],
])('%s is due on %s, as its frequency is', (period, due) => {
  const dueByFrequency: PlanSettings['dueByFrequency'] = [
    { frequency: 'MONTHLY', dueDays: 2, dueIn: 'WORKING' },
    { frequency: 'QUARTERLY', dueDays: 10, dueIn: 'CALENDAR' },
    // The figures of a year are closed on 14 December (NĐ 09/2019/NĐ-CP); in 2024 a Saturday.
    { frequency: 'YEARLY', dueDays: -17, dueIn: 'CALENDAR' },
    { frequency: 'SEASONAL', dueDays: null, dueIn: 'CALENDAR' },
  ];
  const settings = { dueDays: 5, dueIn: 'CALENDAR' as const, dueByFrequency };
  expect(dueDayOf({ period, ...spanOf(period) }, settings, none)).toBe(due);
});

it('holidays before the end of a period are looked at where days are counted back', () => {
  const back = (dueDays: number, ofYear: number | null) =>
    countedFrom('2024-12-31', {
      dueDays,
      dueIn: 'WORKING',
      dueByFrequency: [{ frequency: 'YEARLY', dueDays: ofYear, dueIn: 'WORKING' }],
    });
  expect([back(5, null), back(-5, 3), back(5, -10)]).toEqual(['2024-12-31', '2024-12-21', '2024-12-11']);
});

it('a day that the next holiday is set for moves the due day', () => {
  const settings = { dueDays: 1, dueIn: 'WORKING' as const, dueByFrequency: [] };
  const june = { period: '2024-06', to: '2024-06-30' };
  expect(dueDayOf(june, settings, none)).toBe('2024-07-01');
  expect(dueDayOf(june, settings, new Map([['2024-07-01', 'OFF']]))).toBe('2024-07-02');
});

describe('an extension', () => {
  const extensions = [
    { unitId: 'a', until: '2024-04-20' },
    { unitId: null, until: '2024-04-15' },
    { unitId: 'b', until: '2024-04-12' },
  ];
  it.each([
    ['a', '2024-04-20'],
    ['b', '2024-04-15'],
    ['c', '2024-04-15'],
    [null, '2024-04-15'],
  ])('of unit %s lasts until %s', (unit, until) => expect(dueDayFor('2024-04-05', extensions, unit)).toBe(until));
  it('never shortens', () => expect(dueDayFor('2024-05-05', extensions, 'a')).toBe('2024-05-05'));
  it('of no due day is none', () => expect(dueDayFor(null, extensions, 'a')).toBeNull());
});

it.each([
  // The legal date of 23:30 on the last day is that day: on time, and no estimate any more.
  ['2023-12-31', '2023-12-31', false, false],
  ['2024-01-01', '2023-12-31', true, false],
  ['2023-12-30', '2023-12-31', false, true],
  ['2024-01-10', null, null, false],
])('submitted on %s, due on %s: late %s, an estimate %s', (on, dueOn, late, estimate) =>
  expect(timelinessOf(on, { to: '2023-12-31' }, dueOn)).toEqual({ dueOn, late, estimate }),
);

describe('a report is judged by', () => {
  const judged = (change: object = {}) => ({ submittedOn: null, dueOn: null, late: null, estimate: null, ...change });
  const first = { submittedOn: '2023-07-20', dueOn: '2023-07-10', late: true, estimate: false };
  const june = { to: '2023-06-30' };
  it('its own day, when it is submitted first', () => expect(judgedBefore(judged(), undefined, june)).toBeUndefined());
  it('its first submission, when it was returned', () =>
    expect(judgedBefore(judged(first), undefined, june)).toMatchObject(first));
  it('its first submission, when it is a correction that was returned', () =>
    expect(judgedBefore(judged(first), judged({ ...first, late: false }), june)).toMatchObject(first));
  it('that of the report it corrects', () => expect(judgedBefore(judged(), judged(first), june)).toMatchObject(first));
  it('its own day, when it corrects an estimate', () =>
    expect(judgedBefore(judged(), judged({ ...first, estimate: true }), june)).toBeUndefined());
  it('the estimate it corrects, where that is what was due', () => {
    const estimate = { ...first, submittedOn: '2023-12-14', dueOn: '2023-12-14', late: false, estimate: true };
    expect(judgedBefore(judged(), judged(estimate), { to: '2023-12-31' })).toMatchObject(estimate);
  });
});

it.each([
  ['2023-Q2', ['2023-Q2'], '2023-Q2'],
  ['2023-05', ['2023-Q1', '2023-Q2'], '2023-Q2'],
  ['2023-Q2', ['2023-H1'], '2023-H1'],
  ['2023-04-02/2023-05-10', ['2023-Q2'], '2023-Q2'],
  // The figures since the beginning of the year count what ends before.
  ['2023-Q1', ['2023-Q2'], '2023-Q2'],
  ['2023-01', ['2023-Q1', '2023-Q2'], '2023-Q2'],
  ['2023-H1', ['2023-Q2'], '2023-Q2'],
  ['2023-Q2', ['2023-Q2', '2023-H1'], '2023-H1'],
  ['2023-Q3', ['2023-Q1', '2023-Q2'], null],
  ['2023-06-20/2023-07-05', ['2023-Q2'], null],
  ['2022-2023-winter-spring', ['2023-H1'], '2023-H1'],
  ['2023-02', ['2023-spring'], '2023-spring'],
  ['2023-06', ['2023-spring'], null],
])('%s, with %s closed, is frozen by %s', (period, closed, by) => expect(frozenBy(period, closed, {})).toBe(by));

it.each([
  ['2023-Q2', ['2023-Q2'], null],
  ['2023-H1', ['2023-Q2'], null],
  ['2023-Q2', ['2023-Q2', '2023-H1'], '2023-H1'],
  ['2023-Q1', ['2023-Q1', '2023-Q2'], '2023-Q2'],
  ['2023-05', ['2023-Q2'], '2023-Q2'],
  ['2023-Q3', ['2023-Q2'], null],
])('%s, with %s closed, is closed and reopened after %s', (period, closed, by) =>
  expect(outlastedBy(period, closed, {})).toBe(by),
);

it("a season's own days decide where it ends", () => {
  expect(frozenBy('2023-spring', ['2023-H1'], {})).toBe('2023-H1');
  expect(frozenBy('2023-spring', ['2023-H1'], { SPRING: ['02-01', '07-10'] })).toBeNull();
});
