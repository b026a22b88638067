import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { Document } from './document.entity.js';

/** $1 is the commune. */
const columns = selectList<Document>(Document, 'd', {
  always: ['year'],
  without: ['folded', 'signerName', 'signerTitle', 'signerCapacity'],
  computed: {
    signer: "json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity)",
    fileIds: `array(
      select f.id::text from file f where f.commune_id = $1 and f.document_id = d.id order by f.id)`,
    persons: `array(
      select u.code from document_person p join unit u on u.commune_id = $1 and u.id = p.unit_id
      where p.commune_id = $1 and p.document_id = d.id order by u.code)`,
  },
});

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
  documents(
    { commune, sees }: Reach,
    { types, year, like, after, limit }: DocumentFilter,
    members?: Projection,
  ): Promise<Document[]> {
    const { shape, text } = columns(members);
    return this.database.rows(
      `documents.documents${shape}`,
      `select ${text} from document d
       where d.commune_id = $1 and d.audience >= $2::audience
         and ($3::text[] is null or d.type = any ($3)) and ($4::int is null or d.year = $4)
         and ($5::text is null or d.folded like $5)
         and ($6::int is null or d.year < $6 or (d.year = $6 and d.id < $7::uuid))
       order by d.year desc, d.id desc limit $8`,
      [commune, sees, types ?? null, year ?? null, like, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Documents by id. */
  documentsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Document>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ commune, sees }, ids) =>
      this.database.rows(
        `documents.documentsById${shape}`,
        `select ${text} from document d where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3)`,
        [commune, sees, ids],
      ),
    );
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
