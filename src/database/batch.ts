/** One record asked for, and the reach to read it in. */
interface Asked {
  readonly reach: { readonly communeId: number };
  readonly id: string;
}

/** Rows for records of several communes, one statement for each commune; `read` is given each id once. */
export async function eachCommune<Of extends Asked, Row>(
  asked: readonly Of[],
  read: (reach: Of['reach'], ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const reads = groups(asked, ({ reach }) => [reach.communeId]).map((each) =>
    read((each[0] as Of).reach, [...new Set(each.map(({ id }) => id))]),
  );
  return (await Promise.all(reads)).flat();
}

/** The rows of each record asked for, in that order; `idOf` names the record of a row. */
export function ofEach<Row extends { communeId: number }>(
  asked: readonly Asked[],
  rows: readonly Row[],
  idOf: (row: Row) => string | null,
): Row[][] {
  const rowsOf = grouped(rows, (row) => [row.communeId, idOf(row) ?? '']);
  return asked.map(({ reach, id }) => rowsOf(reach.communeId, id));
}

/** One answer for each record asked for, in that order; undefined for a record that is not there or not to be seen. */
export type InAskedOrder<T> = readonly (T | undefined)[];

/** Records by id, one statement for each commune. */
export async function byIds<Of extends Asked, Row extends { communeId: number; id: string }>(
  asked: readonly Of[],
  read: (reach: Of['reach'], ids: readonly string[]) => Promise<Row[]>,
): Promise<InAskedOrder<Row>> {
  return ofEach(asked, await eachCommune(asked, read), ({ id }) => id).map(([row]) => row);
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
  const byKey = rowsByKey(rows, keyOf);
  return (...key) => byKey.get(nameOf(key)) ?? [];
}

/** Rows that have one key together, in the order in which the keys are met; in time linear in their number. */
export const groups = <Row>(rows: readonly Row[], keyOf: (row: Row) => Key): [Row, ...Row[]][] => [
  ...rowsByKey(rows, keyOf).values(),
];

const nameOf = (key: Key): string => (key.length === 1 ? String(key[0]) : key.join(' '));

function rowsByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<string, [Row, ...Row[]]> {
  const byKey = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = nameOf(keyOf(row));
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}

/** Reads for rows of several communes, one commune after the other, and gives the answers in the order of the rows. */
export async function byCommune<Row extends { communeId: number }, Value>(
  rows: readonly Row[],
  read: (communeId: number, rows: readonly Row[]) => Promise<readonly Value[]>,
): Promise<Value[]> {
  const values = new Map<Row, Value>();
  for (const ofCommune of groups(rows, ({ communeId }) => [communeId])) {
    const found = await read((ofCommune[0] as Row).communeId, ofCommune);
    ofCommune.forEach((row, index) => values.set(row, found[index] as Value));
  }
  return rows.map((row) => values.get(row) as Value);
}
