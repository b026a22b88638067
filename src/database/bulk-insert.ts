import type { EntityMetadata } from 'typeorm';

/** Rows in one statement: 1,000 lines of the journal have a megabyte. */
export const rowsAtOnce = 1_000;

/**
 * Statement that inserts rows given as one JSON text: a parameter for each value would take ten times as long. A member
 * that no row has gets the default of its column.
 */
export function bulkInsert(
  { tableName, columns }: Pick<EntityMetadata, 'tableName' | 'columns'>,
  rows: readonly object[],
): { text: string; json: string } {
  const given = columns.filter(({ propertyName }) => rows.some((row) => memberOf(row, propertyName) !== undefined));
  const names = given.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const texts = rows.map((row) =>
    Object.fromEntries(
      given.map(({ databaseName, propertyName }) => [databaseName, asText(memberOf(row, propertyName))]),
    ),
  );
  return {
    text: `insert into "${tableName}" (${names})
      select ${names} from json_populate_recordset(null::"${tableName}", $1)`,
    json: JSON.stringify(texts),
  };
}

const memberOf = (row: object, name: string) => (row as Record<string, unknown>)[name];

/** Bytes as PostgreSQL reads them from a text. */
const asText = (value: unknown) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value);
