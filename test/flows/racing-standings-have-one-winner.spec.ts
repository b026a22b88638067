import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { deadlocks } from '../campaigns/racing-reports.js';
import {
  holdJournalFirst,
  overlookTies,
  raceNames,
  raceStandings,
  unguard,
  type RaceName,
} from '../campaigns/racing-standings.js';
import { happens } from '../until.js';

describe('with its guards', () => {
  const test = useApp();

  it.each(raceNames)('8 rounds of %s: one order of the two, and no table that it does not leave', async (name) => {
    expect(await raceStandings(test, name, 8)).toMatchObject({ rounds: 8, illegal: [] });
  });

  it('the chain computes, and nobody waited for each other', async () => {
    expect(await disagreements(test, 'duc-lang')).toEqual([]);
    expect(await deadlocks(test)).toBe(0);
  });
});

describe('control: without its guards', () => {
  const test = useApp();
  beforeAll(() => unguard(test));

  it.each([
    ['publication against approval', 'published without a figure that was approved before'],
    [
      'publication against conclusion of a sheet',
      'published without points that were concluded before, or with others',
    ],
    ['two publications of one candidate', 'publishStandings done, publishStandings done'],
    ['two scorings', 'two candidates'],
    ['publication against scoring', 'publishStandings FAULT, scoreStandings done'],
    ['publication against adoption', 'published by a revision that was replaced before'],
  ] as const satisfies readonly (readonly [RaceName, string])[])('12 rounds of %s: %s', async (name, sentence) => {
    const isIllegal = async () => (await raceStandings(test, name, 12)).illegal.includes(sentence);
    expect(await happens(isIllegal)).toBe(true);
  });
});

describe('control: in another order of locks', () => {
  const test = useApp();
  beforeAll(() => holdJournalFirst(test));

  it.each(['publication against closing of the period', 'publication against reopening of the period'] as const)(
    '%s: they wait for each other',
    async (name) => {
      const before = await deadlocks(test);
      expect(await happens(async () => (await raceStandings(test, name, 1)).illegal.length > 0)).toBe(true);
      expect(await deadlocks(test)).toBeGreaterThan(before);
    },
  );
});

it('control: where nobody sees that a tie is open, the table is published with it', async () => {
  overlookTies(blind);
  const { illegal } = await raceStandings(blind, 'publication against decision of a tie', 2);
  expect(illegal).toContain('published with an open tie');
});
const blind = useApp();
