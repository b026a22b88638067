import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.queries.ts'));

/** The heads of all communes of a caller, each a look-up in an index; and the places of keys, for the operator. */
const allowed = { 'journal/changes.queries.ts': 1, 'actors/actors.queries.ts': 1 };

/** Places where a statement takes its communes from a list. */
const lists = (text: string) => text.match(/unnest\(\$\d+::int\[\]|commune_id = any ?\(\$/g) ?? [];

it('as a plain parameter, so that the planner knows how much it reads; several communes are several statements', () => {
  const found = files.flatMap((file) => {
    const count = lists(readFileSync(join('src', file), 'utf8')).length;
    return count > 0 ? [[file, count] as const] : [];
  });
  expect(files.length).toBeGreaterThan(20);
  expect(Object.fromEntries(found)).toEqual(allowed);
});

it('control: a statement over a list of communes is found', () => {
  expect(lists('from unnest($1::int[], $2::audience[]) as r (commune_id, sees)')).toHaveLength(1);
  expect(lists('where x.commune_id = any ($1)')).toHaveLength(1);
  expect(lists('where x.commune_id = $1 and x.id = any ($3)')).toHaveLength(0);
});
