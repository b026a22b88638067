import type { Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Parts of TypeORM that are not its public API, as they are in 1.1, which package.json pins. Tests notice when they
 * change: `a-write-is-whole-or-nothing` the transaction, `metrics-are-shown-to-whom-they-are-meant-for` the pool.
 */

/** Connection pool. The PostgreSQL driver calls it the master, beside replicas. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

/**
 * Marks the transaction of a query runner as open, and sends its statements by `through`. Otherwise the first write of
 * TypeORM would open and commit a transaction of its own.
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
