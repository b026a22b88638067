import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Files in chunks of at most 256 kB. An uploaded file never changes and is never deleted. */
export class Files1700000009000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table file (
        commune_id int not null,
        id uuid not null,
        name text not null,
        media_type text not null,
        size int not null,
        sha256 text not null,
        personal boolean not null,
        document_id uuid,
        uploaded_by uuid,
        audience audience not null,
        version int not null default 1,
        constraint file_pkey primary key (commune_id, id),
        constraint file_commune_fkey foreign key (commune_id) references commune,
        constraint file_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint file_size check (size between 1 and 10485760),
        constraint file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
      );
      create index file_document on file (commune_id, document_id);

      create table file_chunk (
        commune_id int not null,
        file_id uuid not null,
        ordinal int not null,
        bytes bytea not null,
        constraint file_chunk_pkey primary key (commune_id, file_id, ordinal),
        constraint file_chunk_file_fkey foreign key (commune_id, file_id) references file (commune_id, id),
        constraint file_chunk_ordinal check (ordinal >= 0),
        constraint file_chunk_bytes check (octet_length(bytes) between 1 and 262144)
      );
      -- Such files are compressed already.
      alter table file_chunk alter column bytes set storage external;
      ${secure('file', 'select', 'insert', 'update')}
      ${secure('file_chunk', 'select', 'insert')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table file_chunk, file');
  }
}
