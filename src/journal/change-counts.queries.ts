import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { Kind } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { visible } from './changes.queries.js';
import { firstPositionSince } from './since.queries.js';

/** Number of changes of one kind on a legal date. */
export interface KindOfDay {
  on: string;
  kind: Kind;
  count: number;
}

@Injectable()
export class ChangeCountsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Numbers of visible lines on the legal dates of a span, by day and kind, the newest day first. Lines that were
   * recorded before `since` are not looked at.
   */
  counts(
    { communeId, sees }: Reach,
    { from, to, since }: { from: string; to: string; since: Date },
  ): Promise<KindOfDay[]> {
    return this.database.rows(
      'change-counts.counts',
      `with recursive ${firstPositionSince('$5')}
       select c.on_date as "on", c.kind, count(*)::int as count
       from (
         select * from change where commune_id = $1 and position >= (select min(high) from search)
         order by position, item limit (select 2000000000)) c
       where ${visible} and c.on_date >= $3 and c.on_date <= $4
       group by c.on_date, c.kind order by c.on_date desc, min(c.position), c.kind`,
      [communeId, sees, from, to, since],
    );
  }
}
