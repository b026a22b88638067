import { byIds, grouped } from '../../src/database/batch.js';

const reach = (communeId: number) => ({ communeId, sees: 'PUBLIC' });

it('rows are grouped by all parts of the key, in their order; a parent without rows has none', () => {
  const rows = [
    { communeId: 1, planId: 'a', code: 'x' },
    { communeId: 2, planId: 'a', code: 'y' },
    { communeId: 1, planId: 'a', code: 'z' },
  ];
  const rowsOf = grouped(rows, ({ communeId, planId }) => [communeId, planId]);
  expect([rowsOf(1, 'a'), rowsOf(2, 'a'), rowsOf(2, 'b')]).toEqual([[rows[0], rows[2]], [rows[1]], []]);
});

it('records come in the order asked, the same one as often as it is asked for, each from its own commune', async () => {
  const rows = [
    { communeId: 2, id: 'a' },
    { communeId: 1, id: 'a' },
    { communeId: 1, id: 'b' },
  ];
  const asked = [
    { reach: reach(1), id: 'b' },
    { reach: reach(1), id: 'a' },
    { reach: reach(3), id: 'a' },
    { reach: reach(2), id: 'a' },
    { reach: reach(1), id: 'b' },
  ];
  const read = async ({ communeId }: { communeId: number }, ids: readonly string[]) =>
    ids.flatMap((id) => rows.filter((row) => row.communeId === communeId && row.id === id));
  expect(await byIds(asked, read)).toEqual([rows[2], rows[1], undefined, rows[0], rows[2]]);
});

it('linear in rows: the key of each row is read once, however many are asked for', async () => {
  const parents = 100;
  const rows = Array.from({ length: 6_000 }, (_, n) => ({ communeId: 1, id: `${n % parents}` }));
  let read = 0;
  const watched = rows.map((row) => ({
    get communeId() {
      read++;
      return row.communeId;
    },
    id: row.id,
  }));
  const asked = rows.map(({ id }) => ({ reach: reach(1), id }));
  expect(await byIds(asked, async () => watched)).toHaveLength(rows.length);
  expect(read).toBe(rows.length);

  const rowsOf = grouped(watched, ({ communeId, id }) => [communeId, id]);
  for (let parent = 0; parent < parents; parent++) expect(rowsOf(1, `${parent}`)).toHaveLength(60);
  expect(read).toBe(2 * rows.length);
});
