import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class DisclosuresQueries {
  constructor(private readonly database: Database) {}

  /**
   * Persons and households among data subjects: units by id, nominees by their nomination, council members, those that
   * a document names or, before it was taken out, named, and units whose reports a file proves.
   */
  async persons(communeId: number, ids: readonly string[]): Promise<{ id: string; via: string }[]> {
    return this.database.rows(
      'disclosures.persons',
      `select u.id, named.via from unit u
       join (
         select id as unit_id, id as via from unit where commune_id = $1 and id = any ($2)
         union all
         select unit_id, id from nomination where commune_id = $1 and id = any ($2)
         union all
         select person_id, id from council_member where commune_id = $1 and id = any ($2)
         union all
         select unit_id, document_id from document_person where commune_id = $1 and document_id = any ($2)
         union all
         select n.id, c.record_id::uuid from change c
         cross join lateral jsonb_array_elements_text(c.data -> 'persons') p (code)
         join unit n on n.commune_id = $1 and n.code = p.code
         where c.commune_id = $1 and c.type = 'document' and c.record_id = any ($3) and not exists (
           select from document d where d.commune_id = $1 and d.id = c.record_id::uuid)
         union all
         select s.unit_id, v.file_id from evidence v
         join submission s on s.commune_id = v.commune_id and s.id = v.submission_id
         where v.commune_id = $1 and v.file_id = any ($2)
         union
         select s.unit_id, v.file_id from score_evidence v
         join score_sheet s on s.commune_id = v.commune_id and s.id = v.sheet_id
         where v.commune_id = $1 and v.file_id = any ($2)
       ) named on named.unit_id = u.id
       where u.commune_id = $1 and u.kind in ('HOUSEHOLD', 'INDIVIDUAL')`,
      [communeId, ids, ids],
    );
  }

  /** Deletes rows that are older than the 24 months of `forget_accesses`, a thousand at most. */
  async deleteExpired(communeId: number): Promise<void> {
    await this.database.rows('disclosures.deleteExpired', 'select forget_accesses($1)', [communeId]);
  }
}
