import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';
import { secure } from './secure.js';

/** Tables read by this migration; under FORCE ROW LEVEL SECURITY the owner would see no row of them. */
const read = ['change', 'unit', 'plan'];

/** Revision of a target, day of issue of a plan, and the taken words: codes of units and words of movements. */
export class TakenWords1700000008000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table target add column revision int not null default 1 constraint target_revision check (revision > 0);
      alter table plan add column issued_on date;

      create table taken_word (
        commune_id int not null constraint taken_word_commune_fkey references commune,
        holder_id uuid not null,
        word text not null,
        taken_by text not null,
        constraint taken_word_pkey primary key (commune_id, holder_id),
        constraint taken_word_taken_by check (taken_by in ('UNIT', 'MOVEMENT')),
        constraint taken_word_one_kind exclude using gist (commune_id with =, word with =, taken_by with <>)
      );
      ${secure('taken_word', 'select', 'insert')}
      ${read.map((table) => `alter table ${table} no force row level security;`).join('\n')}
    `);
    await asOwner(
      queryRunner,
      { table: 'target', mayBeNone: true },
      `update target t set revision = greatest(1, (select count(*) from change c where c.commune_id = t.commune_id and c.record_id = t.id::text and c.kind = 'target.set'))`,
    );
    await queryRunner.query(`
      update plan p set issued_on = (select c.on_date::date from change c where c.commune_id = p.commune_id and c.record_id = p.id::text and c.kind = 'plan.issued')
      where p.state <> 'DRAFT';
      alter table plan add constraint plan_issued_on check ((state = 'DRAFT') = (issued_on is null))`);
    // A movement that already shares its word with a unit stays: its key is part of addresses.
    await asOwner(
      queryRunner,
      { table: 'taken_word', mayBeNone: true },
      `insert into taken_word (commune_id, holder_id, word, taken_by)
       select u.commune_id, u.id, u.code, 'UNIT' from unit u
       union all
       select p.commune_id, p.id, substr(p.key, 6), 'MOVEMENT' from plan p
       where p.kind = 'MOVEMENT' and not exists (select from unit u where u.commune_id = p.commune_id and u.code = substr(p.key, 6))`,
    );
    await queryRunner.query(read.map((table) => `alter table ${table} force row level security;`).join('\n'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table taken_word;
      alter table plan drop column issued_on;
      alter table target drop column revision;
    `);
  }
}
