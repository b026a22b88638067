import { jest } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';
import { done, doors } from '../doors.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();

const households = (...lines: string[]) => ['Mã;Họ và tên chủ hộ;Khu dân cư', ...lines].join('\r\n');
const fields = { kind: 'HOUSEHOLD', validFrom: '2021-07-01' };
const first = households(
  'ho-1;Nguyễn Văn Hùng;Khu dân cư số 1',
  'ho-2;Trần Thị Hoa;khu-dan-cu-2',
  'ho-3;Lê Văn Nam;KHU DÂN CƯ SỐ 1',
);
const send = (content: Buffer | string, more: Partial<Parameters<typeof importFile>[3]> = {}) =>
  importFile(test, 'clerk', 'units', { content, fields, ...more });
const head = async () => {
  const { rows } = await test.admin.query('select position from commune_head where commune_id = 1');
  return rows[0].position as number;
};
const unit = async (code: string) =>
  done(await doors[0]![1](test).ask('unit', 'clerk', { commune: 'duc-lang', unit: code }));

it('a dry run says row by row what would be done, and keeps nothing', async () => {
  const before = await head();
  const { status, body, headers } = await send(first, { query: '?validate=only' });
  expect([status, headers.validate, body.kept, body.created]).toEqual([200, 'only', false, 3]);
  expect(body.rows[0]).toMatchObject({ row: 2, outcome: 'CREATED', code: 'ho-1', recordId: null });
  expect(await head()).toBe(before);
});

it('new households are kept at one position of the journal, as addUnit would have added them', async () => {
  const before = await head();
  const { status, body } = await send(first);
  expect([status, body.kept, body.created]).toEqual([200, true, 3]);
  expect(outcomes(body)).toEqual(['2 CREATED ho-1', '3 CREATED ho-2', '4 CREATED ho-3']);
  expect((await head()) - before).toBe(1);
  expect(await unit('ho-3')).toMatchObject({
    id: body.rows[2].recordId,
    version: 1,
    name: 'Lê Văn Nam',
    kind: 'HOUSEHOLD',
    parentCode: 'khu-dan-cu-1',
    path: 'ubnd/khu-dan-cu-1/ho-3',
    validFrom: '2021-07-01',
  });
  const { rows } = await test.admin.query(
    `select kind, version, data from change where commune_id = 1 and position = $1 order by item`,
    [before + 1],
  );
  expect(rows.map(({ kind, data }) => [kind, data.code])).toEqual([
    ['unit.added', 'ho-1'],
    ['unit.added', 'ho-2'],
    ['unit.added', 'ho-3'],
  ]);
});

it('the same file again changes nothing; a name and a place that differ are changed, and nothing else', async () => {
  const before = await head();
  const again = await send(first);
  expect([again.body.kept, again.body.unchanged, await head()]).toEqual([false, 3, before]);
  const changed = households(
    'ho-1;Nguyễn Văn Hưng;Khu dân cư số 1',
    'ho-2;Trần Thị Hoa;Khu dân cư số 3',
    'ho-3;Lê Văn Nam;Khu dân cư số 1',
  );
  const { body } = await send(changed);
  expect(outcomes(body)).toEqual(['2 UPDATED ho-1', '3 UPDATED ho-2', '4 UNCHANGED ho-3']);
  expect([(await unit('ho-1')).name, (await unit('ho-2')).parentCode]).toEqual(['Nguyễn Văn Hưng', 'khu-dan-cu-3']);
  expect((await head()) - before).toBe(1);
});

it('many are renamed and moved in few statements, each as its own act would have left it', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const list = (name: string, area: (n: number) => number) =>
    households(...numbers.map((n) => `hg-${n};${name} ${n};khu-dan-cu-${area(n)}`));
  await send(list('Hộ Gộp', (n) => (n % 2) + 1));
  const counted = async (content: string) => {
    const rows = jest.spyOn(test.app.get(Database), 'rows');
    const { body } = await send(content);
    const statements = rows.mock.calls.length;
    rows.mockRestore();
    expect([body.updated, body.rejected]).toEqual([40, 0]);
    return statements;
  };
  const before = await head();
  expect(await counted(list('Hộ Đổi', (n) => (n % 2) + 1))).toBeLessThan(60);
  expect(await counted(list('Hộ Đổi', () => 3))).toBeLessThan(60);
  expect((await head()) - before).toBe(2);
  expect(await unit('hg-7')).toMatchObject({ version: 3, name: 'Hộ Đổi 7', path: 'ubnd/khu-dan-cu-3/hg-7' });
  const { rows } = await test.admin.query(
    `select c.kind, c.version from change c where c.commune_id = 1 and c.data ->> 'code' = 'hg-7' order by c.position`,
  );
  expect(rows.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
    ...['unit.added 1', 'unit.amended 2', 'unit.moved 3'],
  ]);
  // Names that go round are held against what all are called afterwards; a twin is asked back, and alone.
  const round = households('hg-1;Hộ Đổi 2;khu-dan-cu-3', 'hg-2;Hộ Đổi 1;khu-dan-cu-3', 'hg-3;Hộ Đổi 4;khu-dan-cu-3');
  const { body } = await send(round, { fields: { ...fields, mode: 'rows' } });
  expect(outcomes(body)).toEqual(['2 UPDATED hg-1', '3 UPDATED hg-2', '4 REJECTED hg-3 name:ALIKE']);
  // One that may not go there keeps the others back no more than its mode says.
  const places = households('hg-4;Hộ Đổi 4;khu-dan-cu-5', 'hg-5;Hộ Đổi 4;khu-dan-cu-5', 'hg-6;Hộ Đổi 6;khu-dan-cu-5');
  const moved = await send(places, { fields: { ...fields, mode: 'rows' } });
  expect(outcomes(moved.body)).toEqual(['2 UPDATED hg-4', '3 REJECTED hg-5 parent:ALIKE', '4 UPDATED hg-6']);
});

it('a number goes from one to another in one file, and is never of two', async () => {
  const people = (...lines: string[]) => ['Mã;Họ tên;Số CCCD;Thuộc', ...lines].join('\r\n');
  const of = { fields: { ...fields, kind: 'INDIVIDUAL', mode: 'rows' } };
  await send(people('nguoi-a;Đỗ Văn A;042090000001;khu-dan-cu-1', 'nguoi-b;Đỗ Thị B;042090000002;khu-dan-cu-1'), of);
  const given = people('nguoi-a;Đỗ Văn A;042090000003;khu-dan-cu-1', 'nguoi-b;Đỗ Thị B;042090000001;khu-dan-cu-1');
  expect(outcomes((await send(given, of)).body)).toEqual(['2 UPDATED nguoi-a', '3 UPDATED nguoi-b']);
  const both = people('nguoi-a;Đỗ Văn A;042090000009;khu-dan-cu-1', 'nguoi-b;Đỗ Thị B;042090000009;khu-dan-cu-1');
  expect(outcomes((await send(both, of)).body)).toEqual([
    '2 UPDATED nguoi-a',
    '3 REJECTED nguoi-b citizen:OTHERS_NUMBER',
  ]);
});

describe('one wrong row', () => {
  const content = households('ho-11;Phạm Văn Tâm;Khu dân cư số 1', 'ho-12;Bùi Thị Lan;Khu dân cư số 9', 'HO 13;=1+1;');

  it('keeps the file back, and every fault is told with its cell', async () => {
    const before = await head();
    const { status, body } = await send(content);
    expect([status, body.code, await head()]).toEqual([422, 'ROWS_REJECTED', before]);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
      '/rows/3/parent NAMED_NOWHERE',
      '/rows/4/name CELL_FORMULA',
      '/rows/4/code matches',
    ]);
  });

  it('alone is left out by mode=rows, and comes back as a file to be mended', async () => {
    const mending = { fields: { ...fields, mode: 'rows' } };
    const { headers, text } = await send(content, {
      ...mending,
      query: '?validate=only',
      headers: { accept: 'text/csv' },
    });
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toContain('"Khu dân cư","Lỗi cần sửa"');
    expect(lines[1]).toContain('"ho-12","Bùi Thị Lan","Khu dân cư số 9","Không có ""Khu dân cư số 9""');
    const { status, body } = await send(content, mending);
    expect([status, body.created, body.rejected]).toEqual([200, 1, 2]);
    expect(body.rows[1].faults[0]).toMatchObject({ column: 'parent', cell: 'C3', code: 'NAMED_NOWHERE' });
    // The mended file is taken with its last column in it.
    const mended = [lines[0], lines[1]!.replace(/Khu dân cư số 9(?=",)/, 'Khu dân cư số 2')].join('\r\n');
    expect(outcomes((await send(mended)).body)).toEqual(['2 CREATED ho-12']);
  });
});

it('a list without codes gets codes from the names, and is known again by them', async () => {
  const list = ['STT,Họ tên chủ hộ,Thôn', '1,Đặng Thị Mỹ Lệ,Khu dân cư số 4', '2,Đặng Thị Mỹ Lệ,Khu dân cư số 5'].join(
    '\n',
  );
  const { body } = await send(list);
  expect(outcomes(body)).toEqual(['2 CREATED dang-thi-my-le', '3 CREATED dang-thi-my-le-2']);
  expect(body.ignored).toEqual(['STT']);
  expect(outcomes((await send(list)).body)).toEqual(['2 UNCHANGED dang-thi-my-le', '3 UNCHANGED dang-thi-my-le-2']);
});

it('two that look alike below one unit are asked back, twice in one file, too', async () => {
  const twins = households('ho-21;Hồ Văn Hoà;khu-dan-cu-6', 'ho-22;Hồ Văn Hòa;khu-dan-cu-6');
  const { body } = await send(twins, { query: '?validate=only' });
  expect(outcomes(body)).toEqual(['2 REJECTED ho-21 name:ALIKE', '3 REJECTED ho-22 name:ALIKE']);
  const meant = await send(twins, { fields: { ...fields, confirm: 'ALIKE' } });
  expect(meant.body.created).toBe(2);
});

it.each([
  [
    'the same code twice',
    'ho-31;A Văn B;khu-dan-cu-6\r\nho-31;C Văn D;khu-dan-cu-6',
    ['2 CREATED ho-31', '3 REJECTED ho-31 :ROW_TWICE'],
  ],
  [
    'a circle',
    'a-1;Tổ A;b-1\r\nb-1;Tổ B;a-1',
    ['2 REJECTED a-1 parent:BELOW_ITSELF', '3 REJECTED b-1 parent:BELOW_ITSELF'],
  ],
  ['a unit below one that is new, too', 'x-2;Hộ X;x-1\r\nx-1;Tổ X;khu-dan-cu-6', ['2 CREATED x-2', '3 CREATED x-1']],
  [
    'below a row that is refused',
    'y-2;Hộ Y;y-1\r\ny-1;Tổ Y;khong-co',
    ['2 REJECTED y-2 parent:NOT_VALID', '3 REJECTED y-1 parent:NAMED_NOWHERE'],
  ],
  ['the code of another unit', 'ubnd;Hộ ông Minh;khu-dan-cu-6', ['2 REJECTED ubnd kind:STAYS']],
])('%s', async (_, lines, expected) => {
  const { body } = await send(households(lines), { fields: { ...fields, mode: 'rows' }, query: '?validate=only' });
  expect(outcomes(body)).toEqual(expected);
});

it('an export is taken back as it is, from CSV and from XLSX, in Vietnamese and in English', async () => {
  const before = await head();
  for (const [accept, name, language] of [
    ['text/csv', 'units.csv', 'vi'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'units.xlsx', 'vi'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'units.xlsx', 'en'],
  ] as const) {
    const exported = await test
      .http()
      .get('/v1/communes/duc-lang/units')
      .set({ ...as(test, 'clerk'), accept, 'accept-language': language })
      .buffer()
      .parse((response, finish) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => finish(null, Buffer.concat(chunks)));
      });
    const { body } = await send(exported.body as Buffer, { name, fields: {} });
    expect([name, body.unchanged, body.rejected]).toEqual([name, body.rows.length, 0]);
    expect(body.rows.length).toBeGreaterThan(30);
  }
  expect(await head()).toBe(before);
});

it('who may not add units imports none, nor into another commune', async () => {
  for (const actor of ['hamlet-1', 'verifier', 'district'])
    expect((await importFile(test, actor, 'units', { content: first, fields })).status).toBe(403);
  expect((await importFile(test, undefined, 'units', { content: first, fields })).status).toBe(401);
});

it('the workbook of a person with a number: kept for whom it is', async () => {
  const rows = [
    ['Họ và tên', 'Số CCCD', 'Đơn vị'],
    ['Nguyễn Thị Bình', '042190001234', 'Khu dân cư số 1'],
    ['Lê Thị Cúc', '42190001235', 'Khu dân cư số 1'],
  ];
  const { body } = await send(await workbook({ DS: rows }), {
    name: 'ca-nhan.xlsx',
    fields: { ...fields, kind: 'INDIVIDUAL', mode: 'rows' },
  });
  expect(outcomes(body)).toEqual(['2 CREATED nguyen-thi-binh', '3 REJECTED le-thi-cuc citizen:TWELVE_DIGITS']);
  const again = await send(await workbook({ DS: [rows[0]!, ['Nguyễn Thị Bình', '•••••••••234', 'Khu dân cư số 1']] }), {
    name: 'a.xlsx',
    fields: { kind: 'INDIVIDUAL' },
  });
  expect(outcomes(again.body)).toEqual(['2 UNCHANGED nguyen-thi-binh']);
});
