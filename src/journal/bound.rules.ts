import { vietnameseDate } from '../day.js';
import { point, points, type Point, type Sentence } from '../points.js';

/** Days that no later act or paper has a day before, in words. */
const words = {
  OPENING: { en: 'the opening of the round', vi: 'ngày mở đợt xét' },
  CLOSING: { en: 'the closing', vi: 'ngày đóng, chốt' },
  REOPENING: { en: 'the reopening', vi: 'ngày mở lại' },
  BEGINNING: { en: 'the first day of the period', vi: 'ngày đầu kỳ báo cáo' },
  APPROVAL: { en: 'the approval of the report that is corrected', vi: 'ngày phê duyệt báo cáo được đính chính' },
  DEED: { en: 'the deed', vi: 'ngày lập thành tích' },
  FORWARDING: { en: 'the day it was forwarded', vi: 'ngày trình cấp trên' },
  RECEIPT: { en: 'the day its dossier was received', vi: 'ngày nhận hồ sơ' },
  MEETING: { en: 'the meeting', vi: 'ngày họp xét' },
  REMARK: { en: 'the remark', vi: 'ngày nêu ý kiến' },
  LISTING: { en: 'the first day of the consultation', vi: 'ngày bắt đầu công khai' },
  OBJECTION: { en: 'the objection', vi: 'ngày nhận phản ánh' },
  CONSULTATION: { en: 'the day after the consultation', vi: 'ngày sau khi hết thời gian công khai' },
  COMPLAINT: { en: 'the acceptance of the complaint', vi: 'ngày thụ lý khiếu nại' },
  GRANT: { en: 'the grant', vi: 'ngày khen thưởng' },
} as const satisfies Record<string, Sentence>;

/** A day that a record or its paper sets, and its event. The day on which a step was recorded is none. */
export interface Bound {
  day: string;
  of: keyof typeof words;
}

/** The latest of some days; null: there is none. */
export const latest = (bounds: readonly Bound[]): Bound | null =>
  bounds.reduce<Bound | null>((last, each) => (last === null || each.day > last.day ? each : last), null);

/** Point against a day before another. Without `pointer` it is the legal date of an act. */
export const beforeBound = (day: string, bound: Bound | null = null, pointer = '/headers/legal-date'): Point[] =>
  points(
    bound !== null &&
      day < bound.day &&
      point(pointer, 'TOO_EARLY', {
        en: `${day} lies before ${bound.day}, ${words[bound.of].en}: say a day from then on.`,
        vi:
          `Ngày ${vietnameseDate(day)} trước ${words[bound.of].vi} ${vietnameseDate(bound.day)}; ` +
          'hãy ghi từ ngày đó trở đi.',
      }),
  );
