import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that kept the day of the last step, and whether one may be without. */
const tables = {
  nomination: 'not null',
  decision: 'not null',
  meeting: 'not null',
  submission: '',
  plan_period: '',
} as const;

/** A paper is judged by the days of other papers: the day on which the step before was recorded is no longer kept. */
export class DaysOfPapers1700000054000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(tables)) await queryRunner.query(`alter table ${table} drop column last_on`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table change no force row level security');
    for (const [table, nullable] of Object.entries(tables)) {
      const type = table === 'plan_period' ? 'period' : table;
      await queryRunner.query(`
        alter table ${table} no force row level security, add column last_on date;
        update ${table} r set last_on = coalesce(
          (select max(c.on_date)::date from change c
           where c.commune_id = r.commune_id and c.type = '${type}' and c.record_id = r.id::text), current_date)
          where ${nullable ? 'true' : 'version > 0'};
        alter table ${table} force row level security;
        ${nullable && `alter table ${table} alter column last_on set not null;`}
      `);
    }
    await queryRunner.query('alter table change force row level security');
  }
}
