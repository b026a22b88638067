import type pg from 'pg';
import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { withClient } from './client.js';
import { dataSource } from './data-source.js';
import { schemaLock } from './schema.js';

/** The role the API runs as. It owns nothing and has no BYPASSRLS. */
export const runtimeRole = 'thidua_runtime';

type Migrations = DataSourceOptions['migrations'];

/**
 * Runs the pending migrations and creates the runtime role; with `runtimePassword` the role may log in. Gives the names
 * of the migrations that ran.
 */
export function migrate(ownerUrl: string, migrations: Migrations, runtimePassword?: string): Promise<string[]> {
  return underAdvisoryLock(ownerUrl, migrations, async (source, guard) => {
    await createRuntimeRole(guard, runtimePassword);
    const done = await source.runMigrations({ transaction: 'each' });
    await source.query(`grant select on migration to ${runtimeRole}`);
    return done.map((migration) => migration.name);
  });
}

/** Reverts the newest migration. */
export function undoMigration(ownerUrl: string, migrations: Migrations): Promise<void> {
  return underAdvisoryLock(ownerUrl, migrations, (source) => source.undoLastMigration({ transaction: 'each' }));
}

/** Serialises concurrent runs by an advisory lock, which also waits for the writes that have begun. */
function underAdvisoryLock<T>(
  ownerUrl: string,
  migrations: Migrations,
  work: (source: DataSource, guard: pg.Client) => Promise<T>,
): Promise<T> {
  return withClient(ownerUrl, async (guard) => {
    await guard.query('select pg_advisory_lock($1)', [schemaLock]);
    const source = await dataSource(ownerUrl, { entities: [], migrations, poolSize: 1 }).initialize();
    try {
      return await work(source, guard);
    } finally {
      await source.destroy();
    }
  });
}

async function createRuntimeRole(client: pg.Client, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [runtimeRole]);
  if (rowCount === 0) {
    await client.query(`create role ${runtimeRole} nologin`);
    await client.query(`alter role ${runtimeRole} set statement_timeout = '10s'`);
    await client.query(`alter role ${runtimeRole} set lock_timeout = '5s'`);
    await client.query(`alter role ${runtimeRole} set idle_in_transaction_session_timeout = '15s'`);
  }
  if (password) await client.query(`alter role ${runtimeRole} login password ${client.escapeLiteral(password)}`);
}

/**
 * Changes rows of a commune table inside a migration. Under FORCE ROW LEVEL SECURITY a statement of the owner changes
 * no row and gives no error; so FORCE is lifted for this statement. 0 changed rows are an error unless `mayBeNone`.
 */
export async function asOwner(
  queryRunner: QueryRunner,
  { table, mayBeNone = false }: { table: string; mayBeNone?: boolean },
  sql: string,
): Promise<void> {
  await queryRunner.query(`alter table ${table} no force row level security`);
  const result = (await queryRunner.query(sql, [], true)) as { affected?: number };
  await queryRunner.query(`alter table ${table} force row level security`);
  if (!result.affected && !mayBeNone) throw new Error(`The statement changed no row of ${table}: ${sql}`);
}
