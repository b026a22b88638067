import { ballot, count } from '../../src/papers/ballot-paper.rules.js';
import { invitation, minutes, type MeetingPrinted } from '../../src/papers/meeting-paper.rules.js';
import { textOf } from '../../src/papers/plain-text.js';

const matter: MeetingPrinted['matters'][number] = {
  ...{ name: 'Nguyễn Văn An', unit: 'Thôn Đông', form: 'danh hiệu “Lao động tiên tiến”', isSecret: true },
  counts: { for: 4, against: 1, blank: 1, invalid: 1, notReturned: 1 },
  ...{ base: 8, outcome: 'NOT_RECOMMENDED' as const, recused: ['Lê Thị Bình'] },
};
const meeting: MeetingPrinted = {
  ...{ council: 'Hội đồng Thi đua - Khen thưởng', above: 'UBND xã Đức Lạng', place: 'Đức Lạng', year: '2023' },
  ...{ heldOn: '2023-12-19', heldAt: 'Hội trường xã', summoned: null, present: null },
  members: [
    { name: 'Trần Văn Chung', office: 'Chủ tịch', presence: 'Có mặt' },
    { name: 'Lê Thị Bình', office: 'Thư ký', presence: 'Vắng mặt, có ý kiến bằng văn bản' },
  ],
  ...{ chair: 'Trần Văn Chung', secretary: null },
  matters: [matter, { ...matter, name: 'Lê Thị Bình', isSecret: false, counts: null, base: null, outcome: null }],
};
const lines = (make: typeof minutes, more: Partial<MeetingPrinted> = {}) =>
  textOf(make({ ...meeting, ...more }))
    .replaceAll('\u00a0', '_')
    .split('\n');

it('minutes say who was there, the counts on each nomination, and who did not deliberate', () =>
  expect(lines(minutes)).toEqual([
    ...['UBND XÃ ĐỨC LẠNG', 'HỘI ĐỒNG', 'THI ĐUA - KHEN THƯỞNG', 'Số: ________/BB-HĐTĐKT'],
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Đức Lạng, ngày 19 tháng 12 năm 2023'],
    ...['BIÊN BẢN', 'Họp xét đề nghị khen thưởng'],
    'Thời gian: ………… giờ ………… phút, ngày 19 tháng 12 năm 2023.',
    'Địa điểm: Hội trường xã.',
    'I. Thành phần',
    'Tổng số thành viên: 02.',
    'TT\tHọ và tên\tChức danh\tDự họp',
    '1\tTrần Văn Chung\tChủ tịch\tCó mặt',
    '2\tLê Thị Bình\tThư ký\tVắng mặt, có ý kiến bằng văn bản',
    `Chủ trì: Trần Văn Chung. Thư ký: ${'…'.repeat(12)}.`,
    'II. Nội dung',
    'Cuộc họp xét 02 đề nghị khen thưởng. Kết quả biểu quyết như sau:',
    'TT\tHọ và tên, tên tập thể\tĐơn vị\tĐề nghị\tBiểu quyết\tĐồng ý\tKết quả',
    '1\tNguyễn Văn An\tThôn Đông\tDanh hiệu “Lao động tiên tiến”\tBỏ phiếu kín\t4/8\tKhông đề nghị',
    '2\tLê Thị Bình\tThôn Đông\tDanh hiệu “Lao động tiên tiến”\tGiơ tay\t\t',
    'Không tham gia xét đề nghị của Nguyễn Văn An: Lê Thị Bình.',
    'Không tham gia xét đề nghị của Lê Thị Bình: Lê Thị Bình.',
    'III. Kết luận',
    'Đề nghị khen thưởng: 00 trường hợp; không đề nghị khen thưởng: 01 trường hợp.',
    'Cuộc họp kết thúc vào ………… giờ ………… phút cùng ngày. Biên bản đã được thông qua tại cuộc họp./.',
    ...['THƯ KÝ', 'CHỦ TRÌ', 'Trần Văn Chung'],
  ]));

it('minutes of a meeting by counts have no members', () => {
  const told = lines(minutes, { members: [], chair: null, summoned: 186, present: 140 });
  expect(told).toContain('Họp bình xét đề nghị khen thưởng');
  expect(told).toContain('Số người được triệu tập: 186; có mặt: 140.');
});

it('an invitation names the members, and leaves its day blank', () =>
  expect(lines(invitation)).toEqual(
    expect.arrayContaining([
      'Số: ________/GM-HĐTĐKT',
      'Đức Lạng, ngày______tháng______năm 2023',
      'Hội đồng Thi đua - Khen thưởng trân trọng kính mời các ông (bà):',
      '2. Lê Thị Bình, Thư ký Hội đồng.',
      ...['TM. HỘI ĐỒNG', 'CHỦ TỊCH', 'Trần Văn Chung'],
    ]),
  ));

it('ballots and their count are of secret nominations alone, and of no voter', () => {
  expect(lines(ballot)).toContain('1\tNguyễn Văn An\tThôn Đông\tDanh hiệu “Lao động tiên tiến”\t□\t□');
  const counted = lines(count);
  expect(counted.slice(counted.findIndex((line) => line.startsWith('TT')))).toEqual([
    'TT\tHọ và tên, tên tập thể\tĐề nghị\tPhát ra\tThu về\tHợp lệ\tKhông hợp lệ\tĐồng ý\tKhông đồng ý\tTrắng',
    '1\tNguyễn Văn An\tDanh hiệu “Lao động tiên tiến”\t8\t7\t6\t1\t4\t1\t1',
    'Biên bản được lập ngay sau khi kiểm phiếu, các thành viên Ban kiểm phiếu cùng ký./.',
    ...['THÀNH VIÊN', 'TRƯỞNG BAN KIỂM PHIẾU'],
  ]);
  for (const make of [ballot, count]) expect(lines(make).join()).not.toMatch(/Lê Thị Bình|Trần Văn Chung/);
});
