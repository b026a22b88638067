import { useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';
import { commune } from '../meetings.js';

const test = useApp();
const form = 'gdvh';
const summary = 'Đạt tiêu chuẩn gia đình văn hóa';
let round: string;

const ask = (operation: string, actor: string, parameters: object, input?: object) =>
  rest(test).ask(operation, actor, { commune, ...parameters }, { input });
const send = (content: Buffer | string, { actor = 'clerk', fields = {}, ...more }: Row = {}) =>
  importFile(test, actor, 'nominations', { content, fields: { round, form, summary, ...fields }, ...more });
const head = async () => {
  const { rows } = await test.admin.query('select position from commune_head where commune_id = 1');
  return Number(rows[0].position);
};
const nominations = async (unit: string) =>
  done(await ask('nominations', 'clerk', { round: [round], unit: [unit] })).items as Row[];
const list = (...lines: string[]) => ['Họ và tên chủ hộ;Khu dân cư', ...lines].join('\n');

beforeAll(async () => {
  const opened = { name: 'Gia đình văn hóa năm 2023', period: '2023', forms: [form, 'ldtt'] };
  round = done(await ask('openRound', 'administrator', {}, opened)).id;
  const add = (code: string, more: object) =>
    ask('addUnit', 'clerk', {}, { code, kind: 'HOUSEHOLD', validFrom: '2021-07-01', invented: true, ...more });
  done(await add('ho-hung-1', { name: 'Nguyễn Văn Hùng', parent: 'khu-dan-cu-1' }));
  done(await add('ho-hung-2', { name: 'Nguyễn Văn Hùng', parent: 'khu-dan-cu-2' }));
  done(await add('ong-hung-1', { name: 'Nguyễn Văn Hùng', parent: 'khu-dan-cu-1', kind: 'INDIVIDUAL' }));
  const identifiers = [{ system: 'cccd', value: '042085000001' }];
  done(await add('ba-hoa', { name: 'Trần Thị Hoa', parent: 'ubnd', kind: 'INDIVIDUAL', identifiers }));
  done(await add('ba-hoa-2', { name: 'Trần Thị Hoa', parent: 'khu-dan-cu-2', kind: 'INDIVIDUAL' }));
});

it('nominees are found by name under their area, of those alike the kind that the form is for', async () => {
  const { body } = await send(
    list(
      'NGUYỄN VĂN HÙNG;KDC 1',
      'Nguyen Van Hung;Khu dân cư số 02',
      'Nguyễn Văn Hùng;',
      'Lê Thị Mơ;KDC 1',
      'ho-hung-2;',
    ),
    { query: '?validate=only' },
  );
  expect(outcomes(body)).toEqual([
    '2 CREATED ho-hung-1 gdvh',
    '3 CREATED ho-hung-2 gdvh',
    '4 REJECTED unit:SEVERAL_ALIKE',
    '5 REJECTED unit:NAMED_NOWHERE',
    '6 REJECTED :ROW_TWICE',
  ]);
});

it('all households of a form are drafted at one position; those nominated already stay as they are', async () => {
  const households = done(
    await ask('units', 'clerk', { kind: ['HOUSEHOLD'], parent: 'khu-dan-cu-3', first: 50 }),
  ).items;
  const known = households[0].code as string;
  const nominate = { round, unit: known, form, type: 'MERIT', summary: 'Đã đề nghị riêng' };
  const { id } = done(await ask('nominate', 'clerk', {}, nominate));
  const before = await head();
  const content = await workbook({
    'KDC 3': [
      ['DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN GIA ĐÌNH VĂN HÓA'],
      ['STT', 'Họ và tên chủ hộ', 'Ghi chú'],
      ...households.map(({ name }: Row, index: number) => [index + 1, name, index === 1 ? 'Ba năm liền' : null]),
      [null, 'Tổng cộng: 50 hộ'],
    ],
  });
  const { status, body } = await send(content, { name: 'danh-sach.xlsx', fields: { place: 'KDC 3' } });
  expect([status, body.created, body.unchanged, body.rejected]).toEqual([200, 49, 1, 0]);
  expect(await head()).toBe(before + 1);
  expect(body.rows[0]).toMatchObject({ outcome: 'UNCHANGED', recordId: id });
  const [second] = await nominations(households[1].code);
  expect(second).toMatchObject({ id: body.rows[1].recordId, summary: 'Ba năm liền', type: 'MERIT', period: '2023' });
  expect((await nominations(households[2].code))[0]).toMatchObject({ state: 'DRAFT', version: 1, summary });
  expect(second!.dossier.length).toBeGreaterThan(0);
  const again = await send(content, { name: 'danh-sach.xlsx', fields: { place: 'KDC 3' } });
  expect([again.body.kept, again.body.unchanged, await head()]).toEqual([false, 50, before + 1]);
});

it('a row that no rule allows is told, and the others are kept when that is asked', async () => {
  const content = ['Mã;Danh hiệu', 'ho-hung-1;Gia đình văn hóa', 'ho-hung-1;Lao động tiên tiến', 'ho-hung-2;Khác'].join(
    '\n',
  );
  const refused = await send(content, { fields: {} });
  expect([refused.status, refused.body.code]).toEqual([422, 'ROWS_REJECTED']);
  const { body } = await send(content, { fields: { mode: 'rows' } });
  expect(outcomes(body)).toEqual([
    '2 CREATED ho-hung-1 gdvh',
    '3 REJECTED ho-hung-1 ldtt unit:NOT_FOR_KIND',
    '4 REJECTED form:NAMED_NOWHERE',
  ]);
  const table = await send(content, { fields: { mode: 'rows' }, headers: { accept: 'text/csv' } });
  expect(table.text.split('\r\n')[0]).toBe('\ufeff"Mã","Danh hiệu","Lỗi cần sửa"');
});

it("a citizen's number tells who is meant, for who reads personal values", async () => {
  const content = ['Họ và tên;Số CCCD', 'Trần Thị Hoa;042085000001', 'Lê Thị Mơ;042085000001', ';042085000009'].join(
    '\n',
  );
  const more = { fields: { form: 'ldtt' }, query: '?validate=only' };
  expect(outcomes((await send(content, more)).body)).toEqual([
    '2 CREATED ba-hoa ldtt',
    '3 REJECTED citizen:OTHERS_NUMBER',
    '4 REJECTED citizen:NAMED_NOWHERE',
  ]);
  const { body } = await send(content, { ...more, actor: 'hamlet-1' });
  expect(outcomes(body).map((each) => each.split(' ').at(-1))).toEqual([
    'unit:SEVERAL_ALIKE',
    'unit:NAMED_NOWHERE',
    ':SCOPE_MISSING',
  ]);
});

it('a head of a hamlet nominates from the own hamlet, and is told nothing of another', async () => {
  const other = done(await ask('units', 'clerk', { kind: ['HOUSEHOLD'], parent: 'khu-dan-cu-3', first: 1 })).items[0];
  const { body } = await send(['Mã', 'ong-hung-1', 'ho-khu-1-1', other.code].join('\n'), {
    actor: 'hamlet-1',
    fields: { mode: 'rows' },
  });
  expect(outcomes(body).slice(1)).toEqual(['3 CREATED ho-khu-1-1 gdvh', '4 REJECTED :FOR_UNITS']);
});

it('a round that is closed or not there is refused as a whole', async () => {
  const refused = await send('Mã\nho-hung-1', { fields: { round: '00000000-0000-4000-8000-000000000000' } });
  expect([refused.status, refused.body.code]).toEqual([422, 'RULE']);
});
