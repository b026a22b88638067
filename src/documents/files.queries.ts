import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { File } from './file.entity.js';

@Injectable()
export class FilesQueries {
  constructor(private readonly database: Database) {}

  /** Files by id. */
  filesById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<File>> {
    return byIds(asked, ({ commune, sees }, ids) =>
      this.database.rows(
        'files.filesById',
        `select ${columnsOf(File, 'f')} from file f
         where f.commune_id = $1 and f.audience >= $2::audience and f.id = any ($3)`,
        [commune, sees, ids],
      ),
    );
  }

  /** One row of a file's bytes, if the file is to be seen. */
  async chunk({ commune, sees }: Reach, id: string, ordinal: number): Promise<Buffer | undefined> {
    const row = await this.database.row<{ bytes: Buffer }>(
      'files.chunk',
      `select c.bytes from file_chunk c join file f on f.commune_id = c.commune_id and f.id = c.file_id
       where c.commune_id = $1 and c.file_id = $2 and c.ordinal = $3 and f.audience >= $4::audience`,
      [commune, id, ordinal, sees],
    );
    return row?.bytes;
  }
}
