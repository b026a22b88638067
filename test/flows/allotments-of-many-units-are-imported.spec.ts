import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { useApp } from '../app.js';
import type { Row } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();
const fields = { plan: '2023', period: '2023-06', reason: 'Giao bổ sung' };
type Cells = (string | number | null)[][];
const send = async (rows: Cells, { query = '', ...more }: { query?: string; fields?: object } = {}) =>
  importFile(test, 'clerk', 'targets', {
    content: await workbook({ 'Phân bổ': rows }),
    name: 'phan-bo.xlsx',
    fields: { ...fields, ...more.fields },
    query,
  });

it('indicators in rows and units in columns; the sum is passed over and told', async () => {
  const { body } = await send([
    ['PHÂN BỔ CHỈ TIÊU NĂM 2023'],
    ['STT', 'Chỉ tiêu', 'ĐVT', 'KDC 1', 'Khu dân cư số 2', 'khu-dan-cu-3', 'Cộng'],
    [1, 'Diện tích cây ngô', 'ha', 10.5, 8, null, 18.5],
    [2, 'econ.peanut.area', 'ha', '7,5', '-', 4, 11.5],
    [null, 'Tổng cộng', null, 18, 8, 4, 30],
  ]);
  expect(outcomes(body)).toEqual([
    '3 CREATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 CREATED econ.maize.area khu-dan-cu-2 2023-06',
    '4 CREATED econ.peanut.area khu-dan-cu-1 2023-06',
    '4 CREATED econ.peanut.area khu-dan-cu-3 2023-06',
  ]);
  expect(body).toMatchObject({ sheet: 'Phân bổ', heading: 2, ignored: ['STT', 'Cộng'], skipped: [5] });
  const { rows } = await test.admin.query(
    `select value::text from target where commune_id = 1 and period = '2023-06' order by target.value`,
  );
  expect(rows.map(({ value }) => Number(value))).toEqual([4, 7.5, 8, 10.5]);
});

it('two rows of merged headings; a wrong cell is told by its place, and its row is one to mend', async () => {
  const { body } = await send(
    [
      ['Chỉ tiêu', 'Đơn vị tính', 'Giao cho các khu dân cư', null, 'Tổng số'],
      [null, null, 'Khu dân cư số 4', 'KDC số 05', null],
      ['econ.maize.area', 'ha', 'chưa giao', 6, 6],
      ['không có', 'ha', 5, null, 5],
    ],
    { query: '?validate=only' },
  );
  expect(outcomes(body)).toEqual([
    '3 REJECTED value:CELL_NO_FIGURE',
    '3 CREATED econ.maize.area khu-dan-cu-5 2023-06',
    '4 REJECTED indicatorCode:NAMED_NOWHERE',
  ]);
  expect(body.rows.map(({ faults }: { faults: { cell: string }[] }) => faults[0]?.cell)).toEqual([
    'C3',
    undefined,
    'A4',
  ]);
  expect(body.headings).toEqual(['Mã chỉ tiêu', 'Mã đơn vị', 'Kỳ', 'Mức giao', 'Đơn vị tính của mức giao']);
  expect(body.rows[0].cells).toEqual(['econ.maize.area', 'Khu dân cư số 4', '', 'chưa giao', 'ha']);
});

it('figures stand in the unit of measurement of their row; another one than the indicator has is refused', async () => {
  const period = { fields: { period: '2023-05' } };
  const { body } = await send(
    [
      ['Chỉ tiêu', 'ĐVT', 'KDC 1', 'KDC 2'],
      ['econ.budget-revenue', 'triệu đồng', 6.5, null],
      ['econ.maize.area', 'tấn', 6, null],
      ['econ.peanut.area', null, 7, null],
    ],
    period,
  );
  expect([body.code, body.errors.map(({ pointer, code }: Row) => `${pointer} ${code}`)]).toEqual([
    'ROWS_REJECTED',
    ['/rows/3/valueUnit MEASURED_OTHERWISE'],
  ]);
  const { body: kept } = await send(
    [
      ['Chỉ tiêu', 'ĐVT', 'KDC 1', 'KDC 2'],
      ['econ.budget-revenue', 'triệu đồng', 6.5, 7],
      ['econ.peanut.area', 'Ha', 7, null],
    ],
    period,
  );
  expect(outcomes(kept)).toEqual([
    '2 CREATED econ.budget-revenue khu-dan-cu-1 2023-05',
    '2 CREATED econ.budget-revenue khu-dan-cu-2 2023-05',
    '3 CREATED econ.peanut.area khu-dan-cu-1 2023-05',
  ]);
  expect(kept.rows[0].notes).toEqual([{ column: 'value', raw: '6.5 triệu đồng', value: '6500000', reading: 'UNIT' }]);
  const { rows } = await test.admin.query(
    `select value::text from target where commune_id = 1 and period = '2023-05' order by target.value`,
  );
  expect(rows.map(({ value }) => Number(value))).toEqual([7, 6_500_000, 7_000_000]);
});

it('a column of figures that names no unit is refused: what it allots would be lost', async () => {
  const rows: Cells = [
    ['Chỉ tiêu', 'KDC 1', 'Thôn Đông'],
    ['econ.maize.area', 1, 2],
  ];
  const { status, body } = await send(rows);
  expect([status, body.code, body.details.reason]).toEqual([422, 'SHEET_UNREADABLE', 'COLUMN_UNNAMED']);
  expect(body.detail).toContain('"Thôn Đông"');
});

it('an abbreviation that several units may be is asked back with each of them', async () => {
  for (const [code, name] of [
    ['xom-9', 'Xóm 9'],
    ['thon-9', 'Thôn 9'],
  ] as const)
    await test.app
      .get(UnitActsService)
      .addUnit(await test.operator(), 'duc-lang', { code, name, kind: 'HAMLET', validFrom: '2021-07-01' });
  const content =
    'Chỉ tiêu;Đơn vị;Kỳ;Mức giao\necon.maize.area;KDC 9;Quý II/2023;8\necon.maize.area;Xóm 09;Quý II/2023;8\n';
  const { body } = await importFile(test, 'clerk', 'targets', { content, fields, query: '?validate=only' });
  expect(outcomes(body)).toEqual(['2 REJECTED unitCode:SEVERAL_ALIKE', '3 CREATED econ.maize.area xom-9 2023-Q2']);
  expect(body.rows[0].faults[0].detail).toMatch(
    /"thon-9" \(Thôn 9\).*"xom-9" \(Xóm 9\)|"xom-9" \(Xóm 9\).*"thon-9" \(Thôn 9\)/,
  );
  expect(body.rows[1].notes).toEqual([{ column: 'period', raw: 'Quý II/2023', value: '2023-Q2', reading: 'WORD' }]);
});
