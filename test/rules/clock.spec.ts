import { jest } from '@jest/globals';
import { Clock } from '../../src/access/clock.js';

afterEach(() => jest.useRealTimers());
const at = (instant: string) => jest.useFakeTimers({ now: new Date(instant) });

it.each([
  ['2023-12-31T16:59:59.999Z', '2023-12-31'],
  ['2023-12-31T17:00:00.000Z', '2024-01-01'],
])('at %s it is %s in Asia/Ho_Chi_Minh', (instant, day) => {
  at(instant);
  expect(new Clock().now()).toEqual({ on: day, at: new Date(instant) });
});

it('starts from the day it is given and runs on by the real clock, which alone tells the instant', () => {
  at('2026-11-25T18:00:00Z');
  const clock = new Clock('2024-01-31', new Date('2026-11-23T09:00:00Z'));
  expect(clock.now()).toEqual({ on: '2024-02-03', at: new Date('2026-11-25T18:00:00Z') });
});
