import fc from 'fast-check';
import {
  attending,
  baseOf,
  outcomeOf,
  presences,
  quorate,
  votersOf,
  type Seat,
} from '../../src/councils/vote.rules.js';

const seat = fc
  .record<Seat>({ presence: fc.constantFrom(...presences), opinion: fc.boolean(), recused: fc.boolean() })
  .map((each) => ({ ...each, opinion: each.opinion && each.presence === 'ABSENT' }));
const seats = fc.array(seat, { minLength: 1, maxLength: 40 });
const fraction = fc
  .integer({ min: 1, max: 100 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 1, max: denominator }), denominator: fc.constant(denominator) }),
  );
const counting = fc.record({
  base: fc.constantFrom('ALL_MEMBERS' as const, 'PRESENT' as const),
  absentee: fc.constantFrom('WRITTEN_OPINION' as const, 'NOT_COUNTED' as const),
  recusedLeaveBase: fc.boolean(),
});
const passing = fraction.map(({ numerator, denominator }) => ({
  passNumerator: numerator,
  passDenominator: denominator,
}));

const is = (presence: Seat['presence'], more: Partial<Seat> = {}): Seat => ({
  presence,
  opinion: false,
  recused: false,
  ...more,
});
const of = (passNumerator: number, passDenominator: number) => ({ passNumerator, passDenominator });

describe('the threshold is exact at the edge', () => {
  it.each<[number, number, number, number, string]>([
    [2, 3, 6, 9, 'RECOMMENDED'],
    [2, 3, 5, 8, 'NOT_RECOMMENDED'],
    [80, 100, 8, 10, 'RECOMMENDED'],
    [80, 100, 79, 99, 'NOT_RECOMMENDED'],
    [90, 100, 9, 10, 'RECOMMENDED'],
    [90, 100, 8, 9, 'NOT_RECOMMENDED'],
    [7, 10, 7, 10, 'RECOMMENDED'],
    [1, 1, 9, 9, 'RECOMMENDED'],
    [1, 1, 8, 9, 'NOT_RECOMMENDED'],
    [2, 3, 0, 0, 'NOT_RECOMMENDED'],
  ])('%i/%i: %i for it of %i is %s', (numerator, denominator, votesFor, base, expected) =>
    expect(outcomeOf(of(numerator, denominator), { votesFor }, base)).toBe(expected),
  );

  it('the least number that passes is the share rounded up, and one vote less does not', () =>
    fc.assert(
      fc.property(passing, fc.integer({ min: 1, max: 1000 }), (rule, base) => {
        const least = Number(
          (BigInt(rule.passNumerator) * BigInt(base) + BigInt(rule.passDenominator) - 1n) /
            BigInt(rule.passDenominator),
        );
        expect(outcomeOf(rule, { votesFor: least }, base)).toBe('RECOMMENDED');
        expect(outcomeOf(rule, { votesFor: least - 1 }, base)).toBe('NOT_RECOMMENDED');
      }),
    ));

  it('a vote more never turns it down, a smaller base neither', () =>
    fc.assert(
      fc.property(passing, fc.nat(100), fc.nat(100), (rule, votesFor, base) => {
        if (outcomeOf(rule, { votesFor }, base) === 'NOT_RECOMMENDED') return;
        expect(outcomeOf(rule, { votesFor: votesFor + 1 }, base)).toBe('RECOMMENDED');
        if (base > 0) expect(outcomeOf(rule, { votesFor }, base - 1)).toBe('RECOMMENDED');
      }),
    ));

  it('votes against, blank, invalid and not returned never help', () =>
    fc.assert(
      fc.property(
        passing,
        fc.nat(50),
        fc.nat(50),
        fc.nat(50),
        fc.nat(50),
        fc.nat(50),
        fc.nat(200),
        (rule, votesFor, votesAgainst, votesBlank, votesInvalid, notReturned, base) =>
          expect(
            outcomeOf(
              rule,
              { votesFor, votesAgainst, votesBlank, votesInvalid, notReturned } as { votesFor: number },
              base,
            ),
          ).toBe(outcomeOf(rule, { votesFor }, base)),
      ),
    ));

  it('of nobody nothing follows', () =>
    fc.assert(fc.property(passing, (rule) => expect(outcomeOf(rule, { votesFor: 0 }, 0)).toBe('NOT_RECOMMENDED'))));
});

describe('who votes, and of how many the share is taken', () => {
  const council = [
    is('PRESENT'),
    is('PRESENT', { recused: true }),
    is('REPLACED'),
    is('ABSENT'),
    is('ABSENT', { opinion: true }),
    is('ABSENT', { opinion: true, recused: true }),
  ];

  it.each<['ALL_MEMBERS' | 'PRESENT', 'WRITTEN_OPINION' | 'NOT_COUNTED', boolean, number, number]>([
    ['ALL_MEMBERS', 'WRITTEN_OPINION', true, 4, 3],
    ['ALL_MEMBERS', 'WRITTEN_OPINION', false, 6, 3],
    ['ALL_MEMBERS', 'NOT_COUNTED', true, 4, 2],
    ['PRESENT', 'WRITTEN_OPINION', true, 3, 3],
    ['PRESENT', 'WRITTEN_OPINION', false, 5, 3],
    ['PRESENT', 'NOT_COUNTED', true, 2, 2],
    ['PRESENT', 'NOT_COUNTED', false, 3, 2],
  ])(
    'of %s, absent ones %s, recused leave it: %s → base %i, voters %i',
    (base, absentee, recusedLeaveBase, expected, voters) => {
      expect([baseOf({ base, absentee, recusedLeaveBase }, council), votersOf({ absentee }, council)]).toEqual([
        expected,
        voters,
      ]);
    },
  );

  it('never more vote than the base has', () =>
    fc.assert(
      fc.property(counting, seats, (rule, all) => expect(votersOf(rule, all)).toBeLessThanOrEqual(baseOf(rule, all))),
    ));

  it('the base is all members where nobody leaves it', () =>
    fc.assert(
      fc.property(counting, seats, (rule, all) =>
        expect(baseOf({ ...rule, base: 'ALL_MEMBERS', recusedLeaveBase: false }, all)).toBe(all.length),
      ),
    ));

  it('who is recused leaves the base by one where the rule says so, and the voters always', () =>
    fc.assert(
      fc.property(counting, seats, fc.nat(), (rule, all, pick) => {
        const place = pick % all.length;
        const [free, recused] = [false, true].map((each) =>
          all.map((one, at) => (at === place ? { ...one, recused: each } : one)),
        ) as [Seat[], Seat[]];
        const votes = votersOf(rule, free) - votersOf(rule, recused);
        const counted = rule.base === 'ALL_MEMBERS' ? 1 : votes;
        expect(baseOf(rule, free) - baseOf(rule, recused)).toBe(rule.recusedLeaveBase ? counted : 0);
        expect(votes).toBe(
          all[place]!.presence !== 'ABSENT' || (all[place]!.opinion && rule.absentee === 'WRITTEN_OPINION') ? 1 : 0,
        );
      }),
    ));
});

describe('a quorum', () => {
  it.each<[number, number, number, number, boolean]>([
    [2, 3, 7, 5, true],
    [2, 3, 7, 4, false],
    [90, 100, 10, 9, true],
    [90, 100, 11, 9, false],
    [0, 1, 7, 0, true],
  ])('%i/%i of %i: %i are there → %s', (quorumNumerator, quorumDenominator, members, present, expected) =>
    expect(quorate({ quorumNumerator, quorumDenominator }, members, present)).toBe(expected),
  );

  it('is exact, and one more never breaks it', () =>
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 500 }), ({ numerator, denominator }, members) => {
        const rule = { quorumNumerator: numerator, quorumDenominator: denominator };
        const least = Number((BigInt(numerator) * BigInt(members) + BigInt(denominator) - 1n) / BigInt(denominator));
        expect([
          quorate(rule, members, least - 1),
          quorate(rule, members, least),
          quorate(rule, members, least + 1),
        ]).toEqual([false, true, true]);
      }),
    ));

  it('counts who is there or replaced, recused or not, and no written opinion', () =>
    expect(attending([is('PRESENT', { recused: true }), is('REPLACED'), is('ABSENT', { opinion: true })])).toBe(2));
});
