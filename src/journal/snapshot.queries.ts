import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { where } from '../database/where.js';
import type { Head } from './change.view.js';
import { isLineOfOwnUnit, lineWith, visible, type Line } from './changes.queries.js';
import { firstPositionSince } from './since.queries.js';

/** Line of a snapshot, and the record that it shows. */
export interface SnapshotLine<Text = string> extends Line<Text> {
  type: string;
  recordId: string;
}

@Injectable()
export class SnapshotQueries {
  constructor(private readonly database: Database) {}

  /**
   * The last visible line of each record up to a position, by (type, record_id), but for records that were REMOVED. A
   * line that begins at or after `bytes` of text has text null. The page is cut in the order of the index
   * `change_record`, so that its lines alone are read.
   */
  async records(
    { communeId, sees, units }: Reach,
    page: { position: number; type: string; recordId: string; limit: number; bytes: number; personal: boolean },
  ): Promise<SnapshotLine<string | null>[]> {
    const { text, subjects, joined } = lineWith(page.personal);
    const { position, type, recordId, limit, bytes } = page;
    const asked = where([communeId, sees, position, type, recordId, limit, bytes], { own: isLineOfOwnUnit(units) });
    return this.database.rows(
      `snapshot.records.${page.personal}${asked.name}`,
      `select c.type, c.record_id as "recordId", c.subjects,
         case when sum(octet_length(c.text)) over so_far - octet_length(c.text) < $7 then c.text end as text
       from (
         select c.type, c.record_id, ${text} as text, ${subjects} as subjects
         from (
           select * from (
             select distinct on (c.type, c.record_id) c.* from change c
             where c.commune_id = $1 and c.position <= $3 and (c.type, c.record_id) > ($4, $5)
               and ${visible}${asked.text}
             order by c.type, c.record_id, c.position desc, c.item desc) c
           where c.op = 'UPSERT' order by c.type, c.record_id limit (select $6::int)) c
         ${joined}
         order by c.type, c.record_id) c
       window so_far as (order by c.type, c.record_id rows unbounded preceding)
       order by c.type, c.record_id`,
      asked.values,
    );
  }

  /** Head for a caller before an instant: the last position recorded until then with a change for the audience. */
  async headBefore({ communeId, sees }: Reach, instant: Date): Promise<Head> {
    const head = await this.database.row<Head>(
      'snapshot.headBefore',
      `with recursive ${firstPositionSince('$3')}
       select position, encode(hash, 'hex') as hash from chain
       where commune_id = $1 and seen >= $2::audience and position < (select min(high) from search)
       order by position desc limit 1`,
      [communeId, sees, instant],
    );
    return head ?? { position: 0, hash: '0'.repeat(64) };
  }
}
