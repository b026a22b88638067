import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A paper signed by TUQ. or Q. names the document that authorises its signer. A document that a line of the journal
 * names as its legal reference is found by an index.
 */
export class AuthorityOfAPaper1700000048000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table document
        add authority_id uuid,
        add constraint document_authority_fkey foreign key (commune_id, authority_id) references document (commune_id, id);
      create index change_value_legal_reference on change_value (commune_id, lower(value ->> 'legalReference'))
        where pointer = '/actor' and value ->> 'legalReference' is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index change_value_legal_reference; alter table document drop authority_id');
  }
}
