import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, lookUp, where } from '../database/where.js';
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
      select u.code from document_person p ${lookUp('unit', 'p.unit_id', 'u')}
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
    const asked = where([commune, sees, limit], {
      types: isAny('d.type', types),
      year: [year, (one) => `d.year = ${one}`],
      search: [like, (pattern) => `d.folded like ${pattern}`],
      after: [...(after ?? [null]), (then, id) => `(d.year, d.id) < (${then}, ${id}::uuid)`],
    });
    return this.database.rows(
      `documents.documents${asked.name}${shape}`,
      `select ${text} from document d
       where d.commune_id = $1 and d.audience >= $2::audience${asked.text} order by d.year desc, d.id desc limit $3`,
      asked.values,
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

  /** Record that carries a document: a decision signed through the program, or a meeting with its minutes. */
  async carrier({ commune }: Reach, id: string): Promise<'decision' | 'meeting' | null> {
    const row = await this.database.row<{ carrier: 'decision' | 'meeting' }>(
      'documents.carrier',
      `select 'decision' as carrier from decision where commune_id = $1 and document_id = $2
       union all select 'meeting' from meeting where commune_id = $1 and minutes_id = $2 limit 1`,
      [commune, id],
    );
    return row?.carrier ?? null;
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
