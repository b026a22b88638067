import { correction } from '../../src/papers/correction.rules.js';
import type { Paper } from '../../src/papers/paper.js';
import { textOf } from '../../src/papers/plain-text.js';
import { refusal, type RefusalPrinted } from '../../src/papers/refusal.rules.js';

const lines = (paper: Paper) => textOf(paper).replaceAll('\u00a0', '_').split('\n');
const office = { office: 'Ủy ban nhân dân xã Đức Lạng', place: 'Đức Lạng', year: '2024' };
const signer = { capacity: 'CHỦ TỊCH', title: null, name: null };
const nominee = (place: number) => ({
  ...{ name: `Hộ ông Trần Văn ${place}`, kind: 'hộ gia đình' as const, unit: 'Thôn Đông' },
  ...{ form: 'danh hiệu “Gia đình văn hóa”', period: 'năm 2023', reason: 'Có thành viên vi phạm giao thông.' },
});
const refused: RefusalPrinted = {
  ...{ ...office, signer, round: 'Gia đình văn hóa năm 2023', to: ['Thôn Đông'], nominees: [nominee(1)] },
};

it('a refusal answers those who nominated, with its reason', () =>
  expect(lines(refusal(refused)).slice(2)).toEqual([
    'Số: ________/TB-UBND',
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    'Đức Lạng, ngày______tháng______năm 2024',
    ...['THÔNG BÁO', 'Về việc không tặng danh hiệu “Gia đình văn hóa” năm 2023', 'Kính gửi: Thôn Đông.'],
    'Chủ tịch Ủy ban nhân dân xã Đức Lạng đã xem xét các đề nghị khen thưởng đợt “Gia đình văn hóa năm 2023”. ' +
      '01 hộ gia đình không được tặng danh hiệu “Gia đình văn hóa” năm 2023, cụ thể như sau:',
    '1. Hộ ông Trần Văn 1, Thôn Đông: danh hiệu “Gia đình văn hóa” năm 2023. Lý do: Có thành viên vi phạm giao thông.',
    'Ủy ban nhân dân xã Đức Lạng thông báo để các hộ gia đình và đơn vị đề nghị biết./.',
    ...['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'CHỦ TỊCH'],
  ]));

it('more than three refusals stand in a list, each with its reason', () => {
  const told = lines(refusal({ ...refused, nominees: [1, 2, 3, 4].map(nominee) }));
  expect(told).toContain(
    '(Kèm theo Thông báo số ________/TB-UBND ngày______tháng______năm 2024 của Ủy ban nhân dân xã Đức Lạng)',
  );
  expect(told.at(-1)).toBe('4\tHộ ông Trần Văn 4\tThôn Đông\tCó thành viên vi phạm giao thông.');
});

it('a correction says what was printed and what is right, under a subject in place of a title', () => {
  const paper = correction({
    ...{ ...office, signer, to: ['Hộ ông Trần Văn Án, Thôn Đông', 'Phòng Văn hóa - Xã hội'] },
    decision: 'Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024',
    about: 'Về việc công nhận Gia đình văn hóa',
    misprints: [
      { item: 'Tên hộ gia đình được khen thưởng', printed: 'Hộ ông Trần Văn An', right: 'Hộ ông Trần Văn Án' },
    ],
  });
  expect(lines(paper)).toEqual([
    ...['ỦY BAN NHÂN DÂN', 'XÃ ĐỨC LẠNG', 'Số: ________/UBND'],
    'V/v đính chính Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024',
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    'Đức Lạng, ngày______tháng______năm 2024',
    ...['Kính gửi:', '- Hộ ông Trần Văn Án, Thôn Đông;', '- Phòng Văn hóa - Xã hội.'],
    'Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024 của Chủ tịch Ủy ban nhân dân xã Đức Lạng ' +
      '(Về việc công nhận Gia đình văn hóa) có sai sót khi trình bày. Ủy ban nhân dân xã Đức Lạng đính chính như sau:',
    '1. Tên hộ gia đình được khen thưởng: đã in “Hộ ông Trần Văn An”; nay đính chính là “Hộ ông Trần Văn Án”.',
    'Các nội dung khác của Quyết định không thay đổi. Văn bản này kèm theo Quyết định nêu trên./.',
    ...['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'CHỦ TỊCH'],
  ]);
});
