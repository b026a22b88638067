import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes to the reports and nominations that a document or file lies before. */
export class PapersByRecord1700000042000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index evidence_of_file on evidence (commune_id, file_id);
      create index nomination_ground_of_file on nomination_ground (commune_id, file_id) where file_id is not null;
      create index nomination_paper_of_document on nomination_paper (commune_id, document_id)
        where document_id is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index evidence_of_file, nomination_ground_of_file, nomination_paper_of_document;');
  }
}
