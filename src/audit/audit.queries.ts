import { Injectable } from '@nestjs/common';
import type { JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { recordRows } from './rows.queries.js';

/** A record whose row and newest line in the journal disagree. */
export interface Difference {
  id: string;
  /** "row missing", "line missing", or the differing parts: "version, audience, revokedOn". */
  what: string;
}

/** Rows of one type in one commune, held against the journal. */
export interface Comparison {
  records: number;
  differences: Difference[];
}

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /**
   * Holds the rows of one type against the newest line of each record. A member that the line lacks, or has as a
   * commitment, is not compared.
   */
  async compare(commune: number, type: JournaledType): Promise<Comparison | undefined> {
    const rows = recordRows[type];
    if (rows === null) return undefined;
    return this.database.row<Comparison>(
      `audit.compare.${type}`,
      `with line as (
         select distinct on (record_id) record_id as id, version, seen_after, data
         from change where commune_id = $1 and type = $2
         order by record_id, position desc, item desc),
       compared as (
         select id, case
           when r.version is null then case when l.seen_after is not null then 'row missing' end
           when l.version is null then 'line missing'
           else concat_ws(', ',
             case when r.version <> l.version then 'version' end,
             case when r.audience is distinct from l.seen_after then 'audience' end,
             (select string_agg(s.key, ', ' order by s.key) from jsonb_each(r.shown) s
              where l.data ? s.key and not l.data -> s.key ? '#' and l.data -> s.key <> s.value))
         end as what
         from line l full join (${rows}) r using (id))
       select count(*)::int as records,
         coalesce(json_agg(json_build_object('id', id, 'what', what) order by id) filter (where what <> ''), '[]')
           as differences
       from compared`,
      [commune, type],
    );
  }
}
