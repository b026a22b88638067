import { withClient } from './client.js';

/** Codes of PostgreSQL: a prepared statement is there already; there is none of the name. */
const codes = ['42P05', '26000'];

/** Way out where a pooler lends connections by the transaction and keeps no account of prepared statements. */
export const poolerAdvice =
  'DATABASE_URL leads to a pooler in transaction mode that does not know prepared statements: ' +
  'set PREPARED_STATEMENTS=off.';

/** Whether an error tells of such a pooler: nobody else mixes up the statements of two connections. */
export const isOfPooler = ({ code }: { code?: unknown }): boolean => codes.some((each) => each === code);

/** Prepares two statements of one name on two connections. Throws `poolerAdvice` where they are one at the server. */
export async function demandOwnStatements(url: string): Promise<void> {
  for (const text of ['select 1', 'select 2'])
    await withClient(url, (client) => client.query({ name: 'thidua', text })).catch((error: { code?: unknown }) => {
      throw isOfPooler(error) ? new Error(poolerAdvice) : error;
    });
}
