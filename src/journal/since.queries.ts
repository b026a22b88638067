import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import type { Condition } from '../database/where.js';

/**
 * Parts of a `with recursive`: `min(high)` of `search` is the first position recorded at an instant or later, one more
 * than the last where there is none. `$1` is the commune. `at` never runs backwards, so it is found by halving.
 */
export const firstPositionSince = (instant: string): string => `search (low, high) as (
         select 0::bigint, 1 + coalesce((select max(position) from chain where commune_id = $1), 0)
         union all
         select case when early then middle else low end, case when early then high else middle end
         from (select *, (low + high) / 2 as middle from search where high - low > 1) s
         cross join lateral (select exists (
           select from change
           where commune_id = $1 and position = s.middle and item = 1 and at < ${instant}) as early) e)`;

/** Records of an alias whose table has their id as `id`, and of which the journal has a line from a position on. */
export const isJournaledSince = (type: JournaledType, alias: string, position: number | undefined): Condition => [
  position,
  (from) => `exists (
    select from change c
    where c.commune_id = $1 and c.type = '${type}' and c.record_id = ${alias}.id::text
      and c.position >= ${from}::bigint)`,
];

@Injectable()
export class SinceQueries {
  constructor(private readonly database: Database) {}

  /** First position of a commune that was recorded at an instant or later; one more than the last where none was. */
  async position({ communeId }: Reach, instant: Date): Promise<number> {
    const row = await this.database.row<{ position: number }>(
      'since.position',
      `with recursive ${firstPositionSince('$2')} select min(high) as position from search`,
      [communeId, instant],
    );
    return expected(row, 'A search ends.').position;
  }
}
