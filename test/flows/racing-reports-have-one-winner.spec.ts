import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { deadlock, deadlocks, raceNames, raceReports, unguard } from '../campaigns/racing-reports.js';

describe('with its guards', () => {
  const test = useApp();

  it.each(raceNames)('20 rounds of %s: one winner, who is refused hears what stands', async (name) => {
    expect(await raceReports(test, name, 20)).toMatchObject({ rounds: 20, twice: 0, illegal: [] });
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

describe('control: without lock and version', () => {
  const test = useApp();
  beforeAll(() => unguard(test));

  it.each(['approve against return', 'withdraw against submit'] as const)('both are told that they won %s', async (name) => {
    expect((await raceReports(test, name, 20)).twice).toBeGreaterThan(0);
  });

  it.each(['double approval', 'two edits on one ETag', 'approve against closing of the plan'] as const)('%s does not end as it must', async (name) => {
    expect((await raceReports(test, name, 20)).illegal).not.toEqual([]);
  });
});
