/** Commune in which something is asked for, with what is visible there. */
interface ReachLike {
  readonly commune: number;
  readonly sees: string;
}

/** One record asked for, and the reach to read it in. */
interface Asked {
  readonly reach: ReachLike;
  readonly id: string;
}

/** Rows asked for in several communes: one statement for each commune, in the order in which the communes stand. */
export async function eachCommune<Of extends { readonly reach: ReachLike }, Row>(
  asked: readonly Of[],
  read: (reach: Of['reach'], asked: readonly Of[]) => Promise<Row[]>,
): Promise<Row[]> {
  const groups = new Map<number, Of[]>();
  for (const each of asked) {
    const group = groups.get(each.reach.commune);
    if (group) group.push(each);
    else groups.set(each.reach.commune, [each]);
  }
  const reads = [...groups.values()].map((group) => read((group[0] as Of).reach, group));
  return (await Promise.all(reads)).flat();
}

/** A list that each commune has one of. */
export const inEach = <Reach extends ReachLike>(reaches: readonly Reach[]): { reach: Reach }[] =>
  reaches.map((reach) => ({ reach }));

/** Records by id, one statement for each commune; `read` is given each id once. */
export async function byIds<Of extends Asked, Row extends { communeId: number; id: string }>(
  asked: readonly Of[],
  read: (reach: Of['reach'], ids: readonly string[]) => Promise<Row[]>,
): Promise<InAskedOrder<Row>> {
  const rows = await eachCommune(asked, (reach, each) => read(reach, [...new Set(each.map(({ id }) => id))]));
  return inAskedOrder(asked, rows);
}

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
