import { decisionPaper, type AwardPrinted, type DecisionPrinted } from '../../src/papers/decision-paper.rules.js';
import { authorityLines, basesOf, officeLines, placeOf } from '../../src/papers/office.rules.js';
import { textOf } from '../../src/papers/plain-text.js';

const award = (more: Partial<AwardPrinted> = {}): AwardPrinted => ({
  ...{ name: 'Nguyễn Văn An', kind: 'cá nhân', unit: 'Thôn Đông', form: 'danh hiệu “Lao động tiên tiến”' },
  ...{ period: 'năm 2023', amount: null, givenBy: null },
  ...more,
});
const household = (place: number) =>
  award({ name: `Hộ ông Trần Văn ${place}`, kind: 'hộ gia đình', form: 'danh hiệu “Gia đình văn hóa”' });
const decision: DecisionPrinted = {
  ...{ kind: 'GRANT', office: 'Ủy ban nhân dân xã Đức Lạng', symbol: 'QĐ-UBND', place: 'Đức Lạng', year: '2024' },
  ...{ numberText: '07/QĐ-UBND', day: '2024-01-05', about: 'Về việc tặng danh hiệu Lao động tiên tiến năm 2023' },
  bases: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.', 'Xét đề nghị của Hội đồng'],
  recipients: ['Như Điều 3;', '- Lưu: VT'],
  signer: { name: 'Nguyễn Đình Chiểu', title: 'Chủ tịch', capacity: 'CHỦ TỊCH' },
  awards: [award()],
  code: null,
};
const lines = (more: Partial<DecisionPrinted> = {}) =>
  textOf(decisionPaper({ ...decision, ...more }))
    .replaceAll('\u00a0', '_')
    .split('\n');

it('a decision is the chairperson’s, in the order of NĐ 30/2020', () =>
  expect(lines()).toEqual([
    'ỦY BAN NHÂN DÂN',
    'XÃ ĐỨC LẠNG',
    'Số: 07/QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Đức Lạng, ngày 05 tháng 01 năm 2024',
    'QUYẾT ĐỊNH',
    'Về việc tặng danh hiệu Lao động tiên tiến năm 2023',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỨC LẠNG',
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
    'Xét đề nghị của Hội đồng.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Tặng danh hiệu “Lao động tiên tiến” năm 2023 cho Nguyễn Văn An, Thôn Đông.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    'Điều 3. Các bộ phận, đơn vị có liên quan và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    'Nơi nhận:',
    '- Như Điều 3;',
    '- Lưu: VT.',
    'CHỦ TỊCH',
    'Nguyễn Đình Chiểu',
  ]));

it('number, day and signer of a draft are blank', () => {
  const draft = lines({ numberText: null, day: null, signer: { name: null, title: null, capacity: 'CHỦ TỊCH' } });
  expect(draft).toContain('Số: ________/QĐ-UBND');
  expect(draft).toContain('Đức Lạng, ngày______tháng______năm 2024');
  expect(draft.at(-1)).toBe('CHỦ TỊCH');
});

it('more than three are counted in the article and named in the list, by form and kind', () => {
  const told = lines({ awards: [household(1), award(), household(2), award({ name: 'Chi hội 1', kind: 'tập thể' })] });
  expect(told).toEqual(
    expect.arrayContaining([
      'Điều 1. Khen thưởng 01 tập thể, 02 hộ gia đình và 01 cá nhân (có danh sách kèm theo), gồm:',
      '- Danh hiệu “Gia đình văn hóa” năm 2023: 02 hộ gia đình;',
      '- Danh hiệu “Lao động tiên tiến” năm 2023: 01 tập thể và 01 cá nhân.',
    ]),
  );
  expect(told.slice(told.indexOf('DANH SÁCH'))).toEqual([
    'DANH SÁCH',
    'Các trường hợp được khen thưởng',
    '(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024 của Chủ tịch Ủy ban nhân dân xã Đức Lạng)',
    'TT\tHọ và tên, tên tập thể\tĐơn vị',
    'I. Danh hiệu “Gia đình văn hóa” năm 2023',
    '1\tHộ ông Trần Văn 1\tThôn Đông',
    '2\tHộ ông Trần Văn 2\tThôn Đông',
    'II. Danh hiệu “Lao động tiên tiến” năm 2023',
    'Tập thể',
    '3\tChi hội 1\tThôn Đông',
    'Cá nhân',
    '4\tNguyễn Văn An\tThôn Đông',
  ]);
});

it('money is printed where there is some, in figures and in words', () => {
  const amounts = [award({ amount: '540000' }), award({ name: 'Lê Thị Bình', amount: '270000' })];
  expect(lines({ awards: amounts })).toContain(
    'Điều 2. Tiền thưởng kèm theo là 810.000 đồng (bằng chữ: Tám trăm mười nghìn đồng), chi từ quỹ thi đua, khen thưởng theo quy định.',
  );
  expect(lines().join()).not.toContain('Tiền thưởng');
  const listed = lines({ awards: [...amounts, ...amounts] });
  expect(lines({ awards: [...amounts, ...amounts, award()] })).toContain('5\tNguyễn Văn An\tThôn Đông\t');
  expect(listed.at(-1)).toBe('\tTổng cộng\t\t1.620.000');
});

it('a revocation names the award, and the decision that gave it', () =>
  expect(
    lines({ kind: 'REVOCATION', awards: [award({ givenBy: 'Quyết định số 01/QĐ-UBND ngày 02/01/2024' })] }),
  ).toContain(
    'Điều 1. Hủy bỏ việc tặng danh hiệu “Lao động tiên tiến” năm 2023 cho Nguyễn Văn An, Thôn Đông tại Quyết định số 01/QĐ-UBND ngày 02/01/2024.',
  ));

it.each([
  [{ capacity: 'CHỦ TỊCH', title: 'Chủ tịch' }, ['CHỦ TỊCH']],
  [{ capacity: 'Q. CHỦ TỊCH', title: 'Quyền Chủ tịch' }, ['Q. CHỦ TỊCH']],
  [{ capacity: 'KT. CHỦ TỊCH', title: 'Phó Chủ tịch' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  [{ capacity: 'TUQ. CHỦ TỊCH', title: 'Chánh Văn phòng' }, ['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
  [{ capacity: 'TM. ỦY BAN NHÂN DÂN', title: 'Chủ tịch' }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [
    { capacity: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', title: 'Phó Chủ tịch' },
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  ],
])('%j is printed as %j', (signer, printed) => expect(authorityLines(signer)).toEqual(printed));

it('an office has its area below, a place no designation; bases begin and end as they are printed', () => {
  expect(officeLines('Ủy ban nhân dân phường Trần Phú')).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG TRẦN PHÚ']);
  expect(officeLines('Hội đồng sáng kiến')).toEqual(['HỘI ĐỒNG SÁNG KIẾN']);
  expect(placeOf({ name: 'xã Đức Lạng', kindText: 'xã' })).toBe('Đức Lạng');
  expect(placeOf({ name: 'Đức Lạng', kindText: 'xã' })).toBe('Đức Lạng');
  expect(basesOf(['Luật A;', 'căn cứ Nghị định B', 'Theo đề nghị C ./.'])).toEqual([
    'Căn cứ Luật A;',
    'căn cứ Nghị định B;',
    'Theo đề nghị C ./.',
  ]);
});
