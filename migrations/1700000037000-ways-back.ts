import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are taken out: drafts that are dropped, and what was recorded by mistake, with their parts. */
const takenOut = [
  'plan',
  'indicator',
  'target',
  'taken_word',
  'submission',
  'round',
  'nomination',
  'nomination_paper',
  'document',
  'document_person',
  'file',
  'file_chunk',
  'matter',
  'award',
].join(', ');

/** Records that are taken out or mended, and the place in a round that is free after a revocation. */
export class WaysBack1700000037000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      grant delete on ${takenOut} to thidua_runtime;
      grant update (scopes) on api_key to thidua_runtime;
      create index change_taken_out on change (commune_id, type, record_id) where op = 'REMOVED' and seen_after is null;

      alter table meeting drop constraint meeting_state,
        add constraint meeting_state check (state in ('CONVENED', 'CLOSED', 'CANCELLED'));

      alter table nomination add revoked_on date, no force row level security;
      alter table award no force row level security;
      update nomination n set revoked_on = a.revoked_on from award a
        where a.commune_id = n.commune_id and a.nomination_id = n.id and a.revoked_on is not null;
      alter table award force row level security;
      alter table nomination force row level security;
      drop index nomination_live;
      -- One live nomination per round, form and nominee; none is live whose award is revoked.
      create unique index nomination_live on nomination (commune_id, round_id, form_code, unit_id)
        where state not in ('WITHDRAWN', 'REFUSED') and revoked_on is null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index nomination_live;
      create unique index nomination_live on nomination (commune_id, round_id, form_code, unit_id)
        where state not in ('WITHDRAWN', 'REFUSED');
      alter table nomination drop revoked_on;
      alter table meeting drop constraint meeting_state,
        add constraint meeting_state check (state in ('CONVENED', 'CLOSED'));
      drop index change_taken_out;
      revoke update (scopes) on api_key from thidua_runtime;
      revoke delete on ${takenOut} from thidua_runtime;
    `);
  }
}
