import { Injectable } from '@nestjs/common';
import { NIL } from 'uuid';
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

/** First ids of a slice among the lines and among the rows; null: no row is left. */
export interface SliceStart {
  line: string;
  row: string | null;
}

/** Rows of one type in one commune, in part, held against the journal. */
export interface Slice {
  records: number;
  differences: Difference[];
  /** Start of the slice that follows; null: this one was the last. */
  next: SliceStart | null;
}

/** A slice of at most `size` records; without a start, the first one. */
export interface SliceOptions {
  from?: SliceStart;
  size?: number;
}

/** Smallest key of a row, by its type. */
const first = { uuid: NIL, text: '' };

/** Advisory lock of a database: one slice at a time in the background of all programs. */
const backgroundLock = 7_410_230_002;

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /**
   * Holds a slice of the records of one type, in the order of their ids, against the newest line of each: the ids of
   * lines and of rows are two lists, merged. A member that the line lacks is not compared, nor a personal value that
   * stands no more beside its commitment. An index leads to the slice.
   */
  async compare(communeId: number, type: AuditedType, { from, size = 2_000 }: SliceOptions = {}): Promise<Slice> {
    const { key, keyType, parts, ...of } = records[type];
    const remaining = `${of.where} and ${key} >= $4::${keyType}`;
    const compared = await this.database.row<Slice>(
      `audit.compare.${type}`,
      // Materialized: else PostgreSQL would compute the data anew for each member.
      `with merged as materialized (
         select id, r.id is not null as has_row, row_number() over (order by id) as number
         from (
           select distinct record_id as id from change where commune_id = $1 and type = $2 and record_id >= $3
           order by record_id limit $5::int + 1) l
         full join (
           select (${key})::text as id from ${of.from} where ${remaining}
           order by ${key} limit $5::int + 1) r using (id)),
       newest as (
         select n.* from merged cross join lateral (
           select * from change where commune_id = $1 and type = $2 and record_id = id
           order by position desc, item desc limit 1) n
         where number <= $5),
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
         from line l full join (
           select (${key})::text as id, r.version, ${of.audience} as audience, ${of.shown} as shown
           from ${of.from} ${of.joined}
           where ${remaining} and ${key} <= (
             select max(id) from merged where has_row and number <= $5)::${keyType}) r using (id))
       select count(*)::int as records,
         coalesce(json_agg(json_build_object('id', id, 'what', what) order by id) filter (where what <> ''), '[]')
           as differences,
         (select json_build_object('line', min(id), 'row', min(id) filter (where has_row))
          from merged where number > $5 having count(*) > 0) as next
       from compared`,
      [communeId, type, from?.line ?? '', from ? from.row : first[keyType], size],
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
