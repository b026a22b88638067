import { useApp, type TestApp } from '../app.js';
import { doors, type Door } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(() => void (door = open(apps[name]!)));
  const move = (word: string, year = 2024, place = commune) =>
    door.ask(
      'draftPlan',
      'clerk',
      { commune: place },
      {
        input: {
          key: `${year}-${word}`,
          kind: 'MOVEMENT',
          year,
          title: 'Phong trào',
          document: { type: 'KH', year, issuer: 'UBND xã', title: 'Phong trào' },
        },
      },
    );
  const add = (code: string) =>
    door.ask(
      'addUnit',
      'clerk',
      { commune },
      { input: { code, kind: 'HAMLET', name: code, parent: 'ubnd', validFrom: '2023-01-01' } },
    );

  it('no unit gets the word of a movement as its code', async () => {
    expect((await move('nuoc-sach')).code).toBeUndefined();
    const refused = await add('nuoc-sach');
    expect([refused.status, refused.code]).toEqual([409, 'CODE_TAKEN']);
    expect((await door.ask('unit', 'clerk', { commune, unit: 'nuoc-sach' })).code).toBe('NOT_FOUND');
    expect((await move('nuoc-sach', 2025)).code).toBeUndefined();
    expect((await add('nuoc-sach-1')).code).toBeUndefined();
  });

  it('no movement gets the code of a unit, be it closed, as its word', async () => {
    await add('thon-cu');
    await door.ask('closeUnit', 'clerk', { commune, unit: 'thon-cu' }, { version: 1, input: { reason: 'Sáp nhập' } });
    expect((await move('thon-cu')).body.errors[0].code).toBe('UNIT_CODE');
  });

  it('of both at once one gets it, whoever it is', async () => {
    for (let round = 0; round < 10; round++) {
      const word = `chung-${round}`;
      const answers = await Promise.all(round % 2 ? [move(word), add(word)] : [add(word), move(word)]);
      const codes = answers.map(({ code }) => code);
      expect(codes.filter((code) => code === undefined)).toHaveLength(1);
      expect(['CODE_TAKEN', 'RULE']).toContain(codes.find((code) => code !== undefined));
    }
  });
});

it('the table itself holds them apart, and only within a commune', async () => {
  const { admin } = apps.REST!;
  const take = (commune: number, by: string) =>
    admin.query(
      `insert into taken_word (commune_id, holder_id, word, taken_by) values ($1, gen_random_uuid(), 'khu-dan-cu-1', $2)`,
      [commune, by],
    );
  await expect(take(1, 'MOVEMENT')).rejects.toMatchObject({ constraint: 'taken_word_one_kind' });
  await admin.query(`delete from taken_word where commune_id = 2`);
  await take(2, 'MOVEMENT');
});
