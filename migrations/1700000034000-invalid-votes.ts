import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invalid votes beside blank ones. Counts made before had them among the blank: null. */
export class InvalidVotes1700000034000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table matter
        add votes_invalid int,
        add constraint matter_invalid check (votes_invalid is null or votes_for is not null and votes_invalid >= 0);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table matter no force row level security;
      update matter set votes_blank = votes_blank + votes_invalid where votes_invalid > 0;
      alter table matter force row level security, drop votes_invalid;
    `);
  }
}
