import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { Document } from './document.entity.js';

const columns = `
  ${columnsOf(Document, 'd', 'folded', 'signerName', 'signerTitle', 'signerCapacity')},
  json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity) as signer,
  array(
    select f.id::text from file f
    where f.commune_id = d.commune_id and f.document_id = d.id order by f.id) as "fileIds",
  array(
    select u.code from document_person p
    join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
    where p.commune_id = d.commune_id and p.document_id = d.id order by u.code) as persons`;

export interface DocumentFilter {
  types?: readonly string[];
  year?: number;
  like: string | null;
  after: readonly [number, string] | null;
  limit: number;
}

@Injectable()
export class DocumentsQueries {
  constructor(private readonly database: Database) {}

  /** Documents, newest year first, then the newest recorded. */
  documents({ commune, sees }: Reach, { types, year, like, after, limit }: DocumentFilter): Promise<Document[]> {
    return this.database.rows(
      'documents.documents',
      `select ${columns} from document d
       where d.commune_id = $1 and d.audience >= $2::audience
         and ($3::text[] is null or d.type = any ($3)) and ($4::int is null or d.year = $4)
         and ($5::text is null or d.folded like $5)
         and ($6::int is null or d.year < $6 or (d.year = $6 and d.id < $7::uuid))
       order by d.year desc, d.id desc limit $8`,
      [commune, sees, types ?? null, year ?? null, like, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Documents by id. */
  async documentsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<Document>> {
    const rows = await this.database.rows<Document>(
      'documents.documentsById',
      `select ${columns}
       from ${askedRows}
       join document d on d.commune_id = r.commune_id and d.id = r.id and d.audience >= r.sees`,
      askedValues(asked),
    );
    return inAskedOrder(asked, rows);
  }

  /** The persons and households of these codes. */
  personsByCode({ commune, sees }: Reach, codes: readonly string[]): Promise<{ id: string; code: string }[]> {
    return this.database.rows(
      'documents.personsByCode',
      `select id, code from unit
       where commune_id = $1 and audience >= $2::audience and code = any ($3) and kind in ('HOUSEHOLD', 'INDIVIDUAL')
       order by code`,
      [commune, sees, codes],
    );
  }
}
