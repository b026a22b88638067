import { bundled } from '../../src/catalogue/catalogue.data.js';
import { brokenLaw, lawsOf } from '../../src/catalogue/transition.rules.js';

const ruleSets = bundled.ruleSets.map(({ code, validFrom, validTo = null, transition = null }) => ({
  ...{ code, validFrom, validTo, transition },
}));
const laws = (receivedOn: string, until: string) => lawsOf(ruleSets, { receivedOn, until });

it.each<[string, string, string[]]>([
  ['2023-12-31', '2024-06-01', ['tdkt-2003']],
  ['2024-01-01', '2024-06-01', ['tdkt-2024']],
  ['2025-06-30', '2025-12-01', ['tdkt-2024']],
  ['2026-09-30', '2026-09-30', ['tdkt-2025-07']],
  ['2026-09-30', '2026-10-01', ['tdkt-2025-07', 'tdkt-2026-10']],
  ['2026-10-01', '2026-11-01', ['tdkt-2026-10']],
  ['2016-01-01', '2026-11-01', []],
])('a dossier received on %s goes, on %s, by %j', (receivedOn, until, expected) => {
  expect(laws(receivedOn, until)).toEqual(expected);
});

describe('a law that a person chooses', () => {
  const both = ['tdkt-2025-07', 'tdkt-2026-10'];
  const told = (given: object, of = both) => brokenLaw(given, of).map(({ pointer, code }) => `${pointer} ${code}`);

  it('needs no word where it is that of the day', () => {
    expect(told({})).toEqual([]);
    expect(told({ ruleSet: 'tdkt-2025-07' })).toEqual([]);
  });
  it('another has a reason', () => {
    expect(told({ ruleSet: 'tdkt-2026-10' })).toEqual(['/reason LAW_UNREASONED']);
    expect(told({ ruleSet: 'tdkt-2026-10', reason: 'Có lợi hơn' })).toEqual([]);
  });
  it('is one of those that it may go by', () =>
    expect(told({ ruleSet: 'tdkt-2024', reason: 'Có lợi hơn' })).toEqual(['/ruleSet OTHER_LAW']));
});
