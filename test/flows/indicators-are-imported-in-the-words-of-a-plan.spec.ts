import { as, useApp } from '../app.js';
import { done, doors } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();
const commune = 'duc-lang';
const fields = { plan: '2024' };

/** A table as an office types it: 40 indicators under three headings of the plan. */
const targets = [
  '1.250 ha',
  '≥ 95%',
  '61,5 triệu đồng',
  'Hoàn thành',
  '10 - 12%',
  'không quá 1,5%',
  '3 mô hình',
  '120',
];
const rows = [
  ['ỦY BAN NHÂN DÂN XÃ ĐỨC LẠNG'],
  ['PHỤ LỤC CHỈ TIÊU THI ĐUA NĂM 2024'],
  [],
  ['STT', 'Nội dung chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Lĩnh vực', 'Đơn vị phụ trách', 'Kỳ báo cáo'],
  ...Array.from({ length: 40 }, (_, index) => [
    index + 1,
    `Chỉ tiêu số ${index + 1}`,
    index % 8 === 7 ? 'công trình' : null,
    targets[index % 8]!,
    ['Kinh tế', 'Văn hóa xã hội', 'Quốc phòng'][index % 3]!,
    index % 4 === 0 ? 'Văn hóa - Xã hội' : null,
    index % 2 === 0 ? 'Quý' : 'Năm',
  ]),
];

beforeAll(async () => {
  const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch thi đua năm 2024' };
  const sections = ['Kinh tế', 'Văn hóa xã hội', 'Quốc phòng'].map((title, index) => ({
    path: String(index + 1),
    title,
  }));
  const input = { key: '2024', kind: 'YEARLY', year: 2024, title: 'Kế hoạch thi đua năm 2024', sections, document };
  done(await doors[0]![1](test).ask('draftPlan', 'clerk', { commune }, { input }));
});

const send = async (content: Buffer, more: object = {}) =>
  (await importFile(test, 'clerk', 'indicators', { content, name: 'chi-tieu.xlsx', fields, ...more })).body;

it('forty indicators are tried, then kept, in the order and with the promises of the table', async () => {
  const content = await workbook({ 'Phụ lục': rows });
  const dry = await send(content, { query: '?validate=only' });
  expect([dry.created, dry.rejected]).toEqual([40, 0]);
  const kept = await send(content);
  expect([kept.kept, kept.created]).toEqual([true, 40]);
  const { items } = (
    await test.http().get('/v1/communes/duc-lang/plans/2024/indicators?first=100').set(as(test, 'clerk'))
  ).body;
  expect(items).toHaveLength(40);
  expect(items[0]).toMatchObject({
    code: 'chi-tieu-so-1',
    name: 'Chỉ tiêu số 1',
    sectionPath: '1',
    target: '1250',
    comparator: 'AT_LEAST',
    measure: { unit: 'HECTARE', displayUnit: 'ha' },
    frequency: 'QUARTERLY',
    responsibleUnitCode: 'van-hoa-xa-hoi',
    notPrinted: ['reported', 'overTime', 'overUnits'],
  });
  expect(items[2]).toMatchObject({ target: '61500000', measure: { unit: 'VND', scale: 6 } });
  expect(items[3]).toMatchObject({ target: null, targetText: 'Hoàn thành', overUnits: 'COMMUNE_ONLY' });
  expect(items[4]).toMatchObject({ comparator: 'BETWEEN', target: '10', upperTarget: '12', beyond: 'EXCEEDED' });
  expect(items[5]).toMatchObject({ comparator: 'AT_MOST', direction: 'DOWN', target: '1.5' });
});

it('the table again changes nothing; what differs is amended, and nothing else', async () => {
  expect((await send(await workbook({ A: rows }))).unchanged).toBe(40);
  const changed = rows.map((row) => [...row]);
  changed[4]![3] = '1.300 ha';
  changed[5]![4] = 'Quốc phòng';
  const body = await send(await workbook({ A: changed }));
  expect([body.updated, body.unchanged]).toEqual([2, 38]);
  expect(outcomes(body).slice(0, 3)).toEqual([
    '5 UPDATED chi-tieu-so-1',
    '6 UPDATED chi-tieu-so-2',
    '7 UNCHANGED chi-tieu-so-3',
  ]);
});

it('what only a person can read is told with its cell', async () => {
  const heading = ['Chỉ tiêu', 'Kế hoạch', 'Mục', 'Phụ trách'];
  const wrong = [
    heading,
    ['Tỷ lệ hộ nghèo', 'giảm 0,5%', 'Kinh tế', null],
    ['Diện tích ngô', '78 ha', 'Không có mục này', null],
    ['Sản lượng lạc', '281 tấn', '1', 'Phòng không có'],
    ['Thu ngân sách', null, '1', null],
  ];
  const body = await send(await workbook({ A: wrong }), { query: '?validate=only' });
  expect(outcomes(body)).toEqual([
    '2 REJECTED ty-le-ho-ngheo target:TARGET_UNREAD',
    '3 REJECTED dien-tich-ngo sectionPath:NAMED_NOWHERE',
    '4 REJECTED san-luong-lac responsibleUnitCode:NAMED_NOWHERE',
    '5 REJECTED thu-ngan-sach target:ROW_MISSING',
  ]);
  expect(body.rows[0].faults[0]).toMatchObject({ cell: 'B2', detail: expect.stringContaining('giảm 0,5%') });
});

it('names that differ in their marks are of two; one without marks that may be either is asked for', async () => {
  const table = async (...lines: (string | null)[][]) =>
    outcomes(
      await send(await workbook({ A: [['Chỉ tiêu', 'Kế hoạch', 'Mục'], ...lines] }), {
        fields: { ...fields, mode: 'rows' },
      }),
    );
  const [created] = await table(['Số hộ tự quản', '5 hộ', '1']);
  expect(created).toBe('2 CREATED so-ho-tu-quan');
  expect(await table(['Số hồ tự quản', '6 mô hình', '1'])).toEqual(['2 CREATED so-ho-tu-quan-2']);
  expect(
    await table(
      ['SỐ HỒ TỰ QUẢN', '7 mô hình', null],
      ['Số hộ  tự quản', '5 hộ', 'kinh te'],
      ['So ho tu quan', '9', null],
    ),
  ).toEqual(['2 UPDATED so-ho-tu-quan-2', '3 UNCHANGED so-ho-tu-quan', '4 REJECTED so-ho-tu-quan name:SEVERAL_ALIKE']);
  const at = { commune, plan: '2024', code: 'so-ho-tu-quan-2' };
  const { name, target } = done(await doors[0]![1](test).ask('indicator', 'clerk', at));
  expect([name, target]).toEqual(['Số hồ tự quản', '7']);
});

it('an issued plan needs a reason', async () => {
  const content = await workbook({
    A: [
      ['Chỉ tiêu', 'Kế hoạch', 'Mục'],
      ['Chỉ tiêu mới', '5 mô hình', '1'],
    ],
  });
  const issued = { fields: { plan: '2023' }, query: '?validate=only' };
  expect(outcomes(await send(content, issued))).toEqual(['2 REJECTED chi-tieu-moi reason:REASON_REQUIRED']);
});
