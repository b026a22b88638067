import { setTimeout as delay } from 'node:timers/promises';
import type { TestApp } from './app.js';

/** Waits until a fact holds, asked every so many milliseconds; fails when it does not hold within a minute. */
export async function until(fact: () => unknown, every = 10): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(every)) if (await fact()) return;
  throw new Error(`It did not come true: ${fact.toString()}`);
}

/** Whether a write waits for an advisory lock. */
export async function waiting({ admin }: Pick<TestApp, 'admin'>): Promise<boolean> {
  const { rows } = await admin.query<{ count: number }>(
    `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]!.count > 0;
}

/** Transactions that are open beside this question. A ROLLBACK nobody waits for ends its own a moment later. */
export async function openTransactions({ admin }: Pick<TestApp, 'admin'>): Promise<number> {
  const { rowCount } = await admin.query(
    `select from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend'
       and xact_start is not null and pid <> pg_backend_pid()`,
  );
  return rowCount!;
}

/** Whether something happens that chance decides: tried again until it does, 15 times at most. */
export async function happens(tried: () => Promise<boolean>): Promise<boolean> {
  for (let time = 1; time <= 15; time++) if (await tried()) return true;
  return false;
}
