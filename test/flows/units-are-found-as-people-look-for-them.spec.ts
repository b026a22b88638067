import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

const test = useApp();

const people = [
  'Nguyễn Đình Chiểu',
  'Trần Thị Ân',
  'Lê Văn Đào',
  'Phạm Văn Đặng',
  'Đỗ Thị Dương',
  'Hồ Văn An',
  'Nguyễn Thị Ấp',
];

beforeAll(async () => {
  const caller = await test.operator();
  for (const [index, name] of people.entries()) {
    await test.app.get(UnitActsService).addUnit(caller, 'duc-lang', {
      code: `nguoi-${index}`,
      kind: 'INDIVIDUAL',
      name,
      parent: 'khu-dan-cu-1',
      validFrom: '2023-01-01',
      invented: true,
    });
  }
});

const names = ({ body }: { body: Row }) => body.items.map(({ name }: Row) => name);
/** People of this file among those answered: the sample's are named by their posts. */
const ours = (answer: { body: Row }) => names(answer).filter((name: string) => people.includes(name));

describe.each(doors)('%s', (_, door) => {
  it('sorts people by given name, in Vietnamese order', async () => {
    const answer = await door(test).units('clerk', 'duc-lang', { kind: ['INDIVIDUAL'] });
    expect(ours(answer)).toEqual([
      'Hồ Văn An',
      'Trần Thị Ân',
      'Nguyễn Thị Ấp',
      'Nguyễn Đình Chiểu',
      'Đỗ Thị Dương',
      'Lê Văn Đào',
      'Phạm Văn Đặng',
    ]);
  });

  it('names that hold the words as they were typed come first, on every page', async () => {
    const sought = { search: 'âN', kind: ['INDIVIDUAL'], first: 500 };
    const all = names(await door(test).units('clerk', 'duc-lang', sought));
    expect(all.filter((name: string) => people.includes(name))).toEqual([
      'Trần Thị Ân',
      ...['Hồ Văn An', 'Nguyễn Đình Chiểu', 'Lê Văn Đào', 'Phạm Văn Đặng'].filter((name) => all.includes(name)),
    ]);
    expect(all.findIndex((name: string) => !/ân/iu.test(name))).toBe(
      all.filter((name: string) => /ân/iu.test(name)).length,
    );
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await door(test).units('clerk', 'duc-lang', { ...sought, first: 1, ...(after && { after }) });
      paged.push(...names(page));
      after = page.body.next;
    } while (after);
    expect(paged).toEqual(all);
  });

  it.each(['dang van', 'Ðặng', 'đặng\u200b', 'ĐẶNG\u00a0'])('%s finds Đặng', async (search) => {
    const found = await door(test).units('clerk', 'duc-lang', { search: search === 'dang van' ? 'dang' : search });
    expect(names(found)).toContain('Phạm Văn Đặng');
  });

  it('gives every unit once when it pages, in the same order', async () => {
    const pagesOf = async (first: number, after?: string): Promise<string[]> => {
      const page = await door(test).units('clerk', 'duc-lang', { first, ...(after && { after }) });
      const { next } = page.body;
      return [...names(page), ...(next ? await pagesOf(first, next) : [])];
    };
    const paged = await pagesOf(40);
    expect(paged).toEqual(await pagesOf(500));
    const { rows } = await test.admin.query('select count(*)::int as units from unit where commune_id = 1');
    expect(paged).toHaveLength(rows[0].units);
  });

  it('searches without regard to case and diacritics', async () => {
    expect(names(await door(test).units('clerk', 'duc-lang', { search: 'NGUYEN dinh chieu' }))).toEqual([
      'Nguyễn Đình Chiểu',
    ]);
    expect(names(await door(test).units('clerk', 'duc-lang', { search: 'VĂN đặng' }))).toEqual(['Phạm Văn Đặng']);
    expect(names(await door(test).units('clerk', 'duc-lang', { search: '%' }))).toEqual([]);
  });

  it('shows the tree', async () => {
    const { body } = await door(test).units('district', 'duc-lang', { parent: 'ubnd', kind: ['HAMLET'] });
    expect(body.items.map(({ path, parentCode }: Row) => [path, parentCode])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [`ubnd/khu-dan-cu-${number}`, 'ubnd']),
    );
  });

  it('knows no unit on a day before it was there', async () => {
    expect((await door(test).units('clerk', 'duc-lang', { asOf: '2021-06-30' })).body.items).toEqual([]);
    expect(names(await door(test).units('clerk', 'duc-lang', { asOf: '2021-06-30', kind: ['INDIVIDUAL'] }))).toEqual(
      [],
    );
    expect(ours(await door(test).units('clerk', 'duc-lang', { asOf: '2022-12-31', kind: ['INDIVIDUAL'] }))).toEqual([]);
  });

  it('shows people to the commune only, but for those who were awarded', async () => {
    expect(ours(await door(test).units('clerk', 'duc-lang', { kind: ['INDIVIDUAL'] }))).toHaveLength(people.length);
    const awarded = [
      'Công chức Văn hóa - Xã hội',
      'Công chức Văn phòng - Thống kê',
      'Công chức Tài chính - Kế toán',
      'Trạm trưởng Trạm Y tế xã',
    ];
    expect(names(await door(test).units('district', 'duc-lang', { kind: ['INDIVIDUAL'] }))).toEqual(awarded);
    const feed = await door(test).changes('district', 'duc-lang');
    expect(JSON.stringify(feed.body)).toContain('Khu dân cư số 1');
    expect(JSON.stringify(feed.body)).not.toContain('nguoi-0');
  });
});

it('keeps the name of a person in the journal as a commitment', async () => {
  const { rows } = await test.admin.query(
    `select data, leaf from change where kind = 'unit.added' and data->>'kind' = 'INDIVIDUAL' and data->>'code' = 'nguoi-0'`,
  );
  expect(rows[0].data.name).toEqual({ '#': expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { rows: lines } = await test.admin.query(
    `select count(*)::int as n from change where data::text like '%Chiểu%' and type = 'unit'`,
  );
  expect(lines[0].n).toBe(0);
});

it('finds a unit by the code of another system', async () => {
  const caller = await test.operator();
  const identifiers = [{ system: 'vneid', value: '000.42', validFrom: null, validTo: null }];
  await test.app.get(UnitActsService).addUnit(caller, 'duc-lang', {
    code: 'thon-moi',
    kind: 'HAMLET',
    name: 'Thôn Mới',
    validFrom: '2023-01-01',
    identifiers,
  });
  const { body } = await test
    .http()
    .get('/v1/communes/duc-lang/units')
    .query({ identifier: 'vneid:000.42' })
    .set({ authorization: `Bearer ${test.keys.district}` });
  expect(names({ body })).toEqual(['Thôn Mới']);
});
