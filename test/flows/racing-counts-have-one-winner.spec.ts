import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { raceCounts, raceNames, ready, unguard } from '../campaigns/racing-counts.js';
import { deadlocks } from '../campaigns/racing-reports.js';
import { happens } from '../until.js';

describe('with its guards', () => {
  const test = useApp();
  let council: Awaited<ReturnType<typeof ready>>;
  beforeAll(async () => {
    council = await ready(test);
  });

  it.each(raceNames)('10 rounds of %s: one winner, the counts are those of the voters', async (name) => {
    expect(await raceCounts(test, council, name, 10)).toMatchObject({ rounds: 10, twice: 0, illegal: [] });
  });

  it('the chain computes, and nobody waited for each other', async () => {
    expect(await disagreements(test, 'duc-lang')).toEqual([]);
    expect(await deadlocks(test)).toBe(0);
  });
});

describe('control: without its guards', () => {
  const test = useApp();
  let council: Awaited<ReturnType<typeof ready>>;
  beforeAll(async () => {
    council = await ready(test);
    unguard(test);
  });

  it.each([
    'two who confirm a tally',
    'tally against confirmation',
    'recusal against tally',
    'cancel against close',
    'move against attendance',
    'agenda against tally',
  ] as const)('20 rounds of %s: some have two winners', async (name) => {
    expect(await happens(async () => (await raceCounts(test, council, name, 20)).twice > 0)).toBe(true);
  });
});
