import { useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

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
    expect(next.body.items.map(({ kind, id, version }: Row) => ({ kind, id, version }))).toEqual([
      { kind: 'indicator.amended', id: before.id, version: before.version + 1 },
    ]);
    expect(next.body.items[0].data.assessedBy).toBe(through.name);
    expect(next.body.items[0].personal['/reason'].value).toBe('Ghi rõ nơi đánh giá');
  });
});
