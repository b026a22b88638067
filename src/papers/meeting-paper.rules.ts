import { body, bold, centred, columns, italic, plain, sizes, space } from './block.rules.js';
import { foot, head, signature, title } from './office.rules.js';
import { a4, type Block, type Grid, type Paper } from './paper.js';
import { counted, dayInWords } from './said.rules.js';

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

const dots = '…………';
const hour = `${dots} giờ ${dots} phút, `;

const page = (meeting: MeetingPrinted, title: string, blocks: readonly Block[]): Paper => ({
  title: `${title} ${meeting.heldOn}`,
  author: meeting.council,
  day: meeting.heldOn,
  sections: [{ page: a4, numbered: true, blocks }],
});

const headOf = (
  { council: office, above, place, year }: MeetingPrinted,
  { day, symbol }: { day: string | null; symbol: string | null },
) => head({ office, above, place, day, year, symbol, numberText: null });

/** Signatures of two beside each other. */
const signed = (one: readonly [string, string | null], other: readonly [string, string | null]): Block[] => [
  space(8),
  columns(
    [50, signature({ capacity: null, title: one[0], name: one[1] })],
    [50, signature({ capacity: null, title: other[0], name: other[1] })],
  ),
];

const asked = ({ name, unit, form }: MatterPrinted) => [name, unit ?? '', form];

/** Minutes (biên bản) of a meeting, by members or by counts: attendance, counts on each nomination, conclusion. */
export function minutes(meeting: MeetingPrinted): Paper {
  const { summoned, matters, heldOn, heldAt, chair, secretary } = meeting;
  const of = (outcome: MatterPrinted['outcome']) => matters.filter((each) => each.outcome === outcome).length;
  const [granted, refused, open] = [of('RECOMMENDED'), of('NOT_RECOMMENDED'), of('NO_QUORUM')];
  const recused = matters.filter((each) => each.recused.length > 0);
  const about = summoned === null ? 'Họp xét đề nghị khen thưởng' : 'Họp bình xét đề nghị khen thưởng';
  return page(meeting, `Biên bản ${about.toLocaleLowerCase('vi')}`, [
    ...headOf(meeting, { day: heldOn, symbol: 'BB' }),
    ...title('Biên bản', about),
    body(plain(`Thời gian: ${hour}${dayInWords(heldOn)}.`)),
    body(plain(`Địa điểm: ${heldAt ?? dots.repeat(3)}.`)),
    body(bold('I. Thành phần'), { withNext: true }),
    ...(summoned === null ? attendance(meeting) : present(meeting)),
    body(bold('II. Nội dung'), { withNext: true }),
    body(plain(`Cuộc họp xét ${counted(matters.length)} đề nghị khen thưởng. Kết quả biểu quyết như sau:`), {
      withNext: true,
    }),
    tallies(matters),
    space(6),
    ...recused.map(({ name, recused: who }) =>
      body(plain(`Không tham gia xét đề nghị của ${name}: ${who.join(', ')}.`)),
    ),
    body(bold('III. Kết luận'), { withNext: true }),
    body(
      plain(
        `Đề nghị khen thưởng: ${counted(granted)}; không đề nghị khen thưởng: ${counted(refused)}` +
          `${open > 0 ? `; không đủ điều kiện biểu quyết: ${counted(open)}` : ''}.`,
      ),
    ),
    body(
      plain(`Cuộc họp kết thúc vào ${dots} giờ ${dots} phút cùng ngày. Biên bản đã được thông qua tại cuộc họp./.`),
      {
        withNext: true,
      },
    ),
    ...signed(['Thư ký', secretary], ['Chủ trì', chair]),
  ]);
}

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
  rows: matters.map((matter, place) => [
    String(place + 1),
    ...asked(matter),
    matter.isSecret ? 'Bỏ phiếu kín' : 'Giơ tay',
    share(matter),
    matter.outcome === null ? '' : outcomes[matter.outcome],
  ]),
});

/** Invitation (giấy mời) to a meeting. */
export function invitation(meeting: MeetingPrinted): Paper {
  const { council, matters, heldOn, heldAt, members, chair } = meeting;
  const signer =
    members.length > 0
      ? { capacity: 'TM. HỘI ĐỒNG', title: 'Chủ tịch', name: chair }
      : { capacity: null, title: 'Chủ trì', name: null };
  return page(meeting, 'Giấy mời họp xét đề nghị khen thưởng', [
    ...headOf(meeting, { day: null, symbol: 'GM' }),
    ...title('Giấy mời', 'Họp xét đề nghị khen thưởng'),
    body([
      plain(`${council} trân trọng kính mời: `),
      bold(members.length > 0 ? 'các ông (bà) thành viên' : dots.repeat(5)),
    ]),
    ...members.map(({ name, office }, place) =>
      body(plain(`${place + 1}. ${name}, ${office.toLowerCase()}`), { after: 2 }),
    ),
    body(plain(`Tới dự: họp xét ${counted(matters.length)} đề nghị khen thưởng.`)),
    body(plain(`Thời gian: ${hour}${dayInWords(heldOn)}.`)),
    body(plain(`Địa điểm: ${heldAt ?? dots.repeat(5)}.`)),
    body(plain('Đề nghị ông (bà) có mặt đúng thời gian và địa điểm nêu trên./.'), { withNext: true }),
    ...foot(['Như trên', 'Lưu: VT'], signer),
  ]);
}

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
  return page(meeting, 'Phiếu biểu quyết', [
    ...headOf(meeting, { day: meeting.heldOn, symbol: null }),
    ...title('Phiếu biểu quyết', 'Đề nghị khen thưởng'),
    body(
      italic('Đánh dấu (x) vào một ô của mỗi dòng. Dòng không đánh dấu là phiếu trắng; đánh cả hai ô là không hợp lệ.'),
    ),
    grid,
    space(8),
    centred(italic('Phiếu kín: không ghi họ tên người biểu quyết.'), { size: sizes.list }),
  ]);
}

/** Nominations of a meeting that are voted on in secret. */
export const secret = ({ matters }: MeetingPrinted): MatterPrinted[] => matters.filter(({ isSecret }) => isSecret);

/** Minutes of the count (biên bản kiểm phiếu): ballots issued, returned, valid, invalid, for and against. */
export function count(meeting: MeetingPrinted): Paper {
  const figures = ({ counts }: MatterPrinted): string[] => {
    if (counts === null) return Array<string>(7).fill('');
    const { for: yes, against, blank: none, invalid, notReturned } = counts;
    const returned = yes + against + none + invalid;
    return [returned + notReturned, returned, returned - invalid, invalid, yes, against, none].map(String);
  };
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
    rows: secret(meeting).map((matter, place) => [String(place + 1), matter.name, matter.form, ...figures(matter)]),
  };
  return page(meeting, 'Biên bản kiểm phiếu', [
    ...headOf(meeting, { day: meeting.heldOn, symbol: 'BB' }),
    ...title('Biên bản kiểm phiếu', 'Đề nghị khen thưởng'),
    body(plain(`Ban kiểm phiếu của cuộc họp ${dayInWords(meeting.heldOn)} gồm: ${dots.repeat(6)}`)),
    body(plain('Kết quả kiểm phiếu (số phiếu):'), { withNext: true }),
    grid,
    space(6),
    body(plain('Biên bản được lập ngay sau khi kiểm phiếu, các thành viên Ban kiểm phiếu cùng ký./.'), {
      withNext: true,
    }),
    ...signed(['Thành viên', null], ['Trưởng ban kiểm phiếu', null]),
  ]);
}
