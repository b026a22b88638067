import { repaired } from '../../src/sheets/repair.rules.js';

it.each([
  ['nhiêṃ vu ,̣ kế hoac̣h', 'nhiệm vụ, kế hoạch'],
  ['tâp̣ thể', 'tập thể'],
  ['chưć năng, nhiêṃ vu ,̣', 'chức năng, nhiệm vụ,'],
  ['ĐƠṆ VI ̣', 'ĐỢN VỊ'],
])('%j is put right: %s', (raw, value) => {
  expect(repaired(raw)).toEqual({ value, repaired: true, corrupted: false });
});

it.each([
  ['Nguye\u0302\u0303n Thị Ướt', 'Nguyễn Thị Ướt'],
  ['thuỷ hoà', 'thuỷ hoà'],
  ['Xa\u200b\u0303 Đức\u00a0Lạng', 'Xã Đức Lạng'],
  ['Số 5 , tổ 3', 'Số 5 , tổ 3'],
])('%j needs no more than NFC: %s', (raw, value) => {
  expect(repaired(raw)).toEqual({ value, repaired: false, corrupted: false });
});

it('says what cannot be put right', () => {
  expect(repaired('ḥoạt')).toMatchObject({ corrupted: true });
  expect(repaired('x\u0301')).toMatchObject({ corrupted: true });
});
