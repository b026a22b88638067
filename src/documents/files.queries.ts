import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { isSeenThrough, where } from '../database/where.js';
import { nominationsWith } from './documents.queries.js';
import { File } from './file.entity.js';

/** Reports and nominations that a file `f` lies before: by itself, or in the dossier with its document. */
const lyingBefore = `
  select s.state, s.unit_id from evidence e left join submission s on s.commune_id = $1 and s.id = e.submission_id
  where e.commune_id = $1 and e.file_id = f.id and f.document_id is null
  union all
  select n.state, n.unit_id from nomination_ground g
  left join nomination n on n.commune_id = $1 and n.id = g.nomination_id
  where g.commune_id = $1 and g.file_id = f.id and f.document_id is null
  union all ${nominationsWith('f.document_id')}`;

/** Files that a reach shows: none that lies before unseen reports or nominations alone. */
const shown = ({ commune, sees, draftsAt }: Reach, ...more: readonly unknown[]) =>
  where([commune, sees, ...more], { submitted: isSeenThrough(lyingBefore, draftsAt) });

@Injectable()
export class FilesQueries {
  constructor(private readonly database: Database) {}

  /** Files by id. */
  filesById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<File>> {
    return byIds(asked, (reach, ids) => {
      const { name, text, values } = shown(reach, ids);
      return this.database.rows(
        `files.filesById${name}`,
        `select ${columnsOf(File, 'f')} from file f
         where f.commune_id = $1 and f.audience >= $2::audience and f.id = any ($3)${text}`,
        values,
      );
    });
  }

  /** One row of a file's bytes, if the file is to be seen. */
  async chunk(reach: Reach, id: string, ordinal: number): Promise<Buffer | undefined> {
    const { name, text, values } = shown(reach, id, ordinal);
    const row = await this.database.row<{ bytes: Buffer }>(
      `files.chunk${name}`,
      `select c.bytes from file_chunk c join file f on f.commune_id = c.commune_id and f.id = c.file_id
       where c.commune_id = $1 and f.audience >= $2::audience and c.file_id = $3 and c.ordinal = $4${text}`,
      values,
    );
    return row?.bytes;
  }
}
