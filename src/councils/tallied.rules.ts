import { point, type Point } from '../points.js';
import type { Matter } from './matter.entity.js';
import type { CountsGiven, RecordTally } from './meeting.inputs.js';
import { cast, type Counts } from './vote.rules.js';

/** The point that votes are counted already. */
export const tallied = (pointer: string, { unitCode }: Pick<Matter, 'unitCode'>) =>
  point(pointer, 'TALLIED', {
    en: `The votes on "${unitCode}" are counted already.`,
    vi: `Đề nghị của "${unitCode}" đã kiểm phiếu.`,
  });

/** The point that a meeting is recorded by counts. */
export const byCounts = (pointer: string) =>
  point(
    pointer,
    'COUNTED_MEETING',
    'The meeting is recorded by counts: where they are wrong, cancel it, and record it anew.',
  );

/** Point against counts that do not add up to the voters. */
export const unequal = (pointer: string, counts: Counts, { voters }: Pick<Matter, 'voters'>): Point | false =>
  cast(counts) !== voters &&
  point(pointer, 'COUNTS', {
    en: `The counts add up to ${cast(counts)}; ${voters} may vote.`,
    vi: `Cộng các loại phiếu được ${cast(counts)}, mà có ${voters} người được biểu quyết.`,
  });

/** The counts on a matter as they are kept. */
export const countsOf = ({ votesFor, votesAgainst, votesBlank, votesInvalid, notReturned }: Matter): Counts => ({
  votesFor: votesFor ?? 0,
  votesAgainst: votesAgainst ?? 0,
  votesBlank: votesBlank ?? 0,
  votesInvalid: votesInvalid ?? 0,
  notReturned: notReturned ?? 0,
});

/** Columns of a matter on which nothing is counted. */
export const noTally = {
  votesFor: null,
  votesAgainst: null,
  votesBlank: null,
  votesInvalid: null,
  notReturned: null,
  recordedBy: null,
  recordedOn: null,
  confirmedBy: null,
  confirmedOn: null,
};

/** Counts as they are given: without a word on invalid votes there are none. */
export const countsGiven = ({
  votesFor,
  votesAgainst,
  votesBlank,
  votesInvalid = 0,
  notReturned,
}: CountsGiven): Counts => ({
  votesFor,
  votesAgainst,
  votesBlank,
  votesInvalid,
  notReturned,
});

export const tallyOf = ({ nomination: nominationId, ...counts }: RecordTally) => ({
  nominationId,
  counts: countsGiven(counts),
});
