import Papa from 'papaparse';
import { NominationActsService } from '../../src/nominations/nomination-acts.service.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { bytesOf } from '../files.js';
import { as, useApp } from '../app.js';
import { openedRound } from '../awards.js';
import type { Row } from '../doors.js';

const test = useApp();
const path = '/v1/communes/duc-lang';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const csv = async (list: string, query: object = {}) => {
  const answer = await test
    .http()
    .get(`${path}/${list}`)
    .query(query)
    .set({ ...as(test, 'clerk'), accept: 'text/csv' });
  expect([answer.status, answer.headers['content-type'], answer.text.slice(0, 1)]).toEqual([
    200,
    'text/csv; charset=utf-8',
    '\uFEFF',
  ]);
  return answer.text.slice(1).trimEnd().split('\r\n');
};

it('gives the whole filtered list, whatever the page asked for', async () => {
  const lines = await csv('plans/2023/indicators', { first: 3 });
  expect(lines).toHaveLength(41);
  expect(lines[0]).toContain('"code","name",');
  expect(lines[0]).toContain('"measure.unit","measure.displayUnit","measure.baseUnit","measure.scale"');
  const rice = lines.find((line) => line.includes('"econ.rice.area"'));
  expect(rice).toContain(',"171.9",');
  expect(rice).toContain('econ.rice.area.spring; econ.rice.area.summer-autumn');
  expect(await csv('units', { kind: 'HAMLET' })).toHaveLength(7);
  expect(await csv('plans')).toHaveLength(2);
  expect(await csv('plans/2023/targets')).toHaveLength(1);
});

const tableOf = async (list: string, query: object = {}) =>
  Papa.parse<Row>((await csv(list, query)).join('\r\n'), { header: true }).data;

it('has names beside codes, and ids last', async () => {
  const [result] = await tableOf('results', { indicator: 'econ.rice.area', unit: 'khu-dan-cu-1' });
  expect(Object.keys(result!).slice(1, 8)).toEqual([
    'plan',
    'indicator.name',
    'indicator.measure.baseUnit',
    'indicatorCode',
    'unit.name',
    'unitCode',
    'period',
  ]);
  expect(Object.keys(result!).slice(-6)).toEqual([
    'id',
    'version',
    'indicatorId',
    'unitId',
    'submissionId',
    'supersedesId',
  ]);
  expect(result).toMatchObject({ 'indicator.name': 'Diện tích cây lúa', 'unit.name': 'Khu dân cư số 1' });
  const tables = await Promise.all(['nominations', 'submissions', 'meetings', 'units'].map((list) => tableOf(list)));
  const names = ['unit.name', 'unit.name', 'council.name', 'parent.name'];
  expect(tables.map((rows, place) => rows.some((row) => row[names[place]!] !== ''))).toEqual(Array(4).fill(true));
});

it('names nobody to a key that reads no units', async () => {
  test.exceptFromAudit('key');
  await test.admin.query(
    `update api_key set scopes = array_remove(scopes, 'units:read') where hash = sha256($1::bytea)`,
    [test.keys.auditor],
  );
  const { text } = await test
    .http()
    .get(`${path}/results`)
    .set({ ...as(test, 'auditor'), accept: 'text/csv' });
  const rows = Papa.parse<Row>(text.slice(1), { header: true, skipEmptyLines: true }).data;
  expect(new Set(rows.map((row) => row['unit.name']))).toEqual(new Set(['']));
  expect(rows.every((row) => row['indicator.name'])).toBe(true);
});

it('CSV with decimal comma is for people: headings in their language', async () => {
  const asked = (language: string, query: object, accept = 'text/csv') =>
    test
      .http()
      .get(`${path}/results`)
      .query(query)
      .set({ ...as(test, 'clerk'), accept, 'accept-language': language });
  const { text } = await asked('vi', { decimal: 'comma', indicator: 'econ.rice.area' });
  const [first = '', ...lines] = text.slice(1).split('\r\n');
  expect(first).toMatch(
    /^"Xã";"Kế hoạch";"Chỉ tiêu: Tên";"Chỉ tiêu: Đo lường: Đơn vị tính của số liệu";"Mã chỉ tiêu";"Đơn vị: Tên"/,
  );
  expect(lines.some((line) => /;"\d+,\d+";/.test(line))).toBe(true);
  const { text: english } = await asked('en', { decimal: 'comma' });
  expect(english.slice(1)).toMatch(/^"Commune";"Plan";"Indicator: Name";"Indicator: Measure: Base unit"/);
  const refused = await Promise.all([
    asked('vi', { decimal: 'comma' }, 'application/json'),
    asked('vi', { decimal: 'comma' }, xlsx),
    asked('vi', { decimal: 'point' }),
  ]);
  expect(refused.map(({ status, body }) => [status, body.code ?? JSON.parse(String(body)).code])).toEqual(
    Array(3).fill([400, 'INVALID']),
  );
});

it('lets no cell run as a formula', async () => {
  await test.app.get(UnitActsService).addUnit(await test.operator(), 'duc-lang', {
    code: 'to-1',
    kind: 'HAMLET',
    name: '=HYPERLINK("http://x")',
    validFrom: '2023-01-01',
  });
  const [line] = (await csv('units', { search: 'hyperlink' })).slice(1);
  expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
});

it('gives a workbook', async () => {
  const answer = await test
    .http()
    .get(`${path}/units`)
    .set({ ...as(test, 'clerk'), accept: xlsx })
    .buffer()
    .parse(bytesOf);
  expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
    200,
    xlsx,
    'attachment; filename="units.xlsx"',
  ]);
  expect((answer.body as Buffer).subarray(0, 2).toString()).toBe('PK');
});

it.each([
  ['application/json, text/csv', 'application/json'],
  ['text/csv, application/json', 'text/csv'],
  ['text/csv;q=0.5, application/json;q=0.9', 'application/json'],
  ['application/json;q=0.5, text/csv;q=0.9', 'text/csv'],
  [`text/csv;q=0.1, ${xlsx}; q=0.2`, xlsx],
  [`text/csv;q=0, ${xlsx}`, xlsx],
  ['*/*', 'application/json'],
  ['*/*, text/csv;q=0.9', 'application/json'],
  ['text/csv, */*;q=0.1', 'text/csv'],
  ['Text/CSV; charset=UTF-8', 'text/csv'],
  ['application/json;odata=verbose', 'application/json'],
  ['text/html, */*;q=0.8', 'application/json'],
])('Accept: %s is answered as %s', async (accept, type) => {
  const { status, headers } = await test
    .http()
    .get(`${path}/plans`)
    .set({ ...as(test, 'clerk'), accept });
  expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type]);
});

it.each(['image/png', 'nonsense', 'text/csv;q=0', 'text/html'])('Accept: %s is refused', async (accept) => {
  const { status, body } = await test
    .http()
    .get(`${path}/plans`)
    .set({ ...as(test, 'clerk'), accept });
  expect([status, body.code]).toEqual([406, 'NOT_ACCEPTABLE']);
});

it('an act that could only be answered otherwise is not done', async () => {
  const unit = { code: 'to-2', kind: 'HAMLET', name: 'Tổ 2', validFrom: '2023-01-01' };
  const { status } = await test
    .http()
    .post(`${path}/units`)
    .set({ ...as(test, 'clerk'), accept: 'text/csv' })
    .send(unit);
  expect([status, await csv('units', { search: 'tổ 2' })]).toEqual([406, [expect.stringContaining('"code"')]]);
});

it('a text of several lines stays in its cell', async () => {
  const round = await openedRound(test);
  const summary = 'Hiến 200 m² đất\n- làm đường thôn;\n=1+1, "2"';
  const input = { round: round.id, unit: 'khu-dan-cu-1', form: 'giay-khen-xa', type: 'MERIT' as const, summary };
  await test.app.get(NominationActsService).nominate(await test.operator(), 'duc-lang', input);
  const { data } = Papa.parse<Row>((await csv('nominations')).join('\r\n'), { header: true });
  expect(data.filter((row) => row.roundId === round.id)).toEqual([
    expect.objectContaining({ unitCode: 'khu-dan-cu-1', summary: `Hiến 200 m² đất\n'- làm đường thôn;\n'=1+1, "2"` }),
  ]);
});

it('shows nobody more than JSON does', async () => {
  expect((await test.http().get(`${path}/units`).set('accept', 'text/csv')).status).toBe(401);
});
