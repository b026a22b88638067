import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addSuperior, amendCommune } from '../../src/operator.js';
import { addCommunes } from '../../src/operator-communes.js';
import { audited, useApp } from '../app.js';
import { workbook } from '../imports.js';

const test = useApp('empty');
const file = join(mkdtempSync(join(tmpdir(), 'thidua-communes-')), 'communes.csv');
const environment = process.env;
beforeAll(async () => {
  process.env = { ...environment, OWNER_DATABASE_URL: test.database.ownerUrl, TODAY: '2025-07-01' };
  await addSuperior({ key: 'ha-tinh', name: 'tỉnh Hà Tĩnh', kind: 'tỉnh' });
});
afterAll(() => {
  process.env = environment;
  rmSync(join(file, '..'), { recursive: true });
});

const add = async (content: string | Buffer) => {
  writeFileSync(file, content);
  return addCommunes(file);
};
const refusal = (content: string | Buffer) =>
  add(content).then(
    () => ['added'],
    ({ message }: Error) => message.split('\n'),
  );
const communes = async () => (await test.admin.query('select * from commune where id > 0 order by id')).rows;
const registryHead = async () =>
  (await test.admin.query('select position from commune_head where commune_id = 0')).rows[0];

const numbers = Array.from({ length: 66 }, (_, index) => index + 1);
const province = [
  '\ufeffMã;Tên;Loại;Mã GSO;Từ ngày;Cấp trên;Giám sát từ',
  'phuong-thanh-sen;Phường Thành Sen;phường;18073;1/7/2025;ha-tinh;',
  'duc-lang;xã Đức Lạng;;;;ha-tinh;2025-08-01',
  ...numbers.slice(2).map((each) => `xa-${each};xã Số ${each};;;2025-07-01;ha-tinh;`),
  ';;;;;;',
].join('\r\n');

it('66 communes by one command; a second run changes nothing', async () => {
  writeFileSync(file, province);
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/src/cli.js', 'commune', 'add', '--from', file]);
  expect(stdout.split('\n').slice(0, 3)).toEqual(['phuong-thanh-sen  added', 'duc-lang  added', 'xa-3  added']);
  expect(await communes()).toHaveLength(66);
  const supervisions = `select c.key, c.kind_text, c.valid_from::text as "from", c.identifiers #>> '{0,value}' as gso,
    s.valid_from::text as supervised from supervision s join commune c on c.id = s.commune_id order by c.id limit 2`;
  expect((await test.admin.query(supervisions)).rows).toEqual([
    { key: 'phuong-thanh-sen', kind_text: 'phường', from: '2025-07-01', gso: '18073', supervised: '2025-07-01' },
    { key: 'duc-lang', kind_text: 'xã', from: null, gso: null, supervised: '2025-08-01' },
  ]);
  const head = await registryHead();
  expect(new Set((await add(province)).map((line) => line.split('  ')[1]))).toEqual(new Set(['unchanged']));
  expect(await registryHead()).toEqual(head);
  expect((await audited(test.app)).differences).toEqual([]);
});

it('every mistake is told at once, with its row, and nothing is added', async () => {
  const before = await communes();
  expect(
    await refusal(
      [
        'key,name,superior,supervised-from',
        'thach-ha,xã Thạch Hà,ha-tinh,2025-07-01',
        '"can-loc","xã',
        'Can Lộc",ha-tinh,2025-07-01',
        'thach-ha,xã Thạch Hạ,ha-tinh,2025-07-01',
        'Đức-Thọ,xã Đức Thọ,ha-tinh,2025-07-01',
        'cam-binh, ,ha-tinh,2025-07-01',
        'ky-anh,xã Kỳ Anh,ha-tĩnh,07/31/2025',
        'ky-xuan,xã Kỳ Xuân,nghe-an,2025-07-01',
        'ky-hoa,xã Kỳ Hoa,ha-tinh,',
        'ky-van,xã Kỳ Văn, nay,ha-tinh,2025-07-01',
        'duc-lang,xã Đức Lãng,ha-tinh,2025-07-01',
      ].join('\n'),
    ),
  ).toEqual([
    expect.stringMatching(/^row 3 {2}can-loc: name: Character 3 is /),
    'row 4  thach-ha: The key stands in an earlier row, too.',
    'row 5  Đức-Thọ: key: It reads like khu-dan-cu-1 (a–z, 0–9, ".", "_", "-"); "Đức-Thọ" was sent.',
    'row 6  cam-binh: name: It is missing. It is a text.',
    'row 7  ky-anh: supervised-from: "07/31/2025": the month stands first. Write 31/12/2023.',
    'row 7  ky-anh: superior: It reads like khu-dan-cu-1 (a–z, 0–9, ".", "_", "-"); "ha-tĩnh" was sent.',
    'row 8  ky-xuan: There is no superior "nghe-an": thidua superior add.',
    'row 9  ky-hoa: supervised-from: It is missing, and from, too: the supervision needs a first day.',
    'row 10  ky-van: More cells than the heading: quote a cell that has the sign between cells.',
    'row 11  duc-lang: It is there, with name "xã Đức Lạng".',
    'row 11  duc-lang: It is there, with supervised-from "2025-08-01".',
    'Nothing was added.',
  ]);
  expect(await communes()).toEqual(before);
});

it('a commune that was amended since is told, and not changed back', async () => {
  await amendCommune({ key: 'xa-3', name: 'xã Ba', reason: 'Gõ nhầm' });
  expect(await refusal(`${province}\r\nxa-67;xã Số 67`)).toEqual([
    'row 4  xa-3: It is there, with name "xã Ba".',
    'Nothing was added.',
  ]);
  expect(await communes()).toHaveLength(66);
});

it('a workbook, or what Excel saves as Unicode, is read as the imports of a commune are', async () => {
  const rows = ['Danh sách xã', '', 'Mã\tTên', 'xa-70\txã Bảy Mươi'].join('\r\n');
  expect(await add(Buffer.from(`\ufeff${rows}`, 'utf16le'))).toEqual(['xa-70  added']);
  const book = await workbook({
    xã: [
      ['Mã', 'Tên', 'Từ ngày'],
      ['xa-71', 'xã Bảy Mốt', new Date('2025-07-01')],
    ],
  });
  writeFileSync(`${file}.xlsx`, book);
  expect(await addCommunes(`${file}.xlsx`)).toEqual(['xa-71  added']);
});

it('a file that is no such table is refused as a whole', async () => {
  expect(await refusal('key,tên,Ghi chú,mã\n')).toEqual([
    expect.stringMatching(/^The heading is wrong: "key", "Ghi chú"\. Columns: key \(mã\), name \(tên\), /),
  ]);
  expect(await refusal('')).toEqual([expect.stringContaining('The file is empty')]);
  expect(await refusal('mã;ghi chú\nxa-1;mới\n')).toEqual([
    expect.stringMatching(/^The heading is wrong: no "key" or no "name"\. /),
  ]);
  expect(await refusal(Buffer.from('mã;tên\nxa-1;xã Một\n', 'latin1'))).toEqual([
    expect.stringContaining('the file is not in UTF-8'),
  ]);
  expect(await refusal(`${province}\r\nTổng cộng: 66 xã`)).toEqual([
    'row 69: It is no commune: say its key and name.',
    expect.stringMatching(/^row 4 /),
    'Nothing was added.',
  ]);
});
