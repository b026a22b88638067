import type { Limited, Missing, Note, Stage } from '../standings/scored.js';
import { word, type Word } from '../word.js';

/** Columns of score sheets. */
export const stages: Readonly<Record<Stage, Word>> = {
  SELF: word('điểm tự chấm', 'own points'),
  VERIFIED: word('điểm thẩm định', 'verified points'),
  FINAL: word('điểm kết luận', 'final points'),
};

/** Why a line has no points. */
export const whyMissing: Readonly<Record<Missing['why'], Word>> = {
  NOT_GIVEN: word('chưa có số liệu', 'not given'),
  NO_VALUE_OF_IT: word('không thuộc các mức của thang điểm', 'no value that the scheme knows'),
  NO_TARGET: word('chưa có mức giao', 'no target'),
  NO_BASE: word('mẫu số bằng 0, không tính được', 'nothing to divide by'),
  OTHER_MEASURE: word('đơn vị tính khác với thang điểm', 'measured in another unit than the scheme asks for'),
  IN_NO_BAND: word('không thuộc bậc nào của thang điểm', 'in no band of the scheme'),
  NOT_SCORED: word('chưa có điểm', 'no points yet'),
};

/** Limits that changed points, before the number at which they lie. */
export const limits: Readonly<Record<Exclude<Limited['limit'], 'KNOCK_OUT' | 'ONE_OF'>, Word>> = {
  MAX: word('điểm tối đa', 'maximum'),
  MIN: word('điểm tối thiểu', 'minimum'),
  BONUS: word('điểm thưởng tối đa', 'most bonus points'),
  DEDUCTION: word('điểm trừ tối đa', 'most points deducted'),
  NET: word('điểm thưởng và điểm trừ cộng lại tối đa', 'most of bonus and deduction together'),
};

export const notes: Readonly<Record<Note, Word>> = {
  WITHOUT_EVIDENCE: word('Có việc không được tính vì thiếu minh chứng', 'Something without evidence did not count'),
  EXEMPT: word('Có việc không tính cho đơn vị', 'Something did not count for the unit'),
  REASON_MISSING: word('Điểm chấm chưa nêu lý do', 'Points without the reason that is asked for'),
  BLOCK_INCOMPLETE: word('Khối chưa đủ số liệu khi so sánh', 'Compared while figures of the block were missing'),
};
