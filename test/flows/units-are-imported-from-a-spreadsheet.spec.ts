import { useApp } from '../app.js';
import { importFile, outcomes } from '../imports.js';

const test = useApp();

const households = (...lines: string[]) => ['Mã;Họ và tên chủ hộ;Khu dân cư', ...lines].join('\r\n');
const asHouseholds = { kind: 'HOUSEHOLD', validFrom: '2021-07-01' };

it('households are added, amended and left alone, row by row, at one position of the journal', async () => {
  const before = await test.admin.query('select position from commune_head where commune_id = 1');
  const first = await importFile(test, 'clerk', 'units', {
    content: households(
      'ho-1;Nguyễn Văn Hùng;Khu dân cư số 1',
      'ho-2;Trần Thị Hoa;khu-dan-cu-2',
      'ho-3;Lê Văn Nam;Khu dân cư số 1',
    ),
    fields: asHouseholds,
  });
  expect([first.status, first.body.kept, first.body.created]).toEqual([200, true, 3]);
  expect(outcomes(first.body)).toEqual(['2 CREATED ho-1', '3 CREATED ho-2', '4 CREATED ho-3']);
  const after = await test.admin.query('select position from commune_head where commune_id = 1');
  expect(after.rows[0].position - before.rows[0].position).toBe(1);
});
