import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Journal: head of each commune's chain, hash of each position, changes, and values behind commitments. */
export class Journal1700000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table commune_head (
        commune_id int primary key constraint commune_head_commune_fkey references commune,
        position bigint not null,
        hash bytea not null
      );
      create table chain (
        commune_id int not null constraint chain_commune_fkey references commune,
        position bigint not null,
        hash bytea not null,
        seen audience not null,
        primary key (commune_id, position)
      );
      comment on column chain.seen is 'the widest audience that sees an item of this position';
      create index chain_seen on chain (commune_id, seen, position);

      create table change (
        commune_id int not null,
        position bigint not null,
        item int not null,
        op text not null constraint change_op check (op in ('UPSERT', 'REMOVED')),
        kind text not null,
        type text not null,
        record_id text not null,
        version int not null,
        seen_before audience,
        seen_after audience,
        on_date legal_date not null,
        at timestamptz(3) not null,
        actor text not null,
        reason text,
        data jsonb,
        leaf bytea not null,
        primary key (commune_id, position, item),
        constraint change_chain_fkey foreign key (commune_id, position) references chain (commune_id, position)
      );
      create index change_record on change (commune_id, type, record_id, position, item);

      create table change_value (
        commune_id int not null,
        position bigint not null,
        item int not null,
        pointer text not null,
        salt bytea not null,
        value jsonb not null,
        primary key (commune_id, position, item, pointer),
        constraint change_value_change_fkey foreign key (commune_id, position, item) references change (commune_id, position, item)
      );
      ${secure('commune_head', 'select', 'insert', 'update')}
      ${secure('chain', 'select', 'insert')}
      ${secure('change', 'select', 'insert')}
      ${secure('change_value', 'select', 'insert')}
      set local app.commune = '0';
      insert into commune_head (commune_id, position, hash) values (0, 0, decode(repeat('00', 32), 'hex'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table change_value, change, chain, commune_head');
  }
}
