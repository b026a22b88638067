import { body, centred, italic, plain, sizes, space } from './block.rules.js';
import { asked, askedFields, dots, headOf, meetingFields, page, signed } from './meeting-paper.rules.js';
import type { MatterPrinted, MeetingPrinted } from './meeting-paper.rules.js';
import { head, title } from './office.rules.js';
import type { Grid, Paper } from './paper.js';
import { capital, dayInWords } from './said.rules.js';

/** Ballot (phiếu) on the nominations that are voted on in secret. */
export function ballot(meeting: MeetingPrinted): Paper {
  const grid: Grid = {
    is: 'GRID',
    size: sizes.list,
    columns: [
      { heading: 'TT', share: 8, align: 'CENTER' },
      { heading: 'Họ và tên, tên tập thể', share: 36, align: 'LEFT' },
      { heading: 'Đơn vị', share: 26, align: 'LEFT' },
      { heading: 'Đề nghị', share: 34, align: 'LEFT' },
      { heading: 'Đồng ý', share: 14, align: 'CENTER' },
      { heading: 'Không đồng ý', share: 16, align: 'CENTER' },
    ],
    rows: secret(meeting).map((matter, place) => [String(place + 1), ...asked(matter), '□', '□']),
  };
  const of = headOf(meeting, { day: meeting.heldOn, type: null });
  const about = 'Đề nghị khen thưởng';
  const blocks = [
    ...head(of),
    ...title('Phiếu biểu quyết', about),
    body(
      italic('Đánh dấu (x) vào một ô của mỗi dòng. Dòng không đánh dấu là phiếu trắng; đánh cả hai ô là không hợp lệ.'),
    ),
    grid,
    space(8),
    centred(italic('Phiếu kín: không ghi họ tên người biểu quyết.'), { size: sizes.list }),
  ];
  const fields = { ...meetingFields(meeting, of, about), danh_sach: secret(meeting).map(askedFields) };
  return page(meeting, 'Phiếu biểu quyết', { blocks, fields });
}

/** Nominations of a meeting that are voted on in secret. */
export const secret = ({ matters }: MeetingPrinted): MatterPrinted[] => matters.filter(({ isSecret }) => isSecret);

/** Ballots on a nomination: issued, returned, valid, invalid, for, against, blank; empty before they are counted. */
function figures({ counts }: MatterPrinted): string[] {
  if (counts === null) return Array<string>(7).fill('');
  const { for: yes, against, blank: none, invalid, notReturned } = counts;
  const returned = yes + against + none + invalid;
  return [returned + notReturned, returned, returned - invalid, invalid, yes, against, none].map(String);
}
const figureFields = ['phat_ra', 'thu_ve', 'hop_le', 'khong_hop_le', 'dong_y', 'khong_dong_y', 'phieu_trang'];

/** Minutes of the count (biên bản kiểm phiếu): ballots issued, returned, valid, invalid, for and against. */
export function count(meeting: MeetingPrinted): Paper {
  const figured = ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ', 'Đồng ý', 'Không đồng ý', 'Trắng'];
  const grid: Grid = {
    is: 'GRID',
    size: sizes.small,
    columns: [
      { heading: 'TT', share: 7, align: 'CENTER' },
      { heading: 'Họ và tên, tên tập thể', share: 29, align: 'LEFT' },
      { heading: 'Đề nghị', share: 24, align: 'LEFT' },
      ...figured.map((heading) => ({ heading, share: 14, align: 'CENTER' as const })),
    ],
    rows: secret(meeting).map((matter, place) => [
      ...[String(place + 1), matter.name, capital(matter.form)],
      ...figures(matter),
    ]),
  };
  const of = headOf(meeting, { day: meeting.heldOn, type: 'BB' });
  const about = 'Đề nghị khen thưởng';
  const blocks = [
    ...head(of),
    ...title('Biên bản kiểm phiếu', about),
    body(plain(`Ban kiểm phiếu của cuộc họp ${dayInWords(meeting.heldOn)} gồm: ${dots.repeat(6)}`), { align: 'LEFT' }),
    body(plain('Kết quả kiểm phiếu (số phiếu):'), { withNext: true }),
    grid,
    space(6),
    body(plain('Biên bản được lập ngay sau khi kiểm phiếu, các thành viên Ban kiểm phiếu cùng ký./.'), {
      withNext: true,
    }),
    ...signed(['Thành viên', null], ['Trưởng ban kiểm phiếu', null]),
  ];
  const rows = secret(meeting).map((matter, place) => ({
    ...askedFields(matter, place),
    ...Object.fromEntries(figures(matter).map((figure, at) => [figureFields[at], figure])),
  }));
  return page(meeting, 'Biên bản kiểm phiếu', {
    blocks,
    fields: { ...meetingFields(meeting, of, about), danh_sach: rows },
  });
}
