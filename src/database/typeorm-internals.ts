import type { Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Parts of TypeORM that are not its public API, as they are in 1.1, which package.json pins. Tests notice when they
 * change: `a-write-is-whole-or-nothing` the transaction, `metrics-are-shown-to-whom-they-are-meant-for` the pool.
 */

/** The pool of connections. The PostgreSQL driver calls it the master, beside replicas. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

/**
 * Tells a query runner that its transaction is already open, and sends its statements through `through`. Without it the first
 * write of TypeORM would open, and commit, a transaction of its own.
 */
export function joinTransaction(
  runner: QueryRunner,
  through: <T>(text: string, send: () => Promise<T>) => Promise<T>,
): void {
  const send = runner.query.bind(runner);
  Object.assign(runner, {
    isTransactionActive: true,
    transactionDepth: 1,
    query: (...given: Parameters<typeof send>) => through(given[0], () => send(...given)),
  });
}
