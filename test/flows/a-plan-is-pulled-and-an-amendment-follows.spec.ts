import { useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';

const test = useApp();

describe.each(doors)('%s', (_, door) => {
  it('yields the plan, ends, and then yields exactly the amendment', async () => {
    const through = door(test);
    const first = await through.changes('district', 'duc-lang');
    expect(first.status).toBe(200);
    expect(first.body.items.filter(({ kind }: Row) => kind === 'indicator.issued')).toHaveLength(40);
    expect(first.body.more).toBe(false);

    const nothing = await through.changes('district', 'duc-lang', first.body.cursor);
    expect(nothing.body.items).toEqual([]);

    const { body: before } = await through.indicator('clerk', 'duc-lang', '2023', 'econ.rice.area');
    const amended = await through.amendIndicator('clerk', 'duc-lang', '2023', 'econ.rice.area', before.version, {
      assessedBy: through.name,
      reason: 'Ghi rõ nơi đánh giá',
    });
    expect(amended.status).toBe(200);
    expect(amended.body.version).toBe(before.version + 1);

    const next = await through.changes('district', 'duc-lang', nothing.body.cursor);
    expect(next.body.items.map(({ kind, recordId, version }: Row) => ({ kind, recordId, version }))).toEqual([
      { kind: 'indicator.amended', recordId: before.id, version: before.version + 1 },
    ]);
    expect(next.body.items[0].data.assessedBy).toBe(through.name);
    expect(next.body.items[0].personal['/reason'].value).toBe('Ghi rõ nơi đánh giá');
  });

  it('a filter by kind ends at the head, whatever it found; a kind that is none is refused', async () => {
    const feed = (more: object) =>
      door(test)
        .ask('changes', 'district', { commune: 'duc-lang', first: 500, ...more })
        .then(done);
    const whole = async (cursor?: string): Promise<Row> => {
      const page = await feed({ cursor });
      if (!page.more) return page;
      const rest = await whole(page.cursor as string);
      return { ...rest, items: [...page.items, ...rest.items] };
    };
    const all = await whole();
    const filtered = await feed({ kinds: ['indicator.amended', 'indicator.retired'] });
    expect(filtered.items.length).toBeGreaterThan(0);
    expect(filtered.items).toEqual(all.items.filter(({ kind }: Row) => kind === 'indicator.amended'));
    const none = await feed({ kinds: ['unit.closed'] });
    expect([none.items, none.more]).toEqual([[], false]);
    for (const { cursor } of [filtered, none]) {
      expect(cursor).toBe(all.cursor);
      expect((await feed({ cursor })).items).toEqual([]);
    }
    const [first] = (await feed({ first: 1, kinds: ['indicator.issued'] })).items;
    expect(first.kind).toBe('indicator.issued');
    const unknown = await door(test).ask('changes', 'district', { commune: 'duc-lang', kinds: ['indicator.lost'] });
    expect([unknown.status, unknown.code]).toEqual([400, 'INVALID']);
  });
});
