import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { raceNames, racePayments, unguard, type RaceName } from '../campaigns/racing-payments.js';
import { deadlocks } from '../campaigns/racing-reports.js';
import { happens } from '../until.js';

describe('with its guards', () => {
  const test = useApp();

  it.each(raceNames)('6 rounds of %s: one order of the two, and no money that it does not leave', async (name) => {
    expect(await racePayments(test, name, 6)).toMatchObject({ rounds: 6, illegal: [] });
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
    ['an award paid twice', 'paid otherwise than its vouchers say'],
    ['two awards for the last đồng of the fund', 'paid beyond the fund'],
    ['a signature and a smaller fund', 'signed beyond the fund, and nobody asked'],
  ] as const satisfies readonly (readonly [RaceName, string])[])('rounds of %s: %s', async (name, sentence) => {
    // What a race without guards leaves, audits find, too.
    test.exceptFromAudit('award');
    const isIllegal = async () => (await racePayments(test, name, 4)).illegal.includes(sentence);
    expect(await happens(isIllegal)).toBe(true);
  });
});
