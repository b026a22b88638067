import { achievementReport, type ReportPrinted } from '../../src/papers/achievement-report.rules.js';
import { notice } from '../../src/papers/consultation-notice.rules.js';
import {
  list,
  proposal,
  summary,
  type NominationPrinted,
  type RoundPrinted,
} from '../../src/papers/nomination-paper.rules.js';
import type { Paper } from '../../src/papers/paper.js';
import { textOf } from '../../src/papers/plain-text.js';

const nomination = (more: Partial<NominationPrinted> = {}): NominationPrinted => ({
  ...{ name: 'Nguyễn Văn An', kind: 'cá nhân', unit: 'Thôn Đông', form: 'danh hiệu “Lao động tiên tiến”' },
  ...{ period: 'năm 2023', summary: 'Hoàn thành tốt', state: 'đã thẩm định', votes: '4/5', objections: 0 },
  ...more,
});
const household = (place: number) =>
  nomination({ name: `Hộ ${place}`, kind: 'hộ gia đình', form: 'danh hiệu “Gia đình văn hóa”', objections: place });
const round: RoundPrinted = {
  ...{ office: 'Thôn Đông', above: 'UBND xã Đức Lạng', series: null, place: 'Đức Lạng', year: '2023' },
  ...{ round: 'Tổng kết năm 2023', to: ['Chủ tịch Ủy ban nhân dân xã Đức Lạng'], bases: ['Luật Thi đua, khen thưởng'] },
  ...{ dossier: ['Biên bản bình xét'], signer: { capacity: null, title: 'Trưởng thôn', name: null } },
  nominations: [nomination()],
};
const lines = (paper: Paper) => textOf(paper).replaceAll('\u00a0', '_').split('\n');
const table = (paper: Paper) => {
  const all = lines(paper);
  return all.slice(all.findIndex((line) => line.startsWith('TT\t')));
};
const several = [household(0), nomination({ name: 'Chi hội 1', kind: 'tập thể' }), household(2), nomination()];

it('a proposal asks who decides, in the order of NĐ 30/2020; number and day are blank', () =>
  expect(lines(proposal(round))).toEqual([
    ...['UBND XÃ ĐỨC LẠNG', 'THÔN ĐÔNG', 'Số: ________/TTr'],
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ...['Đức Lạng, ngày______tháng______năm 2023', 'TỜ TRÌNH'],
    'Về việc đề nghị tặng danh hiệu “Lao động tiên tiến” năm 2023',
    'Kính gửi: Chủ tịch Ủy ban nhân dân xã Đức Lạng.',
    'Căn cứ Luật Thi đua, khen thưởng.',
    'Thôn Đông kính đề nghị Chủ tịch Ủy ban nhân dân xã Đức Lạng xem xét, tặng danh hiệu “Lao động tiên tiến” năm 2023 cho Nguyễn Văn An, Thôn Đông.',
    'Hồ sơ kèm theo gồm: Biên bản bình xét.',
    'Thôn Đông kính trình Chủ tịch Ủy ban nhân dân xã Đức Lạng xem xét, quyết định./.',
    ...['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'TRƯỞNG THÔN'],
  ]));

it('many nominees stand in its list; several addressees below each other', () => {
  const told = lines(
    proposal({ ...round, series: 'UBND', to: ['Chủ tịch huyện', 'Chủ tịch tỉnh'], nominations: several }),
  );
  expect(told).toEqual(
    expect.arrayContaining([
      'Số: ________/TTr-UBND',
      ...['Kính gửi:', '- Chủ tịch huyện;', '- Chủ tịch tỉnh.'],
      '- Danh hiệu “Gia đình văn hóa” năm 2023: 02 hộ gia đình;',
      '(Kèm theo Tờ trình số ________/TTr-UBND ngày______tháng______năm 2023 của Thôn Đông)',
    ]),
  );
  expect(told.slice(-4)).toEqual([
    ...['Tập thể', '3\tChi hội 1\tThôn Đông\tHoàn thành tốt', 'Cá nhân', '4\tNguyễn Văn An\tThôn Đông\tHoàn thành tốt'],
  ]);
});

it('a list has the achievements, a summary the votes, the number of objections, and the state', () => {
  expect(table(list(round))[1]).toBe('1\tNguyễn Văn An\tThôn Đông\tHoàn thành tốt');
  expect(table(summary({ ...round, nominations: [household(0), household(2)] })).slice(0, 3)).toEqual([
    'TT\tHọ và tên, tên tập thể\tĐơn vị\tBiểu quyết đồng ý\tÝ kiến phản ánh\tKết quả đến nay',
    '1\tHộ 0\tThôn Đông\t4/5\t\tĐã thẩm định',
    '2\tHộ 2\tThôn Đông\t4/5\t2\tĐã thẩm định',
  ]);
});

it('a notice says who, how long, where, and where objections go', () => {
  const paper = notice({
    ...{ office: 'Ủy ban nhân dân xã Đức Lạng', place: 'Đức Lạng', year: '2023', places: ['Nhà văn hóa', 'Cổng xã'] },
    ...{ firstDay: '2023-11-06', lastDay: '2023-11-16', days: 10, areWorkingDays: true },
    ...{ signer: round.signer, nominees: [household(1)] },
  });
  expect(lines(paper)).toEqual(
    expect.arrayContaining([
      'Số: ________/TB-UBND',
      'Công khai, lấy ý kiến về đề nghị tặng danh hiệu “Gia đình văn hóa” năm 2023',
      '1. Hộ 1, Thôn Đông',
      '1. Thời gian công khai: 10 ngày làm việc, từ ngày 06 tháng 11 năm 2023 đến hết ngày 16 tháng 11 năm 2023.',
      '2. Nơi công khai: Nhà văn hóa; Cổng xã.',
    ]),
  );
});

describe('a report of achievements', () => {
  const report: ReportPrinted = {
    ...nomination(),
    ...{ office: 'Văn phòng', above: 'UBND xã Đức Lạng', place: 'Đức Lạng', year: '2023', isSudden: false },
    ...{ post: 'Công chức', ratings: [{ year: '2022', rating: 'hoàn thành tốt nhiệm vụ', issuer: '' }] },
    results: [{ name: 'Tổng đàn bò', period: 'năm 2023', value: '1.763 con' }],
    awards: [{ year: '2021', name: 'Lao động tiên tiến', category: 'TITLE', decision: 'Quyết định số 12/QĐ-UBND' }],
  };

  it('is filled in from the record, earlier awards by their decisions', () => {
    const told = lines(achievementReport(report));
    expect(told.slice(told.indexOf('I. Sơ lược lý lịch'))).toEqual([
      'I. Sơ lược lý lịch',
      '- Họ và tên: Nguyễn Văn An',
      expect.stringMatching(/^- Sinh ngày, tháng, năm: …+$/),
      '- Chức vụ: Công chức',
      '- Đơn vị công tác, nơi cư trú: Thôn Đông',
      'II. Thành tích đạt được',
      'Hoàn thành tốt',
      'Kết quả xếp loại hằng năm:',
      '- Năm 2022: hoàn thành tốt nhiệm vụ.',
      'Kết quả thực hiện chỉ tiêu:',
      'TT\tChỉ tiêu\tKỳ\tKết quả',
      '1\tTổng đàn bò\tnăm 2023\t1.763 con',
      'III. Các hình thức đã được khen thưởng',
      '1. Danh hiệu thi đua:',
      'Năm\tDanh hiệu thi đua\tSố, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định',
      '2021\tLao động tiên tiến\tQuyết định số 12/QĐ-UBND',
      '2. Hình thức khen thưởng: chưa ghi nhận.',
      ...['XÁC NHẬN CỦA ĐƠN VỊ', 'NGƯỜI BÁO CÁO', 'Nguyễn Văn An'],
    ]);
  });

  it('of a collective is signed by its head, of a sudden deed is short', () => {
    const collective = lines(achievementReport({ ...report, kind: 'tập thể' }));
    expect(collective).toContain('I. Sơ lược đặc điểm, tình hình');
    expect(collective.at(-1)).toBe('THỦ TRƯỞNG ĐƠN VỊ');
    const sudden = lines(achievementReport({ ...report, isSudden: true }));
    expect(sudden).toContain('BÁO CÁO TÓM TẮT THÀNH TÍCH');
    expect(sudden.join()).not.toContain('Lao động tiên tiến,');
  });
});
