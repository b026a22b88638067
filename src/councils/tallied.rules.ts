import { point, type Point } from '../points.js';
import type { Matter } from './matter.entity.js';
import { cast, type Counts } from './vote.rules.js';

/** The point that votes are counted already. */
export const tallied = (pointer: string, { unitCode }: Pick<Matter, 'unitCode'>) =>
  point(pointer, 'TALLIED', {
    en: `The votes on "${unitCode}" are counted already.`,
    vi: `Đề nghị của "${unitCode}" đã kiểm phiếu.`,
  });

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
