import { useApp } from '../app.js';
import { done, doors, points, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';

describe.each(doors)('%s', (name, open) => {
  const unit = `nguoi-tot-${name.toLowerCase()}`;
  const title = `Về việc khen thưởng ông Trần ${name}`;
  const paper = { type: 'TTr', year: 2024, issuer: 'UBND xã', title };
  const ask = (operation: string, actor: string, parameters: object, input?: object) =>
    open(test).ask(operation, actor, { commune, ...parameters }, { input });
  const line = async (id: string) => {
    const { items } = done(await ask('history', 'auditor', { type: 'document', id }));
    expect(items).toHaveLength(1);
    return items[0] as Row;
  };
  let named: string;

  beforeAll(async () => {
    const person = { code: unit, kind: 'INDIVIDUAL', name: `Trần ${name}`, parent: 'khu-dan-cu-1' };
    done(await ask('addUnit', 'clerk', {}, { ...person, validFrom: '2023-01-01' }));
    named = done(await ask('recordDocument', 'clerk', {}, { ...paper, persons: [unit] })).id;
  });

  it('is shown with the document, found, and written down as read', async () => {
    expect(done(await ask('document', 'auditor', { id: named }))).toMatchObject({ title, persons: [unit] });
    const { items } = done(await ask('documents', 'auditor', { search: `tran ${name}` }));
    expect(items.map(({ id }: Row) => id)).toEqual([named]);
    const { items: accesses } = done(await ask('accesses', 'auditor', { unit }));
    expect(accesses.map(({ actor, operation }: Row) => `${actor} ${operation}`)).toEqual([
      'auditor documents',
      'auditor document',
      'clerk recordDocument',
      'clerk addUnit',
    ]);
  });

  it('stands in the journal as a commitment', async () => {
    const { data, personal } = await line(named);
    expect(data).toMatchObject({ title: { '#': expect.stringMatching(/^[0-9a-f]{64}$/) }, persons: [unit] });
    expect(personal['/data/title'].value).toBe(title);
  });

  it('a title that names nobody stands there as it is', async () => {
    const { id } = done(await ask('recordDocument', 'clerk', {}, { ...paper, title: 'Hồ sơ' }));
    expect((await line(id)).data).toMatchObject({ title: 'Hồ sơ', persons: [] });
  });

  it('is refused for who is no person here', async () => {
    const persons = [unit, 'khu-dan-cu-1', 'khong-co'];
    const refused = ['/persons/1 UNKNOWN', '/persons/2 UNKNOWN'];
    expect(points(await ask('recordDocument', 'clerk', {}, { ...paper, persons }))).toEqual(refused);
    const plan = { key: `2024-khen-${name.toLowerCase()}`, kind: 'MOVEMENT', year: 2024, title: 'Phong trào' };
    const document = { ...paper, persons };
    expect(points(await ask('draftPlan', 'clerk', {}, { ...plan, document }))).toEqual(
      refused.map((each) => `/document${each}`),
    );
  });
});
