import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { deadlock, deadlocks, raceNames, raceReports, unguard } from '../campaigns/racing-reports.js';
import { happens } from '../until.js';

describe('with its guards', () => {
  const test = useApp();

  it.each(raceNames)('10 rounds of %s: one winner, who is refused hears what stands', async (name) => {
    expect(await raceReports(test, name, 10)).toMatchObject({ rounds: 10, twice: 0, illegal: [] });
  });

  it('the chain computes, and nobody waited for each other', async () => {
    expect(await disagreements(test, 'duc-lang')).toEqual([]);
    expect(await deadlocks(test)).toBe(0);
  });

  it('control: a deadlock is counted', async () => {
    await deadlock(test);
    expect(await deadlocks(test)).toBe(1);
  });
});

describe('control: without its guards', () => {
  const test = useApp();
  beforeAll(() => unguard(test));

  it.each(['double approval', 'approve against return', 'two edits on one ETag', 'withdraw against submit'] as const)(
    '20 rounds of %s: some have two winners',
    async (name) => {
      expect(await happens(async () => (await raceReports(test, name, 20)).twice > 0)).toBe(true);
    },
  );

  it.each([
    ['approve against closing of the plan', 'approved'],
    ['submit against closing of the period', 'submitted'],
    ['approve against closing of the period', 'approved'],
    ['correct against closing of the period', 'drafted'],
  ] as const)('20 rounds of %s: some are %s after it', async (name, kind) => {
    const isLate = async () => (await raceReports(test, name, 20)).illegal.includes(`${kind} after the closing`);
    expect(await happens(isLate)).toBe(true);
  });
});
