import type { VoteRule } from '../catalogue/award-form.view.js';

export const presences = ['PRESENT', 'REPLACED', 'ABSENT'] as const;
export type Presence = (typeof presences)[number];

export const outcomes = ['RECOMMENDED', 'NOT_RECOMMENDED', 'NO_QUORUM'] as const;
export type Outcome = (typeof outcomes)[number];

/** A member's seat, as far as one matter is concerned. A replacement of the member sits on it. */
export interface Seat {
  presence: Presence;
  /** Absent, but with a written opinion handed in. */
  opinion: boolean;
  recused: boolean;
  /** How many seats alike it stands for; one when left out. */
  count?: number;
}

/** How the ballots of one matter were counted. */
export interface Counts {
  votesFor: number;
  votesAgainst: number;
  votesBlank: number;
  votesInvalid: number;
  notReturned: number;
}

export const noVotes: Counts = { votesFor: 0, votesAgainst: 0, votesBlank: 0, votesInvalid: 0, notReturned: 0 };

export const cast = (counts: Counts): number =>
  counts.votesFor + counts.votesAgainst + counts.votesBlank + counts.votesInvalid + counts.notReturned;

/** Seats of a meeting of which the numbers alone are recorded: nobody is recused, no opinion is in writing. */
export const countedSeats = (summoned: number, present: number): Seat[] => [
  { presence: 'PRESENT', opinion: false, recused: false, count: present },
  { presence: 'ABSENT', opinion: false, recused: false, count: summoned - present },
];

/** How many seats there are. */
export const seatsIn = (seats: readonly Pick<Seat, 'count'>[]): number =>
  seats.reduce((sum, { count = 1 }) => sum + count, 0);

const attends = ({ presence }: Pick<Seat, 'presence'>) => presence !== 'ABSENT';
const takesPart =
  ({ absentee }: Pick<VoteRule, 'absentee'>) =>
  (seat: Seat) =>
    attends(seat) || (seat.opinion && absentee === 'WRITTEN_OPINION');

/** How many of the seats are taken, by members or who replaces them. */
export const attending = (seats: readonly Pick<Seat, 'presence' | 'count'>[]): number => seatsIn(seats.filter(attends));

/** How many may vote: who attends or is replaced, and whose written opinion counts, but for those recused. */
export const votersOf = (rule: Pick<VoteRule, 'absentee'>, seats: readonly Seat[]): number =>
  seatsIn(seats.filter(takesPart(rule)).filter(({ recused }) => !recused));

/** Whether enough of the members attend, to the exact fraction. */
export const quorate = (
  rule: Pick<VoteRule, 'quorumNumerator' | 'quorumDenominator'>,
  members: number,
  present: number,
): boolean => present * rule.quorumDenominator >= rule.quorumNumerator * members;

/** Base of the share of votes: all members or those who take part; without the recused where the rule says so. */
export function baseOf(rule: Pick<VoteRule, 'absentee' | 'base' | 'recusedLeaveBase'>, seats: readonly Seat[]): number {
  const counted = rule.base === 'ALL_MEMBERS' ? seats : seats.filter(takesPart(rule));
  return seatsIn(counted.filter(({ recused }) => !(recused && rule.recusedLeaveBase)));
}

/** Outcome of a count, by exact fractions. Only votes in favour count; without any there is no recommendation. */
export const outcomeOf = (
  rule: Pick<VoteRule, 'passNumerator' | 'passDenominator'>,
  { votesFor }: Pick<Counts, 'votesFor'>,
  base: number,
): Exclude<Outcome, 'NO_QUORUM'> =>
  votesFor > 0 && votesFor * rule.passDenominator >= rule.passNumerator * base ? 'RECOMMENDED' : 'NOT_RECOMMENDED';
