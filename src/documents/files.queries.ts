import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { isOwnThrough, isSeenThrough, orIs, where } from '../database/where.js';
import { filesOf, inDossier, seenResting } from './resting.queries.js';
import { File, mostAlike } from './file.entity.js';

/** A row if a file `f` is seen through what it proves: unpublished and of no document, or of one in a dossier. */
const papers = `
  select 1 where f.document_id is null and f.audience = 'INSIDE' union all ${inDossier('f.document_id')}`;
const resting = seenResting('array[f.document_id]', `f.id || ${filesOf('f.document_id')}`);

/** Files that a reach shows: the actor's own, those of a document, and those on which a record rests that it shows. */
const shown = ({ communeId, sees, draftsAt, units, actorId }: Reach, ...more: readonly unknown[]) =>
  where([communeId, sees, ...more], {
    submitted: orIs('f.uploaded_by', actorId, isSeenThrough(papers, resting, draftsAt)),
    ofUnits: orIs('f.uploaded_by', actorId, isOwnThrough(papers, resting, units)),
  });

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

  /** Ids of the files with these bytes, the oldest first. */
  async withBytes(reach: Reach, sha256: string): Promise<string[]> {
    const { name, text, values } = shown(reach, sha256);
    const rows = await this.database.rows<{ id: string }>(
      `files.withBytes${name}`,
      `select f.id from file f
       where f.commune_id = $1 and f.audience >= $2::audience and f.sha256 = $3${text}
       order by f.id limit ${mostAlike}`,
      values,
    );
    return rows.map(({ id }) => id);
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
