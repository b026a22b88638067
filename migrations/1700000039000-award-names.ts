import type { MigrationInterface, QueryRunner } from 'typeorm';

const readTables = ['change', 'change_value', 'unit_term'];

/**
 * Awards keep the name they were given under: as the journal's newest line has it, else that of the unit on the day of
 * the grant. Misprints are corrected by a document.
 */
export class AwardNames1700000039000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const force = (word: string) =>
      readTables.map((table) => `alter table ${table} ${word} row level security;`).join('');
    await queryRunner.query(`
      alter table award
        add recipient_name text,
        add corrected_on date,
        add correction_document_id uuid,
        no force row level security;
      ${force('no force')}
      update award a set recipient_name = coalesce(
        (select case jsonb_typeof(l.data -> 'recipientName')
           when 'string' then l.data ->> 'recipientName'
           else (
             select v.value #>> '{}' from change_value v
             where v.commune_id = l.commune_id and v.position = l.position and v.item = l.item
               and v.pointer = '/data/recipientName') end
         from change l
         where l.commune_id = a.commune_id and l.type = 'award' and l.record_id = a.id::text
         order by l.position desc, l.item desc limit 1),
        (select t.name from unit_term t where t.commune_id = a.commune_id and t.unit_id = a.unit_id
         order by t.valid_from <= a.granted_on desc, case when t.valid_from <= a.granted_on then t.valid_from end desc,
           t.valid_from limit 1));
      ${force('force')}
      alter table award
        force row level security,
        alter recipient_name set not null,
        add constraint award_correction_fkey
          foreign key (commune_id, correction_document_id) references document (commune_id, id),
        add constraint award_corrected
          check ((corrected_on is null) = (correction_document_id is null) and corrected_on >= granted_on);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table award drop recipient_name, drop corrected_on, drop correction_document_id;
    `);
  }
}
