import { isStale } from '../../src/indicators/carry-over.rules.js';

it.each(['phấn đấu đến 31/12/2023 đạt 6/6 khu dân cư', 'trong tháng 12/2023', 'năm 2022', 'giai đoạn 2021-2023'])(
  '%s is of a plan that is over with 2023',
  (text) => expect(isStale(text, 2023)).toBe(true),
);

it.each([
  'theo Nghị quyết 12/2022/NQ-HĐND',
  'theo Nghị định số 98/2023/NĐ-CP',
  'theo NĐ 98/2023',
  'đến 31/12/2024',
  'từ 12.023 hộ trở lên',
])('%s goes on', (text) => expect(isStale(text, 2023)).toBe(false));
