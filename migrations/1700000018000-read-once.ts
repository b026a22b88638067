import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCommune, inReach, ofUnits } from './secure.js';

/** Policies parse the context once for a statement. Older policies parsed the list of communes once for every row. */
export class ReadOnce1700000018000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const policies = (await queryRunner.query(
      `select tablename as "table", policyname as policy from pg_policies where schemaname = 'public'`,
    )) as { table: string; policy: string }[];
    for (const { table, policy } of policies) {
      const means = {
        [`${table}_seen`]: `using (${inReach})`,
        [`${table}_own`]: `using (${inCommune}) with check (${inCommune})`,
        [`${table}_of_units`]: `using (${ofUnits})`,
      }[policy];
      if (means !== undefined) await queryRunner.query(`alter policy ${policy} on ${table} ${means}`);
    }
  }

  /** No-op: both forms of the policies admit the same rows. */
  async down(): Promise<void> {}
}
