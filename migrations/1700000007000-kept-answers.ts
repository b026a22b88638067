import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Stored answers of idempotency keys, for at least seven days. Not journaled. */
export class KeptAnswers1700000007000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table kept_answer (
        commune_id int not null,
        actor_id uuid not null,
        key text not null,
        fingerprint bytea not null,
        answer jsonb not null,
        kept_at timestamptz not null,
        constraint kept_answer_pkey primary key (commune_id, actor_id, key),
        constraint kept_answer_commune_fkey foreign key (commune_id) references commune
      );
      create index kept_answer_age on kept_answer (commune_id, kept_at);
      ${secure('kept_answer', 'select', 'insert', 'delete')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table kept_answer');
  }
}
