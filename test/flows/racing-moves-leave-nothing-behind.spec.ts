import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { linger, raceMoves, unguard } from '../campaigns/racing-moves.js';
import { deadlocks } from '../campaigns/racing-reports.js';
import { happens } from '../until.js';

describe('with its guard', () => {
  const test = useApp();
  beforeAll(() => linger(test));

  it('20 moves of a unit against its report: nothing is reported from the place that it has left', async () => {
    expect(await raceMoves(test, 20)).toMatchObject({ rounds: 20, late: 0 });
  });

  it('the chain computes, and nobody waited for each other', async () => {
    expect(await disagreements(test, 'duc-lang')).toEqual([]);
    expect(await deadlocks(test)).toBe(0);
  });
});

describe('control: without its guard', () => {
  const test = useApp();

  it('20 moves: some reports come from the place that was left', async () => {
    linger(test);
    unguard(test);
    expect(await happens(async () => (await raceMoves(test, 20)).late > 0)).toBe(true);
  });
});
