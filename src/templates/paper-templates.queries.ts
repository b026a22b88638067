import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import type { PaperKind } from '../catalogue/paper-kind.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import { PaperTemplate } from './paper-template.entity.js';

const columns = selectList<PaperTemplate>(PaperTemplate, 'p', { always: ['kind'] });

@Injectable()
export class PaperTemplatesQueries {
  constructor(private readonly database: Database) {}

  /** Templates of a commune, by paper. */
  paperTemplates(
    { communeId }: Reach,
    { kind, after, limit }: { kind?: PaperKind; after: readonly [string] | null; limit: number },
    members?: Projection,
  ): Promise<PaperTemplate[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      kind: [kind, (one) => `p.kind = ${one}`],
      after: [after?.[0], (then) => `p.kind > ${then}`],
    });
    return this.database.rows(
      `paper-templates.paperTemplates${asked.name}${shape}`,
      `select ${text} from paper_template p where p.commune_id = $1${asked.text} order by p.kind limit $2`,
      asked.values,
    );
  }

  /** Bytes of the DOCX of a template, for all who may have its paper; undefined where it has none. */
  async bytes({ communeId }: Reach, kind: PaperKind): Promise<Buffer | undefined> {
    const rows = await this.database.rows<{ bytes: Buffer }>(
      'paper-templates.bytes',
      `select c.bytes from paper_template p
       join file_chunk c on c.commune_id = p.commune_id and c.file_id = p.file_id
       where p.commune_id = $1 and p.kind = $2 order by c.ordinal`,
      [communeId, kind],
    );
    return rows.length === 0 ? undefined : Buffer.concat(rows.map(({ bytes }) => bytes));
  }

  /** Bytes of a file, as it was uploaded. */
  async bytesOf({ communeId }: Reach, fileId: string): Promise<Buffer> {
    const rows = await this.database.rows<{ bytes: Buffer }>(
      'paper-templates.bytesOf',
      'select bytes from file_chunk where commune_id = $1 and file_id = $2 order by ordinal',
      [communeId, fileId],
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  }
}
