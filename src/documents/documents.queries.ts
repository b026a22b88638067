import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/actor.js';
import { Database } from '../database/database.js';
import type { Document } from './document.entity.js';

@Injectable()
export class DocumentsQueries {
  constructor(private readonly database: Database) {}

  /** Documents by id, in the order asked; undefined for those that are not there or not to be seen. */
  async documents(asked: readonly { reach: Reach; id: string }[]): Promise<(Document | undefined)[]> {
    const rows = await this.database.rows<Document>(
      'documents.byId',
      `select d.commune_id as "communeId", d.id, d.version, d.type, d.number, d.symbol, d.series, d.year, d.issued_on as "issuedOn", d.place, d.issuer, d.title,
         json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity) as signer,
         d.recipients, d.bases, d.refers_to as "refersTo", d.audience
       from unnest($1::int[], $2::audience[], $3::uuid[]) as r (commune_id, sees, id)
       join document d on d.commune_id = r.commune_id and d.id = r.id and d.audience >= r.sees`,
      [asked.map(({ reach }) => reach.commune), asked.map(({ reach }) => reach.sees), asked.map(({ id }) => id)],
    );
    return asked.map(({ reach, id }) => rows.find((row) => row.communeId === reach.commune && row.id === id));
  }
}
