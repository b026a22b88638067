import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Disclosures of personal values, and the function `erase_personal`. */
export class Personal1700000012000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table personal_access (
        commune_id int not null,
        id uuid not null,
        unit_id uuid not null,
        actor_id uuid,
        actor text not null,
        operation text not null,
        at timestamptz(3) not null,
        request_id text not null,
        constraint personal_access_pkey primary key (commune_id, id),
        constraint personal_access_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id)
      );
      create index personal_access_of_unit on personal_access (commune_id, unit_id, id);
      ${secure('personal_access', 'select', 'insert')}

      -- The values and salts behind the commitments of these records, and the bytes of those that are files. Who acted
      -- stays. The reason of an act that began with one of them goes from all that the act changed. Gives the number of values.
      create function erase_personal(p_commune int, p_types text[], p_ids text[]) returns int
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare
        dropped int;
      begin
        if p_commune is distinct from nullif(current_setting('app.commune', true), '')::int then
          raise insufficient_privilege using message = 'A write erases in its own commune.';
        end if;
        delete from file_chunk
          where commune_id = p_commune and file_id in (select r.id::uuid from unnest(p_types, p_ids) as r (type, id) where r.type = 'file');
        delete from change_value v
          using change c join unnest(p_types, p_ids) as r (type, id) on r.type = c.type and r.id = c.record_id
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position
            and (v.item = c.item and v.pointer <> '/actor' or c.item = 1 and v.pointer = '/reason');
        get diagnostics dropped = row_count;
        return dropped;
      end $$;
      revoke all on function erase_personal(int, text[], text[]) from public;
      grant execute on function erase_personal(int, text[], text[]) to thidua_runtime;
      grant update on acknowledgement, kept_answer to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      revoke update on acknowledgement, kept_answer from thidua_runtime;
      drop function erase_personal(int, text[], text[]);
      drop table personal_access;
    `);
  }
}
