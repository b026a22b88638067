import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Webhooks: the record, the cursor up to which it was delivered, and the log of its deliveries. */
export class Webhooks1700000104100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table webhook (
        commune_id int not null,
        id uuid not null,
        owner_id uuid not null,
        url text not null,
        kinds text[],
        secret bytea not null,
        former_secret bytea,
        former_secret_until timestamptz,
        version int not null default 1,
        constraint webhook_pkey primary key (commune_id, id),
        constraint webhook_owner_fkey foreign key (commune_id, owner_id) references actor (commune_id, id),
        constraint webhook_former_secret check ((former_secret is null) = (former_secret_until is null))
      );
      create index webhook_of_owner on webhook (commune_id, owner_id);
      ${secure('webhook', 'select', 'insert', 'update', 'delete')}

      create table webhook_cursor (
        commune_id int not null,
        webhook_id uuid not null,
        position int not null,
        attempts int not null default 0,
        failing_since timestamptz,
        due_at timestamptz not null default '-infinity',
        lease uuid,
        leased_until timestamptz not null default '-infinity',
        paused_for text,
        constraint webhook_cursor_pkey primary key (commune_id, webhook_id),
        constraint webhook_cursor_webhook_fkey foreign key (commune_id, webhook_id)
          references webhook (commune_id, id) on delete cascade,
        constraint webhook_cursor_attempts check ((attempts > 0) = (failing_since is not null))
      );
      ${secure('webhook_cursor', 'select', 'insert', 'update', 'delete')}

      create table webhook_delivery (
        commune_id int not null,
        id uuid not null,
        webhook_id uuid not null,
        position int not null,
        attempt int not null,
        at timestamptz not null,
        milliseconds int not null,
        outcome text not null,
        status int,
        constraint webhook_delivery_pkey primary key (commune_id, id),
        constraint webhook_delivery_webhook_fkey foreign key (commune_id, webhook_id)
          references webhook (commune_id, id) on delete cascade
      );
      create index webhook_delivery_of_webhook on webhook_delivery (commune_id, webhook_id, id);
      ${secure('webhook_delivery', 'select', 'insert', 'delete')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table webhook_delivery, webhook_cursor, webhook');
  }
}
