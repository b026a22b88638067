import { writeXlsx } from 'hucre/xlsx';
import { as, useApp } from '../app.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();
const household = { kind: 'HOUSEHOLD', validFrom: '2021-07-01' };
const send = async (content: Buffer | string, more: Partial<Parameters<typeof importFile>[3]> = {}) =>
  (await importFile(test, 'clerk', 'units', { content, fields: household, ...more })).body;
const dry = { query: '?validate=only' };
const parentOf = async (code: string) =>
  (await test.http().get(`/v1/communes/duc-lang/units/${code}`).set(as(test, 'clerk'))).body.parentCode;

it('a cell that is merged over several rows is that of each', async () => {
  const rows = [
    ['Thôn', 'Mã', 'Chủ hộ'],
    ['Khu dân cư số 3', 'm-1', 'A Văn B'],
    [null, 'm-2', 'C Văn D'],
    [null, 'm-3', 'E Văn G'],
  ];
  const merges = [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }];
  const content = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows, merges }] }));
  const body = await send(content, { name: 'a.xlsx' });
  expect(outcomes(body)).toEqual(['2 CREATED m-1', '3 CREATED m-2', '4 CREATED m-3']);
  expect(await parentOf('m-3')).toBe('khu-dan-cu-3');
});

it('a household without a place is refused, unless the file has one', async () => {
  const content = 'Mã;Chủ hộ\np-1;Nguyễn Văn An\n';
  expect(outcomes(await send(content, dry))).toEqual(['2 REJECTED p-1 parent:ROW_MISSING']);
  const placed = { fields: { ...household, parent: 'Khu dân cư số 2' } };
  expect(outcomes(await send(content, placed))).toEqual(['2 CREATED p-1']);
  expect(await parentOf('p-1')).toBe('khu-dan-cu-2');
});

it('a name is another with other diacritics; without any it is read where it can be one alone', async () => {
  await send('Mã;Tên;Thuộc\nt-1;Thôn Đông;ubnd\nt-2;Thôn Tây;ubnd\n', {
    fields: { kind: 'HAMLET', validFrom: '2021-07-01' },
  });
  const rows = 'Mã;Chủ hộ;Thôn\nd-1;A;Thôn Đồng\nd-2;B;THÔN ĐÔNG\nd-3;C;thon tay\n';
  expect(outcomes(await send(rows, { ...dry, fields: { ...household, mode: 'rows' } }))).toEqual([
    '2 REJECTED d-1 parent:NAMED_NOWHERE',
    '3 CREATED d-2',
    '4 CREATED d-3',
  ]);
});

it('a unit that is known by how its name looks keeps the name it has', async () => {
  await send('Chủ hộ;Thôn\nHoàng Văn Hoà;khu-dan-cu-4\n');
  expect(outcomes(await send('Chủ hộ;Thôn\nHOÀNG VĂN HÒA;khu-dan-cu-4\n'))).toEqual(['2 UNCHANGED hoang-van-hoa']);
});

it('a row that lacks what it needs is told, and a file whose figures have a heading of their own', async () => {
  const content = 'Mã;Chủ hộ;Thôn\nk-1;;khu-dan-cu-1\n;;\nTổng cộng: 1 hộ;;\n';
  expect(outcomes(await send(content, dry))).toEqual(['2 REJECTED name:isString']);
  const entries = {
    content: 'Chỉ tiêu;Kết quả 6 tháng đầu năm\necon.maize.area;3\n',
    fields: { plan: '2023', period: '2023-06', unit: 'khu-dan-cu-1' },
  };
  const { body } = await importFile(test, 'hamlet-1', 'entries', entries);
  expect([body.code, body.detail]).toEqual(['SHEET_UNREADABLE', expect.stringContaining('"Số báo cáo"')]);
});

it('notes that stand in the column of names are no households', async () => {
  const rows = [
    ['Chủ hộ', 'Thôn'],
    ['Đỗ Văn Cộng', 'khu-dan-cu-1'],
    ['Chủ hộ', 'Thôn'],
    ['Tổng cộng: 1 hộ', null],
    [],
    ['Người lập biểu', null],
    ['(Ký, ghi rõ họ tên)', null],
  ];
  const body = await send(await workbook({ A: rows }), {
    ...dry,
    name: 'a.xlsx',
    fields: { ...household, parent: 'ubnd' },
  });
  expect([outcomes(body), body.skipped]).toEqual([['2 CREATED do-van-cong'], [3, 4, 6, 7]]);
});

it('names in two columns are refused with the way out', async () => {
  const body = await send('Họ và tên đệm;Tên;Thôn\nNguyễn Văn;An;khu-dan-cu-1\n');
  expect([body.code, body.detail]).toEqual(['SHEET_UNREADABLE', expect.stringContaining('"Họ và tên"')]);
});

it('a unit whose hamlet moved in an earlier row is changed all the same', async () => {
  await send('Mã;Tên;Thuộc\nx-1;Tổ Một;khu-dan-cu-5\n', { fields: { kind: 'HAMLET', validFrom: '2021-07-01' } });
  await send('Mã;Chủ hộ;Thôn\nx-2;Lý Văn Sáu;x-1\n');
  const content = 'Mã;Tên;Thuộc\nx-1;Tổ Một;khu-dan-cu-6\nx-2;Lý Văn Bảy;x-1\n';
  expect(outcomes(await send(content, { fields: {} }))).toEqual(['2 UPDATED x-1', '3 UPDATED x-2']);
});

it('the word that a look-alike is meant is journaled with it alone', async () => {
  const content =
    'Mã;Chủ hộ;Thôn\nw-1;Mai Thị Lan;khu-dan-cu-1\nw-2;Mai Thị Lan;khu-dan-cu-1\nw-3;Tạ Văn Tư;khu-dan-cu-1\n';
  await send(content, { fields: { ...household, confirm: 'ALIKE' } });
  const { rows } = await test.admin.query(
    `select c.data ->> 'code' as code, v.value -> 'confirmed' as confirmed from change c
     join change_value v on (v.commune_id, v.position, v.item) = (c.commune_id, c.position, c.item) and v.pointer = '/actor'
     where c.commune_id = 1 and c.data ->> 'code' like 'w-%' order by 1`,
  );
  expect(rows).toEqual([
    { code: 'w-1', confirmed: ['ALIKE'] },
    { code: 'w-2', confirmed: ['ALIKE'] },
    { code: 'w-3', confirmed: null },
  ]);
});

it('what no text may hold is refused with its cell, and the answer is kept under a key', async () => {
  const content = JSON.stringify([{ code: 'z-1', name: 'A\u0000B', parent: 'ubnd', 'x\ud800': 'y' }]);
  const headers = { 'idempotency-key': 'nul' };
  const body = await send(content, { name: 'a.json', headers, fields: { ...household, mode: 'rows' } });
  expect(outcomes(body)).toEqual(['1 REJECTED name:character']);
});

it('a place that was changed in an English export is a change', async () => {
  await send('Mã;Chủ hộ;Thôn\ne-1;Võ Văn Tám;khu-dan-cu-1\n');
  const content = await workbook({
    units: [
      ['Code', 'Name', 'Kind', 'Parent code'],
      ['e-1', 'Võ Văn Tám', 'HOUSEHOLD', 'khu-dan-cu-2'],
    ],
  });
  expect(outcomes(await send(content, { name: 'units.xlsx', fields: {} }))).toEqual(['2 UPDATED e-1']);
});
