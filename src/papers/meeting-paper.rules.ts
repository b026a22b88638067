import type { FieldValues } from '../templates/template-fields.data.js';
import { body, bold, columns, plain, sizes, space } from './block.rules.js';
import { foot, footFields, head, headFields, seriesOf, signature, title, type Head } from './office.rules.js';
import { a4, type Block, type Grid, type Paper } from './paper.js';
import { capital, counted, dayInWords } from './said.rules.js';

/** Member of the body, as the attendance has them. */
export interface MemberPrinted {
  name: string;
  office: string;
  /** Presence in words; null: nobody has recorded it. */
  presence: string | null;
}

/** Nomination before the meeting, with its counts; null before they are recorded. */
export interface MatterPrinted {
  name: string;
  unit: string | null;
  form: string;
  isSecret: boolean;
  counts: { for: number; against: number; blank: number; invalid: number; notReturned: number } | null;
  base: number | null;
  outcome: 'RECOMMENDED' | 'NOT_RECOMMENDED' | 'NO_QUORUM' | null;
  /** Names of the members who did not deliberate on it. */
  recused: readonly string[];
}

export interface MeetingPrinted {
  council: string;
  /** Office above the body: "UBND xã Đức Lạng". */
  above: string;
  place: string;
  heldOn: string;
  heldAt: string | null;
  year: string;
  members: readonly MemberPrinted[];
  chair: string | null;
  secretary: string | null;
  /** Numbers of a meeting that is recorded by counts. */
  summoned: number | null;
  present: number | null;
  matters: readonly MatterPrinted[];
}

export const dots = '…………';
const timeOf = ({ heldOn }: MeetingPrinted) => `${dots} giờ ${dots} phút, ${dayInWords(heldOn)}`;

export const page = (
  meeting: MeetingPrinted,
  title: string,
  { blocks, fields }: { blocks: readonly Block[]; fields: FieldValues },
): Paper => ({
  ...{ title: `${title} ${meeting.heldOn}`, author: meeting.council, day: meeting.heldOn, fields },
  sections: [{ page: a4, numbered: true, blocks }],
});

/** Head of a paper of a type, "BB-HĐTĐKT"; null: papers of the type have no number. */
export const headOf = (
  { council: office, above, place, year }: MeetingPrinted,
  { day, type }: { day: string | null; type: string | null },
): Head => {
  const series = seriesOf(office);
  const symbol = type === null || series === null ? type : `${type}-${series}`;
  return { office, above, place, day, year, symbol, numberText: null };
};

/** Values of the fields that papers of a meeting have in common: see `templateFields`. */
export const meetingFields = (meeting: MeetingPrinted, of: Head, about: string) => ({
  ...headFields(of, about),
  ...{ thoi_gian: timeOf(meeting), dia_diem: meeting.heldAt ?? '', so_luong: counted(meeting.matters.length) },
});

/** Signatures of two beside each other. */
export const signed = (one: readonly [string, string | null], other: readonly [string, string | null]): Block[] => [
  space(8),
  columns(
    [50, signature({ capacity: null, title: one[0], name: one[1] })],
    [50, signature({ capacity: null, title: other[0], name: other[1] })],
  ),
];

/** Cells of a nomination behind its number, and the fields of its row. */
export const asked = ({ name, unit, form }: MatterPrinted) => [name, unit ?? '', capital(form)];
export const askedFields = ({ name: ten, unit, form }: MatterPrinted, place: number) => ({
  ...{ tt: String(place + 1), ten, don_vi: unit ?? '', hinh_thuc: capital(form) },
});

/** Minutes (biên bản) of a meeting, by members or by counts: attendance, counts on each nomination, conclusion. */
export function minutes(meeting: MeetingPrinted): Paper {
  const { summoned, present: there, members, matters, heldOn, heldAt, chair, secretary } = meeting;
  const about = summoned === null ? 'Họp xét đề nghị khen thưởng' : 'Họp bình xét đề nghị khen thưởng';
  const of = headOf(meeting, { day: heldOn, type: 'BB' });
  const recused = matters
    .filter((each) => each.recused.length > 0)
    .map(({ name, recused: who }) => `Không tham gia xét đề nghị của ${name}: ${who.join(', ')}.`);
  const concluded = conclusion(matters);
  const blocks = [
    ...head(of),
    ...title('Biên bản', about),
    body(plain(`Thời gian: ${timeOf(meeting)}.`)),
    body(plain(`Địa điểm: ${heldAt ?? dots.repeat(3)}.`)),
    body(bold('I. Thành phần'), { withNext: true }),
    ...(summoned === null ? attendance(meeting) : present(meeting)),
    body(plain(`Chủ trì: ${chair ?? dots.repeat(3)}. Thư ký: ${secretary ?? dots.repeat(3)}.`)),
    body(bold('II. Nội dung'), { withNext: true }),
    body(plain(`Cuộc họp xét ${counted(matters.length)} đề nghị khen thưởng. Kết quả biểu quyết như sau:`), {
      withNext: true,
    }),
    tallies(matters),
    space(6),
    ...recused.map((line) => body(plain(line))),
    body(bold('III. Kết luận'), { withNext: true }),
    body(plain(concluded)),
    body(
      plain(`Cuộc họp kết thúc vào ${dots} giờ ${dots} phút cùng ngày. Biên bản đã được thông qua tại cuộc họp./.`),
      { withNext: true },
    ),
    ...signed(['Thư ký', secretary], ['Chủ trì', chair]),
  ];
  const fields = {
    ...meetingFields(meeting, of, about),
    ...{ trieu_tap: String(summoned ?? members.length), co_mat: there === null ? '' : String(there) },
    ...{ khong_xet: recused.join('\n'), ket_luan: concluded, chu_tri: chair ?? '', thu_ky: secretary ?? '' },
    thanh_vien: members.map(({ presence, ...member }, place) => ({
      ...memberFields(member, place),
      du_hop: presence ?? '',
    })),
    danh_sach: matters.map((matter, place) => {
      const [bieu_quyet = '', dong_y = '', ket_qua = ''] = tallied(matter);
      return { ...askedFields(matter, place), bieu_quyet, dong_y, ket_qua };
    }),
  };
  return page(meeting, `Biên bản ${about.toLocaleLowerCase('vi')}`, { blocks, fields });
}

/** Conclusion of a meeting: how many it recommends; the others where there are some. */
function conclusion(matters: readonly MatterPrinted[]): string {
  const of = (outcome: MatterPrinted['outcome']) => matters.filter((each) => each.outcome === outcome).length;
  const [refused, open] = [of('NOT_RECOMMENDED'), of('NO_QUORUM')];
  return [
    `Đề nghị khen thưởng: ${counted(of('RECOMMENDED'))} trường hợp`,
    ...(refused > 0 ? [`không đề nghị khen thưởng: ${counted(refused)} trường hợp`] : []),
    ...(open > 0 ? [`không đủ điều kiện biểu quyết: ${counted(open)} trường hợp`] : []),
  ]
    .join('; ')
    .concat('.');
}

const memberFields = ({ name: ho_ten, office }: Pick<MemberPrinted, 'name' | 'office'>, place: number) => ({
  ...{ tt: String(place + 1), ho_ten, chuc_danh: office },
});

const present = ({ summoned, present: there }: MeetingPrinted): Block[] => [
  body(plain(`Số người được triệu tập: ${counted(summoned ?? 0)}; có mặt: ${counted(there ?? 0)}.`)),
];

function attendance({ members }: MeetingPrinted): Block[] {
  const grid: Grid = {
    is: 'GRID',
    size: sizes.list,
    columns: [
      { heading: 'TT', share: 8, align: 'CENTER' },
      { heading: 'Họ và tên', share: 40, align: 'LEFT' },
      { heading: 'Chức danh', share: 26, align: 'LEFT' },
      { heading: 'Dự họp', share: 36, align: 'LEFT' },
    ],
    rows: members.map(({ name, office, presence }, place) => [String(place + 1), name, office, presence ?? '']),
  };
  return [body(plain(`Tổng số thành viên: ${counted(members.length)}.`), { withNext: true }), grid, space(6)];
}

const outcomes = { RECOMMENDED: 'Đề nghị', NOT_RECOMMENDED: 'Không đề nghị', NO_QUORUM: 'Không đủ số' } as const;

/** Share of the base that voted for a nomination, as minutes print it: "4/5". */
const share = ({ counts, base }: MatterPrinted) => (counts && base !== null ? `${counts.for}/${base}` : '');

const tallies = (matters: readonly MatterPrinted[]): Grid => ({
  is: 'GRID',
  size: sizes.small,
  columns: [
    { heading: 'TT', share: 7, align: 'CENTER' },
    { heading: 'Họ và tên, tên tập thể', share: 30, align: 'LEFT' },
    { heading: 'Đơn vị', share: 22, align: 'LEFT' },
    { heading: 'Đề nghị', share: 28, align: 'LEFT' },
    { heading: 'Biểu quyết', share: 14, align: 'CENTER' },
    { heading: 'Đồng ý', share: 12, align: 'CENTER' },
    { heading: 'Kết quả', share: 16, align: 'LEFT' },
  ],
  rows: matters.map((matter, place) => [String(place + 1), ...asked(matter), ...tallied(matter)]),
});

/** Kind of vote on a nomination, its share of the base, its outcome. */
const tallied = (matter: MatterPrinted) => [
  matter.isSecret ? 'Bỏ phiếu kín' : 'Giơ tay',
  share(matter),
  matter.outcome === null ? '' : outcomes[matter.outcome],
];

/** Invitation (giấy mời) to a meeting. */
export function invitation(meeting: MeetingPrinted): Paper {
  const { council, matters, heldAt, members, chair } = meeting;
  const isOfMembers = members.length > 0;
  const signer = isOfMembers
    ? { capacity: 'TM. HỘI ĐỒNG', title: 'Chủ tịch', name: chair }
    : { capacity: null, title: 'Chủ trì', name: null };
  const of = headOf(meeting, { day: null, type: 'GM' });
  const about = 'Họp xét đề nghị khen thưởng';
  const recipients = [isOfMembers ? 'Như trên' : dots, 'Lưu: VT'];
  const blocks = [
    ...head(of),
    ...title('Giấy mời', about),
    body([
      plain(`${council} trân trọng kính mời${isOfMembers ? '' : ': '}`),
      bold(isOfMembers ? ' các ông (bà):' : dots.repeat(5)),
    ]),
    ...members.map(({ name, office }, place) =>
      body(plain(`${place + 1}. ${name}, ${office} Hội đồng${place < members.length - 1 ? ';' : '.'}`), { after: 3 }),
    ),
    body(plain(`Tới dự cuộc họp xét ${counted(matters.length)} đề nghị khen thưởng.`), { before: 3 }),
    body(plain(`Chủ trì: ${chair ?? dots.repeat(5)}.`)),
    body(plain(`Thời gian: ${timeOf(meeting)}.`)),
    body(plain(`Địa điểm: ${heldAt ?? dots.repeat(5)}.`)),
    body(plain('Đề nghị ông (bà) có mặt đúng thời gian và địa điểm nêu trên./.'), { withNext: true }),
    ...foot(recipients, signer),
  ];
  const fields = {
    ...{ ...meetingFields(meeting, of, about), ...footFields(recipients, signer) },
    thanh_vien: members.map(memberFields),
  };
  return page(meeting, 'Giấy mời họp xét đề nghị khen thưởng', { blocks, fields });
}
