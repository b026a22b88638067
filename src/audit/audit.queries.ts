import { Injectable } from '@nestjs/common';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { objectIn } from './parts.queries.js';
import { records, type AuditedType } from './rows.queries.js';

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

/** Advisory lock of a database: one comparison at a time in the background of all programs. */
const backgroundLock = 7_410_230_002;

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /**
   * Holds the rows of one type against the newest line of each record. A member that the line lacks is not compared,
   * nor a personal value that stands no more beside its commitment.
   */
  async compare(commune: number, type: AuditedType): Promise<Comparison> {
    const { rows, parts } = records[type];
    const compared = await this.database.row<Comparison>(
      `audit.compare.${type}`,
      // Materialized: else PostgreSQL would compute the data anew for each member.
      `with newest as (
         select distinct on (record_id) * from change where commune_id = $1 and type = $2
         order by record_id, position desc, item desc),
       valued as materialized (
         select record_id as id, version, seen_after, n.data || coalesce((
           select jsonb_object_agg(substr(v.pointer, 7), v.value) from change_value v
           where v.commune_id = n.commune_id and v.position = n.position and v.item = n.item
             and v.pointer ~ '^/data/[^/]+$'), '{}') as data
         from newest n),
       line as materialized (select *, data || ${objectIn(parts, 'data')} as said from valued),
       compared as (
         select id, case
           when r.version is null then case when l.seen_after is not null then 'row missing' end
           when l.version is null then 'line missing'
           else concat_ws(', ',
             case when r.version <> l.version then 'version' end,
             case when r.audience is distinct from l.seen_after then 'audience' end,
             (select string_agg(s.key, ', ' order by s.key) from jsonb_each(r.shown) s
              where l.data ? s.key and l.data -> s.key -> '#' is null
                and l.said -> s.key <> s.value))
         end as what
         from line l full join (${rows}) r using (id))
       select count(*)::int as records,
         coalesce(json_agg(json_build_object('id', id, 'what', what) order by id) filter (where what <> ''), '[]')
           as differences
       from compared`,
      [commune, type],
    );
    return expected(compared, 'A count has no row.');
  }

  /** Whether no other program compares until the end of this snapshot. */
  async holdAlone(): Promise<boolean> {
    const lock = await this.database.row<{ taken: boolean }>(
      'audit.holdAlone',
      'select pg_try_advisory_xact_lock($1) as taken',
      [backgroundLock],
    );
    return lock?.taken ?? false;
  }
}
