import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan keeps the day of its closing: it is not reopened before. */
export class ClosingsOfPlans1700000097500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const forced = (words: string) =>
      queryRunner.query(
        `alter table plan ${words} row level security; alter table change ${words} row level security;`,
      );
    await queryRunner.query('alter table plan add closed_on date');
    await forced('no force');
    await queryRunner.query(`
      update plan p set closed_on = (
        select c.on_date::date from change c
        where c.commune_id = p.commune_id and c.type = 'plan' and c.record_id = p.id::text and c.kind = 'plan.closed'
        order by c.position desc limit 1)
      where p.state = 'CLOSED'
    `);
    await forced('force');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table plan drop closed_on');
  }
}
