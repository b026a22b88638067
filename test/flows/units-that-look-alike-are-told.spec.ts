import { useApp } from '../app.js';
import { done, doors, points, type Answer } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const number = '042099001234';

describe.each(doors)('%s', (kind, open) => {
  const door = open(test);
  const code = (word: string) => `${word}-${kind.toLowerCase()}`;
  const add = (input: object): Promise<Answer> =>
    door.ask('addUnit', 'clerk', { commune }, { input: { kind: 'HOUSEHOLD', validFrom: '2024-01-01', ...input } });
  const change = async (operation: string, unit: string, input: object) => {
    const { version } = done(await door.ask('unit', 'clerk', { commune, unit }));
    return door.ask(operation, 'clerk', { commune, unit }, { version, input });
  };

  beforeAll(async () => {
    for (const parent of ['xom', 'xom-khac'])
      done(await add({ code: code(parent), kind: 'HAMLET', name: `Xóm ${code(parent)}` }));
    done(await add({ code: code('ho'), name: "Hộ ông Hoà H'Đông", parent: code('xom') }));
  });

  it.each([
    ['itself', "Hộ ông Hoà H'Đông"],
    ['with the tone on the other vowel', "Hộ ông Hòa H'Đông"],
    ['in capitals', "HỘ ÔNG HOÀ H'ĐÔNG"],
    ['with the apostrophe of Word', 'Hộ ông Hoà H’Đông'],
    ['with that of a linguist', 'Hộ ông Hoà HʼĐông'],
    ['with an Icelandic letter', "Hộ ông Hoà H'Ðông"],
    ['with a Cyrillic letter', "Hộ ông Ноà H'Đông"],
    ['with blanks twice', "Hộ  ông Hoà   H'Đông"],
    ['with blanks that never break', "Hộ\u00a0ông Hoà H'Đông"],
    ['with a blank of no width', "Hộ ông Hoà\u200b H'Đông"],
    ['in decomposed letters', "Hộ ông Hoà H'Đông".normalize('NFD')],
  ])('a name beside, %s, is asked back, and confirmed it passes', async (_, name) => {
    const given = { code: code('ho-khac'), name, parent: code('xom') };
    const asked = await add(given);
    expect([asked.code, points(asked)]).toEqual(['ASKED_BACK', ['/name ALIKE']]);
    expect(asked.body.errors[0].detail).toContain(`"${code('ho')}"`);
    const dry = { commune, validate: 'only' };
    const input = { kind: 'HOUSEHOLD', validFrom: '2024-01-01', confirm: ['ALIKE'], ...given };
    done(await door.ask('addUnit', 'clerk', dry, { input }));
  });

  it.each([
    ['other diacritics', { name: "Hộ ông Hóa H'Đông", parent: code('xom') }],
    ['another unit above', { name: "Hộ ông Hoà H'Đông", parent: code('xom-khac') }],
    ['no unit above', { name: "Hộ ông Hoà H'Đông" }],
    ['another kind', { kind: 'INDIVIDUAL', name: "Hộ ông Hoà H'Đông", parent: code('xom') }],
  ])('%s: nobody is asked', async (_, given) => {
    const input = { code: code('ho-khac'), kind: 'HOUSEHOLD', validFrom: '2024-01-01', ...given };
    done(await door.ask('addUnit', 'clerk', { commune, validate: 'only' }, { input }));
  });

  it('a new name and a new place are asked back, too; the journal keeps that it was meant', async () => {
    done(await add({ code: code('ho-2'), name: "Hộ ông Hoà H'Đông", parent: code('xom-khac') }));
    const moved = await change('moveUnit', code('ho-2'), { parent: code('xom') });
    expect([moved.code, points(moved)]).toEqual(['ASKED_BACK', ['/parent ALIKE']]);
    const units = { units: [code('ho-2')], parent: code('xom') };
    const all = await door.ask('moveUnits', 'clerk', { commune }, { input: units });
    expect([all.code, points(all)]).toEqual(['ASKED_BACK', ['/parent ALIKE']]);
    done(await add({ code: code('ho-3'), name: 'Hộ ông Ba', parent: code('xom') }));
    const renamed = await change('amendUnit', code('ho-3'), { name: "hộ ông hoà h'đông" });
    expect([renamed.code, points(renamed)]).toEqual(['ASKED_BACK', ['/name ALIKE']]);
    done(await change('amendUnit', code('ho'), { name: "Hộ ông Hòa H'Đông", reason: 'Gõ lại' }));
    const { id } = done(await change('amendUnit', code('ho-3'), { name: "Hộ ông Hoà H'Đông", confirm: ['ALIKE'] }));
    const { rows } = await test.admin.query(
      `select v.value -> 'confirmed' as confirmed from change c join change_value v using (commune_id, position, item)
       where c.record_id = $1 and v.pointer = '/actor' order by c.position desc limit 1`,
      [id],
    );
    expect(rows).toEqual([{ confirmed: ['ALIKE'] }]);
  });

  it("one citizen's number is one unit; whose it is, is told to who reads personal values", async () => {
    const person = {
      kind: 'INDIVIDUAL',
      identifiers: [{ system: 'cccd', value: `${number.slice(0, -1)}${kind.length % 10}` }],
    };
    done(await add({ ...person, code: code('an'), name: 'Nguyễn Văn An', parent: code('xom') }));
    const twice = await add({ ...person, code: code('an-2'), name: 'Nguyễn Văn Ân', parent: code('xom-khac') });
    expect([twice.code, points(twice)]).toEqual(['RULE', ['/identifiers/0/value OTHERS_NUMBER']]);
    expect(twice.body.errors[0].detail).toContain(`"${code('an')}"`);
    done(await add({ kind: 'INDIVIDUAL', code: code('an-3'), name: 'Nguyễn Văn Ấn', parent: code('xom') }));
    const given = await change('amendUnit', code('an-3'), { identifiers: person.identifiers });
    expect([given.code, points(given)]).toEqual(['RULE', ['/identifiers/0/value OTHERS_NUMBER']]);
    done(await change('amendUnit', code('an'), { identifiers: person.identifiers }));
  });
});
