import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCommune, inReach, ofUnits } from './secure.js';

/**
 * Policies read the context once for a statement, also those made when `secure.ts` had it read once for a row: the text of
 * 25 communes was taken apart for every row looked at.
 */
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

  /** Either form lets the same rows through. */
  async down(): Promise<void> {}
}
