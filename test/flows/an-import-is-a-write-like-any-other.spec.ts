import { jest } from '@jest/globals';
import { UnitMovesService } from '../../src/units/unit-moves.service.js';
import { as, useApp } from '../app.js';
import { importFile, outcomes } from '../imports.js';

const test = useApp();
const fields = { kind: 'HOUSEHOLD', validFrom: '2021-07-01' };
const content = 'Mã;Chủ hộ;Thôn\r\nho-1;Nguyễn Văn Hùng;khu-dan-cu-1\r\nho-2;Trần Thị Hoa;khu-dan-cu-2\r\n';
const send = (more: Partial<Parameters<typeof importFile>[3]> = {}) =>
  importFile(test, 'clerk', 'units', { content, fields, ...more });
const count = async (table: string) =>
  (await test.admin.query(`select count(*)::int as number from ${table} where commune_id = 1`)).rows[0].number;

it('a key that is sent again answers the same, and does nothing again; of another file it is refused', async () => {
  const headers = { 'idempotency-key': 'nhap-ho-1' };
  const first = await send({ headers });
  const units = await count('unit');
  const again = await send({ headers });
  expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([200, 200, 'true']);
  expect(again.body).toEqual(first.body);
  expect(await count('unit')).toBe(units);
  const other = await send({ headers, content: content.replace('Hùng', 'Hưng') });
  expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
});

it('the kept answer has lost the texts of the file when one of its people is erased', async () => {
  const headers = { 'idempotency-key': 'nhap-ho-2' };
  const own = 'Mã;Chủ hộ;Thôn\r\nho-8;Hoàng Thị Vân nhiêṃ;khu-dan-cu-1\r\nho-9;Phan Văn Lộc;khong-co\r\n';
  const { body } = await send({ headers, content: own, fields: { ...fields, mode: 'rows' } });
  expect(body.rows.map(({ notes, cells }: Record<string, unknown[]>) => [notes!.length, cells!.length])).toEqual([
    [1, 0],
    [0, 3],
  ]);
  const { status } = await test
    .http()
    .post('/v1/communes/duc-lang/units/ho-8/personal/erase')
    .set({ ...as(test, 'administrator'), 'if-match': '"1"' })
    .send({ reason: 'Theo yêu cầu' });
  expect(status).toBe(200);
  const { rows } = await test.admin.query(`select answer::text as text from kept_answer where key = 'nhap-ho-2'`);
  expect(rows[0].text).not.toMatch(/Vân|Lộc/);
});

it('what a refused row has done is undone, and the others are kept', async () => {
  await send();
  const before = (
    await test.admin.query(
      `select name from unit_term t join unit u on u.id = t.unit_id and u.commune_id = t.commune_id where u.code = 'ho-1' and t.commune_id = 1`,
    )
  ).rows;
  const lines = await count('change');
  // The move comes after the new name; the name must not stay when the move is refused.
  const moving = jest.spyOn(test.app.get(UnitMovesService), 'moveUnit');
  const moved = 'Mã;Chủ hộ;Thôn\r\nho-1;Nguyễn Văn Khác;ho-1\r\nho-2;Trần Thị Hoa;khu-dan-cu-3\r\n';
  const { body } = await send({ content: moved, fields: { ...fields, mode: 'rows' } });
  expect(moving).toHaveBeenCalledTimes(2);
  expect(outcomes(body)).toEqual(['2 REJECTED ho-1 parent:BELOW_ITSELF', '3 UPDATED ho-2']);
  const after = (
    await test.admin.query(
      `select name from unit_term t join unit u on u.id = t.unit_id and u.commune_id = t.commune_id where u.code = 'ho-1' and t.commune_id = 1`,
    )
  ).rows;
  expect(after).toEqual(before);
  // One line for the move that was kept, none for the name that was undone.
  expect((await count('change')) - lines).toBe(1);
});

it('the form knows no other fields, and a file is needed', async () => {
  const unknown = await send({ fields: { ...fields, folder: 'a' } });
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/folder']);
  const wrong = await send({ fields: { ...fields, mode: 'some' } });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/mode']);
  const none = await test
    .http()
    .post('/v1/communes/duc-lang/imports/units')
    .set(as(test, 'clerk'))
    .send({ kind: 'HOUSEHOLD' });
  expect(none.status).toBe(415);
});

it('a file of another commune is not to be found', async () => {
  const { type, body } = { type: 'multipart/form-data; boundary=x', body: '' };
  const { status } = await test
    .http()
    .post('/v1/communes/khong-co/imports/units')
    .set({ ...as(test, 'clerk'), 'content-type': type })
    .send(body);
  expect(status).toBe(404);
});
