import { readXlsx } from 'hucre/xlsx';
import { as, useApp } from '../app.js';
import { bytesOf } from '../files.js';
import type { Row } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp('sample');
const sheet = async () => {
  const { rows } = await test.admin.query(`select id from document where commune_id = 1 order by id limit 1`);
  return rows[0].id as string;
};
const fields = { plan: '2023', period: '2023-06' };

it("a hamlet's own figures are drafted, then amended where they differ", async () => {
  const content = 'Chỉ tiêu;Kết quả;Ghi chú\necon.maize.area;14,5;Đo lại\necon.peanut.area;9,5;\n';
  const own = { ...fields, unit: 'khu-dan-cu-1' };
  const { body } = await importFile(test, 'hamlet-1', 'entries', { content, fields: own });
  expect(outcomes(body)).toEqual([
    '2 CREATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 CREATED econ.peanut.area khu-dan-cu-1 2023-06',
  ]);
  const second = await importFile(test, 'hamlet-1', 'entries', { content: content.replace('14,5', '15'), fields: own });
  expect(outcomes(second.body)).toEqual([
    '2 UPDATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 UNCHANGED econ.peanut.area khu-dan-cu-1 2023-06',
  ]);
  const { rows } = await test.admin.query(
    `select e.reported from entry e join submission s on s.commune_id = e.commune_id and s.id = e.submission_id where s.id = $1 order by e.reported`,
    [body.rows[0].recordId],
  );
  expect(rows.map(({ reported }) => reported)).toEqual(['15', '9.5']);
});

it('the clerk imports for many hamlets by their signed sheets; of a hamlet the right rows alone', async () => {
  const rows = [
    ['Đơn vị', 'Chỉ tiêu', 'Kết quả'],
    ['Khu dân cư số 2', 'econ.maize.area', 12],
    ['Khu dân cư số 2', 'econ.peanut.area', 'chưa đo'],
    ['Khu dân cư số 3', 'econ.maize.area', 7.25],
    ['Khu dân cư số 3', 'khong-co', 1],
  ];
  const content = await workbook({ 'Tháng 6': rows });
  const asked = { content, name: 'bao-cao.xlsx', fields: { ...fields, mode: 'rows' } };
  const without = await importFile(test, 'clerk', 'entries', asked);
  expect(outcomes(without.body)[0]).toBe('2 REJECTED econ.maize.area khu-dan-cu-2 2023-06 :ON_BEHALF_MISSING');
  const { body } = await importFile(test, 'clerk', 'entries', {
    ...asked,
    headers: { 'legal-reference': await sheet() },
  });
  expect(outcomes(body)).toEqual([
    '2 CREATED econ.maize.area khu-dan-cu-2 2023-06',
    '3 REJECTED econ.peanut.area khu-dan-cu-2 2023-06 reported:FIGURE',
    '4 CREATED econ.maize.area khu-dan-cu-3 2023-06',
    '5 REJECTED indicatorCode:NAMED_NOWHERE',
  ]);
  const { rows: actors } = await test.admin.query(
    `select v.value ->> 'onBehalfOf' as unit from change_value v where v.pointer = '/actor' and v.commune_id = 1 order by v.position desc, v.item desc limit 2`,
  );
  expect(actors.map(({ unit }) => unit).sort()).toEqual(['khu-dan-cu-2', 'khu-dan-cu-3']);
});

it('"1.763" is asked back, unless the file says what its signs are', async () => {
  const content = 'Chỉ tiêu,Kết quả\necon.maize.area,1.763\n';
  const own = { ...fields, unit: 'khu-dan-cu-4' };
  const asked = await importFile(test, 'hamlet-4', 'entries', { content, fields: own, query: '?validate=only' });
  expect(asked.body.rows[0].faults[0]).toMatchObject({ code: 'TWO_READINGS', cell: 'B2', readings: ['1763', '1.763'] });
  const told = await importFile(test, 'hamlet-4', 'entries', {
    content,
    fields: { ...own, decimal: 'comma' },
    query: '?validate=only',
  });
  expect(told.body.rows[0].notes).toEqual([{ column: 'reported', raw: '1.763', value: '1763', reading: 'THOUSANDS' }]);
});

it('a file to mend has the numbers of the workbook as numbers: 1.763 is not asked back when it is sent again', async () => {
  const content = await workbook({
    'Tháng 7': [
      ['Chỉ tiêu', 'Kết quả', 'Ghi chú'],
      ['econ.maize.aera', 1.763, '1.763'],
    ],
  });
  const own = { plan: '2023', period: '2023-07', unit: 'khu-dan-cu-4', confirm: 'DECIMAL' };
  const asked = { name: 'bao-cao.xlsx', fields: own };
  const { body } = await importFile(test, 'hamlet-4', 'entries', {
    ...asked,
    content,
    query: '?validate=only',
    headers: { accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  })
    .buffer()
    .parse(bytesOf);
  const [mended] = (await readXlsx(body as Buffer)).sheets;
  const [headings = [], row = []] = mended?.rows ?? [];
  expect([headings, row.slice(0, 3)]).toEqual([
    ['Chỉ tiêu', 'Kết quả', 'Ghi chú', 'Lỗi cần sửa'],
    ['econ.maize.aera', 1.763, '1.763'],
  ]);
  const again = await importFile(test, 'hamlet-4', 'entries', {
    ...asked,
    content: await workbook({ mended: [headings, ['econ.maize.area', ...row.slice(1)]] as (string | number)[][] }),
  });
  expect(outcomes(again.body)).toEqual(['2 CREATED econ.maize.area khu-dan-cu-4 2023-07']);
  const { rows } = await test.admin.query('select reported, note from entry where submission_id = $1', [
    again.body.rows[0].recordId,
  ]);
  expect(rows).toContainEqual({ reported: '1.763', note: '1.763' });
});

it('ratings are read in words, and told; a word that is none is refused', async () => {
  const content = `Chỉ tiêu;Kết quả
gov.admin-reform-anticorruption;Hoàn thành tốt nhiệm vụ
org.office-safe;XUẤT SẮC
org.office-cultured;rất hay
`;
  const own = { ...fields, unit: 'van-phong-thong-ke', mode: 'rows' };
  const headers = { 'legal-reference': await sheet() };
  const { body } = await importFile(test, 'clerk', 'entries', { content, fields: own, headers });
  expect(outcomes(body)).toEqual([
    '2 CREATED gov.admin-reform-anticorruption van-phong-thong-ke 2023-06',
    '3 CREATED org.office-safe van-phong-thong-ke 2023-06',
    expect.stringMatching(/^4 REJECTED org.office-cultured van-phong-thong-ke 2023-06 reported:/),
  ]);
  expect(body.rows[1].notes).toEqual([{ column: 'reported', raw: 'XUẤT SẮC', value: 'EXCELLENT', reading: 'WORD' }]);
  const { rows } = await test.admin.query(
    'select reported from entry where submission_id = $1 and reported is not null',
    [body.rows[0].recordId],
  );
  expect(rows.map(({ reported }) => reported).sort()).toEqual(['EXCELLENT', 'GOOD']);
});

it('targets are set, amended and left alone', async () => {
  const targets = (value: string) =>
    `Chỉ tiêu;Đơn vị;Kỳ;Mức giao\necon.maize.area;Khu dân cư số 1;2023-06;${value}\necon.maize.area;khu-dan-cu-2;2023-06;8\n`;
  const reason = 'Giao bổ sung';
  const send = (content: string, more: object = { reason }) =>
    importFile(test, 'clerk', 'targets', { content, fields: { plan: '2023', ...more } });
  expect(outcomes((await send(targets('10,5'))).body)).toEqual([
    '2 CREATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 CREATED econ.maize.area khu-dan-cu-2 2023-06',
  ]);
  expect(outcomes((await send(targets('11'))).body)).toEqual([
    '2 UPDATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 UNCHANGED econ.maize.area khu-dan-cu-2 2023-06',
  ]);
  const unreasoned = await send(targets('12'), {});
  expect([unreasoned.status, unreasoned.body.errors[0].code]).toEqual([422, 'REASON_REQUIRED']);
});

it('the form of a report has what the unit owes and what it reported before; filled in it is imported', async () => {
  const path = '/v1/communes/duc-lang/plans/2023/template?unit=khu-dan-cu-5&period=2023-Q3';
  const { body: form } = await test.http().get(path).set(as(test, 'clerk'));
  const [code, name, before, value] = ['Mã chỉ tiêu', 'Tên chỉ tiêu', 'Kỳ trước', 'Số báo cáo'].map((heading) =>
    form.headings.indexOf(heading),
  ) as [number, number, number, number];
  expect(form.rows.length).toBeGreaterThan(5);
  expect(form.rows.filter(({ cells }: { cells: string[] }) => cells[before] !== '').length).toBeGreaterThan(3);
  const results = '/v1/communes/duc-lang/results?unit=khu-dan-cu-5&period=2023-Q2';
  const { items } = (await test.http().get(results).set(as(test, 'clerk'))).body;
  const known = Object.fromEntries(
    items.map(({ indicatorCode, value, outOf }: Row) => [indicatorCode, outOf === null ? value : `${value}/${outOf}`]),
  );
  expect(Object.keys(known).length).toBeGreaterThan(5);
  expect(
    Object.fromEntries(form.rows.map(({ cells }: { cells: string[] }) => [cells[code], cells[before]])),
  ).toMatchObject(known);
  expect(form.rows.every(({ cells }: { cells: string[] }) => cells[name] !== '')).toBe(true);
  const { text } = await test
    .http()
    .get(path)
    .set({ ...as(test, 'clerk'), accept: 'text/csv' });
  const blank = text.trim().split('\r\n');
  expect(blank).toHaveLength(form.rows.length + 1);
  const [pig, other] = ['"econ.livestock.pig"', '"econ.livestock.poultry"'].map((each) =>
    blank.find((line) => line.includes(each)),
  ) as [string, string];
  const filledIn = pig.split(',').map((cell, at) => (at === value ? '"3"' : cell));
  const filled = [blank[0], filledIn.join(','), other];
  const headers = { 'legal-reference': await sheet() };
  const imported = await importFile(test, 'clerk', 'entries', {
    // The quarter is reported already; the month is not.
    content: filled.join('\r\n').replaceAll('2023-Q3', '2023-06'),
    fields: { plan: '2023' },
    headers,
    query: '?validate=only',
  });
  expect(imported.body.rows.map(({ outcome }: Row) => outcome)).toEqual(['CREATED', 'UNCHANGED']);
});

it('a form is filled in in the unit of measurement that it names, and so is the figure of the period before', async () => {
  const path = '/v1/communes/duc-lang/plans/2023/template?unit=tai-chinh-ke-toan&period=2023-Q4';
  const { body: form } = await test.http().get(path).set(as(test, 'clerk'));
  const at = (heading: string): number => form.headings.indexOf(heading);
  const { cells } = form.rows.find(({ cells }: { cells: string[] }) => cells.includes('econ.budget-revenue'));
  expect([cells[at('Đơn vị tính của số báo cáo')], cells[at('Kỳ trước')]]).toEqual(['triệu đồng', '284.3']);
  cells[at('Số báo cáo')] = '301,5';
  const { body } = await importFile(test, 'clerk', 'entries', {
    content: [form.headings, cells].map((row) => row.join(';').replace('2023-Q4', '2023-06')).join('\r\n'),
    fields: { plan: '2023' },
    headers: { 'legal-reference': await sheet() },
    query: '?validate=only',
  });
  expect(outcomes(body)).toEqual(['2 CREATED econ.budget-revenue tai-chinh-ke-toan 2023-06']);
  const read = { column: 'reported', raw: '301.5 triệu đồng', value: '301500000', reading: 'UNIT' };
  expect(body.rows[0].notes).toContainEqual(read);
});

it('an export names the unit of measurement that its figures stand in', async () => {
  const { text } = await test
    .http()
    .get('/v1/communes/duc-lang/results?indicator=econ.budget-revenue&period=2023-Q3')
    .set({ ...as(test, 'clerk'), accept: 'text/csv' });
  const [heads = [], line = []] = (text as string).split('\r\n').map((each) => each.split('","'));
  const of = (name: string) => line[heads.indexOf(name)];
  expect([of('value'), of('indicator.measure.baseUnit')]).toEqual(['284300000', 'đồng']);
});

it.each(['units', 'indicators', 'targets', 'entries'])(
  'the form of %s names what an import of them knows',
  async (kind) => {
    const { body } = await test.http().get(`/v1/communes/duc-lang/imports/${kind}/template`).set(as(test, 'clerk'));
    const rows = [body.headings, body.headings.map(() => 'x')].map((cells: string[]) =>
      cells.map((cell) => `"${cell}"`).join(';'),
    );
    const { body: report } = await importFile(test, 'clerk', kind, {
      content: rows.join('\r\n'),
      fields: { ...(kind !== 'units' && { plan: '2023' }) },
      query: '?validate=only',
    });
    expect([report.ignored, report.rows.length]).toEqual([[], 1]);
  },
);
