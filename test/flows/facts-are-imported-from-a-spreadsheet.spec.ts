import { useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();
const commune = 'duc-lang';
const ask = (operation: string, actor: string, parameters: object, input?: object) =>
  rest(test).ask(operation, actor, { commune, ...parameters }, { input });
const send = (content: Buffer | string, { actor = 'clerk', fields = {}, ...more }: Row = {}) =>
  importFile(test, actor, 'facts', { content, fields: { source: 'Biên bản họp 15/12/2023', ...fields }, ...more });
const facts = async (unit: string) => done(await ask('facts', 'clerk', { unit: [unit] })).items as Row[];

beforeAll(async () => {
  for (const [code, name] of [
    ['nguoi-1', 'Phan Thị Dữ'],
    ['nguoi-2', 'Hồ Văn Kiện'],
  ] as const)
    done(
      await ask('addUnit', 'clerk', {}, { code, name, kind: 'INDIVIDUAL', parent: 'ubnd', validFrom: '2021-07-01' }),
    );
});

it('ratings of a year are recorded in the words of an office, and each row is told', async () => {
  const rows = [
    ['BẢNG TỔNG HỢP XẾP LOẠI NĂM 2023'],
    ['TT', 'Họ và tên', 'Chức vụ', 'Xếp loại'],
    [1, 'Phan Thị Dữ', 'Công chức Văn phòng', 'Hoàn thành tốt nhiệm vụ'],
    [2, 'Hồ Văn Kiện', 'Công chức Địa chính', 'HTXSNV'],
    [3, 'Không Có Ai', 'Công chức', 'HTNV'],
    [4, 'nguoi-2', null, 'Giỏi'],
  ];
  const content = await workbook({ 'Xếp loại': rows });
  const sent = { name: 'xep-loai.xlsx', fields: { kind: 'RATING', period: '2023', mode: 'rows', issuer: 'UBND xã' } };
  const { body } = await send(content, sent);
  expect(outcomes(body)).toEqual([
    '3 CREATED nguoi-1 RATING 2023',
    '4 CREATED nguoi-2 RATING 2023',
    '5 REJECTED unit:NAMED_NOWHERE',
    '6 REJECTED nguoi-2 RATING 2023 value:FACT_VALUE',
  ]);
  expect(body.rows[1].notes).toEqual([{ column: 'value', raw: 'HTXSNV', value: 'EXCELLENT', reading: 'WORD' }]);
  expect(await facts('nguoi-2')).toEqual([
    expect.objectContaining({
      ...{ id: body.rows[1].recordId, kind: 'RATING', value: 'EXCELLENT', period: '2023', issuer: 'UBND xã' },
      ...{ title: 'Công chức Địa chính', source: 'Biên bản họp 15/12/2023', leads: null },
    }),
  ]);
  const { body: again } = await send(content, sent);
  expect([again.created, again.unchanged, again.kept]).toEqual([0, 2, false]);
});

it('what is recorded otherwise is amended for a reason, and not without', async () => {
  const content = 'Họ và tên;Xếp loại\nPhan Thị Dữ;Hoàn thành xuất sắc nhiệm vụ\nphan thị dữ;HTNV\n';
  const fields = { kind: 'RATING', period: '2023', mode: 'rows' };
  const { body } = await send(content, { fields });
  expect(outcomes(body)).toEqual([
    '2 REJECTED nguoi-1 RATING 2023 :FACT_DIFFERS',
    '3 REJECTED nguoi-1 RATING 2023 :ROW_TWICE',
  ]);
  const mended = await send(content, { fields: { ...fields, reason: 'Đánh giá lại' } });
  expect(outcomes(mended.body)[0]).toBe('2 UPDATED nguoi-1 RATING 2023');
  expect((await facts('nguoi-1'))[0]).toMatchObject({ value: 'EXCELLENT', version: 2 });
});

it('facts of several kinds stand in one table', async () => {
  const content = [
    'Mã;Loại;Giá trị;Nội dung;Người đứng đầu;Từ ngày;Đến ngày;Cơ quan',
    'nguoi-1;Quá trình công tác;công chức;Công chức Văn phòng;x;01/03/2022;;',
    'nguoi-1;Sáng kiến;cơ sở;Sổ tay một cửa;;15/11/2023;;UBND huyện',
    'nguoi-1;Giới tính;Nữ;;;;;',
    'nguoi-2;Công nhận;gia-dinh-hieu-hoc;;;15/11/2023;;UBND xã',
    'khu-dan-cu-1;Kỷ luật;khiển trách;;;15/11/2023;;UBND xã',
  ].join('\n');
  const { body } = await send(content, { fields: { mode: 'rows' } });
  expect(outcomes(body)).toEqual([
    '2 CREATED nguoi-1 SERVICE',
    '3 CREATED nguoi-1 INITIATIVE',
    '4 CREATED nguoi-1 SEX',
    '5 CREATED nguoi-2 RECOGNITION',
    '6 REJECTED khu-dan-cu-1 DISCIPLINE unit:FACT_OF_OTHERS',
  ]);
  expect(await facts('nguoi-1')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'SERVICE', value: 'CIVIL_SERVANT', leads: true, validFrom: '2022-03-01' }),
    ]),
  );
});

it('the blank form has the headings that the import knows', async () => {
  const { headings } = done(await ask('importTemplate', 'clerk', { kind: 'facts' }));
  expect(headings.slice(0, 5)).toEqual([
    'Mã hoặc tên',
    'Mã đơn vị cấp trên',
    'Số định danh',
    'Loại dữ kiện',
    'Giá trị',
  ]);
  const content = `${headings.join(';')}\nnguoi-2;;;Giới tính;Nam;;;;;;;\n`;
  const { body } = await send(content);
  expect([body.created, body.ignored]).toEqual([1, []]);
});
