/** One record asked for, and the reach to read it in. */
interface Asked {
  readonly reach: { readonly commune: number; readonly sees: string };
  readonly id: string;
}

/** The records asked for as rows `r (commune_id, sees, id)`, each once; `askedValues` are $1 to $3. */
export const askedRows =
  '(select distinct * from unnest($1::int[], $2::audience[], $3::uuid[]) as r (commune_id, sees, id)) r';

export const askedValues = (asked: readonly Asked[]): unknown[] => [
  asked.map(({ reach }) => reach.commune),
  asked.map(({ reach }) => reach.sees),
  asked.map(({ id }) => id),
];

/** One answer for each record asked for, in that order; undefined for a record that is not there or not to be seen. */
export type InAskedOrder<T> = readonly (T | undefined)[];

/** Rows by commune and id. */
export function inAskedOrder<Row extends { communeId: number; id: string }>(
  asked: readonly Asked[],
  rows: readonly Row[],
): InAskedOrder<Row> {
  const rowsOf = grouped(rows, ({ communeId, id }) => [communeId, id]);
  return asked.map(({ reach, id }) => rowsOf(reach.commune, id)[0]);
}

type Key = readonly (string | number)[];

/**
 * Groups rows once, in time linear in their number. Gives a function from a key to the rows that have it, in their
 * order: `const rowsOf = grouped(rows, ({ communeId, planId }) => [communeId, planId])`, then `rowsOf(communeId, id)`.
 */
export function grouped<Row, const Of extends Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Of,
): (...key: { -readonly [Part in keyof Of]: Of[Part] }) => Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row).join(' ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return (...key) => groups.get(key.join(' ')) ?? [];
}

/** Reads for rows of several communes, one commune after the other, and gives the answers in the order of the rows. */
export async function byCommune<Row extends { communeId: number }, Value>(
  rows: readonly Row[],
  read: (communeId: number, rows: readonly Row[]) => Promise<readonly Value[]>,
): Promise<Value[]> {
  const values = new Map<Row, Value>();
  const rowsOf = grouped(rows, ({ communeId }) => [communeId]);
  for (const communeId of new Set(rows.map((row) => row.communeId))) {
    const ofCommune = rowsOf(communeId);
    const found = await read(communeId, ofCommune);
    ofCommune.forEach((row, place) => values.set(row, found[place] as Value));
  }
  return rows.map((row) => values.get(row) as Value);
}
