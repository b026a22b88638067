import { point, points, type Point } from '../points.js';
import type { Matter } from './matter.entity.js';
import type { Meeting } from './meeting.entity.js';
import {
  attending,
  baseOf,
  countedSeats,
  outcomeOf,
  quorate,
  seatsIn,
  votersOf,
  type Outcome,
  type Seat,
} from './vote.rules.js';

/** Attendance of a meeting: of each member, or by counts alone. */
export type Seating = Pick<Meeting, 'attendance' | 'summoned' | 'present'>;

/** Whether a meeting is recorded by counts, without its members. */
export const counted = ({ summoned }: Pick<Meeting, 'summoned'>): boolean => summoned !== null;

/** Seats of a meeting on one matter; none before attendance is recorded. */
const seatsOf = (
  { attendance, summoned, present }: Seating,
  { recusals }: Pick<Matter, 'recusals'> = { recusals: [] },
): Seat[] =>
  summoned !== null
    ? countedSeats(summoned, present ?? 0)
    : attendance.map(({ memberId, presence, opinionOn }) => ({
        presence,
        opinion: opinionOn !== null,
        recused: recusals.some((each) => each.memberId === memberId),
      }));

/** A matter with what follows from attendance and recusals: who may vote, and of how many the share is taken. */
export function weighed<T extends Matter>(matter: T, seating: Seating): T {
  const { rule } = matter;
  const threshold = `${rule.passNumerator}/${rule.passDenominator}`;
  const seats = seatsOf(seating, matter);
  if (seats.length === 0) return { ...matter, threshold, voters: null, base: null };
  return { ...matter, threshold, voters: votersOf(rule, seats), base: baseOf(rule, seats) };
}

/** Whether a matter has its quorum and a voter: where all members are recused, nobody has advised against it. */
export const enough = (seating: Seating, { rule, voters }: Pick<Matter, 'rule' | 'voters'>): boolean => {
  const seats = seatsOf(seating);
  return quorate(rule, seatsIn(seats), attending(seats)) && voters !== null && voters > 0;
};

/** Point against a count on a matter without its quorum or a voter. */
export function withoutQuorum(seating: Seating, matter: Matter, pointer: string): Point[] {
  const seats = seatsOf(seating);
  return points(
    !enough(seating, matter) &&
      point(pointer, 'NO_QUORUM', {
        en:
          `${attending(seats)} of ${seatsIn(seats)} are there, ` +
          `${matter.rule.quorumNumerator}/${matter.rule.quorumDenominator} must be; ${matter.voters} may vote.`,
        vi:
          `Có mặt ${attending(seats)}/${seatsIn(seats)}, phải đủ ` +
          `${matter.rule.quorumNumerator}/${matter.rule.quorumDenominator}; ${matter.voters} người được biểu quyết.`,
      }),
  );
}

/** Outcome of a matter by its count; without a quorum or a voter there is none. */
export const adviceOf = (seating: Seating, matter: Pick<Matter, 'rule' | 'voters' | 'votesFor' | 'base'>): Outcome =>
  enough(seating, matter) ? outcomeOf(matter.rule, { votesFor: matter.votesFor ?? 0 }, matter.base ?? 0) : 'NO_QUORUM';
