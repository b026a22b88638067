import { points, point } from '../points.js';
import { Refusal } from '../refusals.js';

/**
 * Advisory lock: exclusive for a run of migrations, shared by each write. No migration comes between the check of a
 * write and its COMMIT.
 */
export const schemaLock = 7_410_230_001;

/** Names of the migrations that the database has, as one text. */
export const appliedMigrations = `select string_agg(name, ' ') as answer from migration`;

/** The refusal of a write that waited in vain for a migration to end: nothing else holds `schemaLock` alone. */
export const migrationRunning = (): Refusal =>
  new Refusal('UNAVAILABLE', {}, [
    point('', 'MIGRATION_RUNNING', 'A migration of the database is running; try again later.'),
  ]);

/** Refuses a database that has not exactly the migrations of this program. Refusal: UNAVAILABLE, with their names. */
export function demandMigrations(known: readonly string[], applied: string | null | undefined): void {
  const found = applied?.split(' ') ?? [];
  const pending = known.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !known.includes(name));
  if (pending.length + unknown.length === 0) return;
  throw new Refusal(
    'UNAVAILABLE',
    { pending, unknown },
    points(
      pending.length > 0 &&
        point(
          '',
          'MIGRATION_PENDING',
          'The database lacks migrations of this program; its operator runs thidua migrate.',
        ),
      unknown.length > 0 &&
        point('', 'MIGRATION_UNKNOWN', 'The database is that of another version; its operator starts that version.'),
    ),
  );
}
