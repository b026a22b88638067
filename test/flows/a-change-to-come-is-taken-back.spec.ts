import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, rest, type Answer, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

/** Today is 31/01/2024. */
describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  const door = open(test);
  const ask = (operation: string, at: object, asked = {}): Promise<Answer> =>
    door.ask(operation, 'clerk', { commune, ...at }, asked);
  const unit = async (code: string, asOf: string) => done(await ask('unit', { unit: code, asOf }));
  const add = async (code: string, more: object = {}) => {
    const input = { code, kind: 'HAMLET', name: 'Xóm Cũ', validFrom: '2023-01-01', confirm: ['ALIKE'], ...more };
    done(await ask('addUnit', {}, { input }));
  };
  const on = async (operation: string, code: string, input: object): Promise<Answer> => {
    const { version } = await unit(code, '9999-12-31');
    const meant = ['amendUnit', 'moveUnit'].includes(operation) ? { confirm: ['ALIKE'] } : {};
    return ask(operation, { unit: code }, { version, input: { reason: 'Ghi nhầm', ...meant, ...input } });
  };
  const terms = async (code: string) => {
    const { rows } = await test.admin.query(
      `select t.valid_from::text as "from", t.valid_to::text as "to", t.name from unit_term t
       join unit u on u.commune_id = t.commune_id and u.id = t.unit_id where u.code = $1 order by 1`,
      [code],
    );
    return rows.map(({ from, to, name: called }: Row) => [from, to, called]);
  };
  const closing = async (code: string): Promise<Row> => {
    const { items } = done(await rest(test).ask('unitActions', 'clerk', { commune, unit: code }));
    return items.find(({ act }: Row) => act === 'closeUnit');
  };

  it('a name to come, by the name of before; the unit ends as if there had been none', async () => {
    await add('xom-ten');
    done(await on('amendUnit', 'xom-ten', { name: 'Xóm Mới', from: '2024-06-01' }));
    const refused = await on('closeUnit', 'xom-ten', {});
    expect([broken(refused), refused.body.errors[0].detail]).toEqual([
      ['/lastDay LATER_TERM'],
      'Sau ngày 31/05/2024 tên hoặc vị trí của "xom-ten" còn đổi; hãy chọn ngày sau, hoặc bỏ thay đổi ấy trước: amendUnit với tên cũ, moveUnit về chỗ cũ, từ chính ngày đổi.',
    ]);
    expect(await closing('xom-ten')).toMatchObject({ allowed: false, reasons: ['RULE'] });
    // What is only renamed keeps its place: a unit may come below it.
    await add('ho-ten', { kind: 'HOUSEHOLD', parent: 'xom-ten', validFrom: '2024-02-01' });
    done(await on('closeUnit', 'ho-ten', { lastDay: '2024-02-01' }));

    done(await on('amendUnit', 'xom-ten', { name: 'Xóm Cũ', from: '2024-06-01' }));
    expect(await terms('xom-ten')).toEqual([['2023-01-01', null, 'Xóm Cũ']]);
    expect(await closing('xom-ten')).toMatchObject({ allowed: false, reasons: ['RULE'] });
    done(await on('closeUnit', 'xom-ten', { lastDay: '2024-02-01' }));
    expect(await terms('xom-ten')).toEqual([['2023-01-01', '2024-02-01', 'Xóm Cũ']]);
  });

  it('the day of a name to come is another, earlier or later', async () => {
    await add('xom-ngay');
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Mới', from: '2024-06-01' }));
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Mới', from: '2024-05-01' }));
    expect(await terms('xom-ngay')).toEqual([
      ['2023-01-01', '2024-04-30', 'Xóm Cũ'],
      ['2024-05-01', null, 'Xóm Mới'],
    ]);
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Cũ', from: '2024-05-01' }));
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Mới', from: '2024-07-01' }));
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Khác', from: '2024-08-01' }));
    done(await on('amendUnit', 'xom-ngay', { name: 'Xóm Cũ', from: '2024-07-01' }));
    expect(await terms('xom-ngay')).toEqual([
      ['2023-01-01', '2024-07-31', 'Xóm Cũ'],
      ['2024-08-01', null, 'Xóm Khác'],
    ]);
  });

  it('a place to come, of the unit and of all below it, in a unit that ends', async () => {
    for (const code of ['cum-a', 'cum-b']) await add(code);
    await add('xom-cho', { parent: 'cum-a' });
    await add('ho-cho', { kind: 'HOUSEHOLD', parent: 'xom-cho' });
    done(await on('closeUnit', 'ho-cho', { lastDay: '2024-12-31' }));
    done(await on('moveUnit', 'xom-cho', { parent: 'cum-b', from: '2024-06-01' }));
    // The place of a unit to come below it changes with it.
    const refused = await ask(
      'addUnit',
      {},
      { input: { code: 'ho-moi', kind: 'HOUSEHOLD', name: 'Hộ', parent: 'xom-cho', validFrom: '2024-02-01' } },
    );
    expect(broken(refused)).toEqual(['/parent LATER_TERM']);
    done(await on('moveUnit', 'xom-cho', { parent: 'cum-a', from: '2024-06-01' }));
    expect([await terms('xom-cho'), await terms('ho-cho')]).toEqual([
      [['2023-01-01', null, 'Xóm Cũ']],
      [['2023-01-01', '2024-12-31', 'Xóm Cũ']],
    ]);
    done(await on('closeUnit', 'xom-cho', { lastDay: '2024-12-31' }));
  });

  it('who ends before a planned move does not move any more, by own or with the unit above', async () => {
    for (const code of ['xom-nay', 'xom-kia']) await add(code);
    await add('ho-di', { kind: 'HOUSEHOLD', parent: 'xom-nay' });
    for (const code of ['ong-mat', 'ba-mat'])
      await add(code, { kind: 'INDIVIDUAL', name: `Trần ${code}`, parent: 'ho-di' });
    done(await on('moveUnit', 'ba-mat', { parent: 'xom-kia', from: '2024-05-01' }));
    done(await on('moveUnit', 'ho-di', { parent: 'xom-kia', from: '2024-06-01' }));
    for (const code of ['ong-mat', 'ba-mat']) {
      expect(await closing(code)).toMatchObject({ allowed: true });
      const closed = done(await on('closeUnit', code, { lastDay: '2024-02-10' }));
      expect(closed).toMatchObject({ validTo: '2024-02-10', path: `xom-nay/ho-di/${code}` });
      expect(await terms(code)).toEqual([['2023-01-01', '2024-02-10', `Trần ${code}`]]);
    }
    expect((await unit('ho-di', '2024-06-01')).path).toBe('xom-kia/ho-di');
    // Somebody comes below it where it would stand.
    const below = { kind: 'INDIVIDUAL', name: 'Trần Thị Cháu', parent: 'ho-di', validFrom: '2024-06-01' };
    await add('chau-den', below);
    expect(broken(await on('closeUnit', 'ho-di', { lastDay: '2024-02-10' }))).toEqual(['/lastDay UNITS_BELOW']);
  });

  it('actions say of a closing today what it would meet', async () => {
    await add('xom-hom-nay');
    expect(await closing('xom-hom-nay')).toMatchObject({ allowed: true });
    const rice = { plan: '2023', code: 'econ.rice.area', unit: 'xom-hom-nay' };
    const input = { value: '5', reason: 'Giao' };
    done(await ask('setTarget', { ...rice, period: '2023-Q4' }, { version: 0, input }));
    expect(await closing('xom-hom-nay')).toMatchObject({ allowed: true });
    const head = { council: 'xom-hom-nay', person: 'chu-toa', office: 'CHAIR', validFrom: '2024-02-01' };
    await add('chu-toa', { kind: 'INDIVIDUAL' });
    const { id } = done(await door.ask('appointMember', 'administrator', { commune }, { input: head }));
    expect(await closing('xom-hom-nay')).toEqual({ act: 'closeUnit', allowed: false, reasons: ['STILL_REFERRED_TO'] });
    expect((await on('closeUnit', 'xom-hom-nay', {})).code).toBe('STILL_REFERRED_TO');
    const away = { version: 1, input: { reason: 'Nhầm' } };
    done(await door.ask('removeMembership', 'administrator', { commune, id }, away));
    done(await on('closeUnit', 'xom-hom-nay', { lastDay: '2024-03-31' }));
    // It ends already: another day is a correction.
    expect(await closing('xom-hom-nay')).toMatchObject({ allowed: false, reasons: ['RULE'] });
    await add('xom-sau', { validFrom: '2024-01-01' });
    await add('xom-truoc');
    done(await on('closeUnit', 'xom-truoc', { successors: ['xom-sau'] }));
    expect(await closing('xom-sau')).toMatchObject({ allowed: false, reasons: ['RULE'] });
  });
});
