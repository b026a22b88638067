import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Persons that titles of documents name. An erasure of such a document leaves its signer. */
export class DocumentPersons1700000025000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table document_person (
        commune_id int not null,
        document_id uuid not null,
        unit_id uuid not null,
        constraint document_person_pkey primary key (commune_id, document_id, unit_id),
        constraint document_person_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint document_person_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id)
      );
      create index document_person_of_unit on document_person (commune_id, unit_id);
      ${secure('document_person', 'select', 'insert')}
      ${erasePersonal(`not in ('/actor', '/data/signer/name')`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${erasePersonal(`<> '/actor'`)}
      drop table document_person;
    `);
  }
}

/** Function `erase_personal`: values of some records but for these pointers, and reasons about them in other records. */
const erasePersonal = (pointers: string) => `
      create or replace function erase_personal(p_commune int, p_types text[], p_ids text[]) returns int
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare
        dropped int;
        besides int := 0;
      begin
        if p_commune is distinct from nullif(current_setting('app.commune', true), '')::int then
          raise insufficient_privilege using message = 'A write erases in its own commune.';
        end if;
        delete from file_chunk
          where commune_id = p_commune and file_id in (select r.id::uuid from unnest(p_types, p_ids) as r (type, id) where r.type = 'file');
        delete from change_value v
          using change c join unnest(p_types, p_ids) as r (type, id) on r.type = c.type and r.id = c.record_id
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position
            and (v.item = c.item and v.pointer ${pointers} or c.item = 1 and v.pointer = '/reason');
        get diagnostics dropped = row_count;
        delete from change_value v
          using change c
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position and v.item = c.item
            and c.type in ('decision', 'meeting') and v.pointer like '/data/%/reason'
            and exists (
              select from unnest(array['nominationId', 'memberId']) as m (member)
              where c.data #>> ((string_to_array(v.pointer, '/'))[3:cardinality(string_to_array(v.pointer, '/')) - 1] || m.member) = any (p_ids));
        get diagnostics besides = row_count;
        return dropped + besides;
      end $$;`;
