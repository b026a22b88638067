import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { DecidedTie, Publication } from './publication.entity.js';

/** Points against the decision of a tie: it must be open, and as many of its units have the class as it has places. */
export function brokenTie({ open }: Pick<Publication, 'open'>, { block, class: of, units }: DecidedTie): Point[] {
  const tie = open.find((each) => each.block === block && each.class === of);
  if (tie === undefined)
    return [
      point('/class', 'NO_OPEN_TIE', {
        en: `No tie on the quota of "${of}" is open in the block "${block}".`,
        vi: `Khối "${block}" không có trường hợp bằng điểm cần quyết định ở danh hiệu, mức "${of}".`,
      }),
    ];
  const others = units.filter((unit) => !tie.units.includes(unit));
  const chosen = new Set(units).size;
  return points(
    others.length > 0 &&
      point('/units', 'UNKNOWN', {
        en: `${others.join(', ')} are not among those who tie: ${tie.units.join(', ')}.`,
        vi: `${others.join(', ')} không thuộc các đơn vị bằng điểm: ${tie.units.join(', ')}.`,
      }),
    chosen !== tie.places &&
      point('/units', 'OTHER_NUMBER_OF_PLACES', {
        en: `The quota leaves places for ${tie.places} of them; ${chosen} are named.`,
        vi: `Tỷ lệ khống chế còn ${tie.places} chỗ cho các đơn vị này; đang nêu ${chosen}.`,
      }),
  );
}

/** Points against the publication of a candidate. */
export function brokenPublication(
  { stage, open, final, content, membersOn }: Publication,
  { reason, replaces, on }: { reason: string | undefined; replaces: number | null; on: string },
): Point[] {
  const incomplete = content.standings.filter(({ missing }) => missing.length > 0).map(({ unit }) => unit);
  return points(
    stage !== 'FINAL' &&
      point('', 'NOT_FINAL', {
        en: `The table has the points of ${stage}: score it with FINAL.`,
        vi: 'Bảng này chấm theo điểm tự chấm hoặc điểm thẩm định; hãy tính lại theo điểm kết luận (FINAL).',
      }),
    open.map(({ block, class: of, units }) =>
      point('', 'TIE_OPEN', {
        en: `${units.join(', ')} tie on the quota of "${of}" in the block "${block}": decide first (decideTie).`,
        vi:
          `${units.join(', ')} bằng điểm ở tỷ lệ khống chế mức "${of}" của khối "${block}"; ` +
          'hãy quyết định trước (decideTie).',
      }),
    ),
    reason === undefined &&
      points(
        !final &&
          incomplete.length > 0 &&
          point('/reason', 'REASON_REQUIRED', {
            en: `Something is missing for ${incomplete.join(', ')}: say why the table is published without it.`,
            vi: `Chưa đủ dữ liệu của ${incomplete.join(', ')}; hãy nêu lý do vẫn công bố.`,
          }),
        membersOn > on &&
          point('/reason', 'REASON_REQUIRED', {
            en: `The period ends on ${membersOn} only: say why the table is published before.`,
            vi: `Kỳ này đến ngày ${vietnameseDate(membersOn)} mới kết thúc; hãy nêu lý do công bố sớm.`,
          }),
        replaces !== null &&
          point('/reason', 'REASON_REQUIRED', {
            en: `It replaces number ${replaces}: say why.`,
            vi: `Bảng này thay bảng số ${replaces}; hãy nêu lý do.`,
          }),
      ),
  );
}
