import { useApp } from '../app.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { awarded, nominated, openedRound } from '../awards.js';
import { makers } from '../contract/writes.js';
import { done, doors, type Row } from '../doors.js';

const commune = 'duc-lang';

describe.each(doors)('over %s', (_, open) => {
  const test = useApp();
  const list = async (operation: string, asked: object, actor: string | undefined = 'clerk'): Promise<Row[]> =>
    done(await open(test).ask(operation, actor, { commune, first: 500, ...asked })).items;
  const without = (all: readonly Row[], some: readonly Row[]) =>
    all.filter(({ id }) => !some.some((each) => each.id === id));

  let given: Row;
  beforeAll(async () => {
    given = (await awarded(test)).award;
  });

  it('awards by the name on the paper, whatever the diacritics, and by the days of their grant', async () => {
    const all = await list('awards', {});
    const { recipientName } = all.find(({ id }) => id === given.id)!;
    const found = await list('awards', { search: recipientName.toUpperCase() });
    expect(found.map(({ id }) => id)).toContain(given.id);
    expect(found.length).toBeLessThan(all.length);
    const bare = recipientName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    expect(await list('awards', { search: bare })).toEqual(found);
    expect(await list('awards', { search: bare }, undefined)).toHaveLength(found.length);
    expect(await list('awards', { search: 'không ai tên thế' })).toEqual([]);
    const { grantedOn: day } = given;
    const [from, to] = [await list('awards', { grantedFrom: day }), await list('awards', { grantedTo: day })];
    expect(from.every(({ grantedOn }) => grantedOn.padEnd(10, '-01') >= day)).toBe(true);
    expect(without(all, from).every(({ grantedOn }) => grantedOn < day)).toBe(true);
    expect([from.length < all.length, from.some(({ id }) => id === given.id)]).toEqual([true, true]);
    expect(without(all, [...from, ...to])).toEqual([]);
  });

  describe('names with the words as they were typed come first, whole names before longer ones', () => {
    const people = ['Hồ Văn An', 'An', 'Trần Thị Ân', 'Ân', 'H’Ân Niê', 'Đỗ Thị Hoà'];
    const nameOf = new Map<string, string>();

    beforeAll(async () => {
      const caller = await test.operator();
      const round = await openedRound(test);
      for (const [n, name] of people.entries()) {
        const unit = { code: `nguoi-${n}`, kind: 'INDIVIDUAL', name, parent: 'khu-dan-cu-1', validFrom: '2023-01-01' };
        await test.app.get(UnitActsService).addUnit(caller, commune, { ...unit, kind: 'INDIVIDUAL' });
        nameOf.set((await nominated(test, round, unit.code, 'DRAFT')).id, name);
      }
      test.exceptFromAudit('award');
      const { rows } = await test.admin.query('select id from award where commune_id = 1 order by id limit 6');
      for (const [n, name] of people.entries()) {
        nameOf.set(rows[n].id, name);
        await test.admin.query('update award set recipient_name = $2 where id = $1', [rows[n].id, name]);
      }
    });

    it.each([
      ['an', ['An', 'Hồ Văn An', 'Ân', 'H’Ân Niê', 'Trần Thị Ân']],
      ['ÂN\u200b', ['Ân', 'H’Ân Niê', 'Trần Thị Ân', 'An', 'Hồ Văn An']],
      ["h'ân  NIE", ['H’Ân Niê']],
      ['Ðỗ Thị Hòa', ['Đỗ Thị Hoà']],
      ['%', []],
    ])('%s', async (search, expected) => {
      for (const operation of ['awards', 'nominations']) {
        const found = await list(operation, { search });
        const ours = found.map(({ id }) => nameOf.get(id)).filter((name) => name !== undefined);
        expect([operation, ours]).toEqual([operation, expected]);
        const paged: string[] = [];
        for (let after: string | undefined; ;) {
          const asked = { commune, search, first: 1, ...(after && { after }) };
          const { items, next } = done(await open(test).ask(operation, 'clerk', asked));
          paged.push(...items.map(({ id }: Row) => id));
          if (!next) break;
          after = next;
        }
        expect(paged).toEqual(found.map(({ id }) => id));
      }
    });
  });

  it('an award known to the year alone is of its first day', async () => {
    const { path } = await makers(test).removeAward!();
    test.exceptFromAudit('award');
    await test.admin.query(`update award set granted_on = '1998' where id = $1`, [path!.id]);
    const ids = async (asked: object) => (await list('awards', asked)).map(({ id }) => id);
    expect(await ids({ grantedFrom: '1998-01-01', grantedTo: '1998-01-01' })).toEqual([path!.id]);
    expect(await ids({ grantedFrom: '1998-01-02', grantedTo: '1998-12-31' })).toEqual([]);
  });

  it('nominations by the name of the nominee, with the right to units, and by the year of their achievements', async () => {
    const all = await list('nominations', {});
    const found = await list('nominations', { search: given.recipientName });
    expect(found.map(({ id }) => id)).toContain(given.nominationId);
    expect(without(all, found).some(({ unitId }) => unitId === given.unitId)).toBe(false);
    const years = await list('nominations', { year: 2023 });
    expect(years.every(({ period }) => period.startsWith('2023'))).toBe(true);
    const [some] = all;
    test.exceptFromAudit('nomination');
    await test.admin.query(`update nomination set period = '2019-2021' where id = $1`, [some!.id]);
    for (const [year, expected] of [
      [2018, []],
      [2019, [some!.id]],
      [2020, [some!.id]],
      [2021, [some!.id]],
      [2022, []],
    ])
      expect([year, (await list('nominations', { year })).map(({ id }) => id)]).toEqual([year, expected]);
    const { key } = done(
      await open(test).ask(
        'issueKey',
        'administrator',
        { commune },
        { input: { actor: 'clerk', scopes: ['nominations:read'] } },
      ),
    );
    expect((await open(test).ask('nominations', key, { commune, search: 'a' })).code).toBe('SCOPE_MISSING');
  });

  it('results by the day of their approval, and indicators that are retired', async () => {
    const all = await list('results', {});
    const day = all
      .map(({ approvedOn }) => approvedOn)
      .sort()
      .at(-1);
    const late = await list('results', { approvedFrom: day });
    expect(late.length).toBeGreaterThan(0);
    expect(late).toEqual(all.filter(({ approvedOn }) => approvedOn >= day));
    const { path, version, actor, input } = await makers(test).retireIndicator!();
    done(await open(test).ask('retireIndicator', actor, { commune, ...path }, { version, input }));
    const of = (retired?: boolean) =>
      list('indicators', { first: 100, plan: path!.plan, ...(retired !== undefined && { retired }) });
    const [every, gone, live] = [await of(), await of(true), await of(false)];
    expect(gone.map(({ code }) => code)).toContain(path!.code);
    expect([gone.length + live.length, live.some(({ retiredOn }) => retiredOn)]).toEqual([every.length, false]);
  });
});
