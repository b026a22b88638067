import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { isAny, where, type Condition } from '../database/where.js';
import type { Head } from './change.view.js';

/** Parts of a line as JSON text. An audience that is null is `null`; every other member that is null is left out. */
const ordinals = `'{"position":', c.position, ',"item":', c.item`;
const header = `
  ',"form":', c.form, ',"op":"', c.op, '"',
  case c.form when 2 then concat(
    ',"seen":{"before":', coalesce('"' || c.seen_before || '"', 'null'),
    ',"after":', coalesce('"' || c.seen_after || '"', 'null'), '}') end`;
const content = `
  ',"kind":"', c.kind, '","type":"', c.type, '","recordId":', to_json(c.record_id), ',"version":', c.version,
  ',"on":"', c.on_date, '","at":"', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  '","actor":{"#":"', c.actor, '"}', ',"reason":{"#":"' || c.reason || '"}', ',"data":' || c.data::text`;
const leaf = `',"leaf":"', encode(c.leaf, 'hex'), '"'`;

const line = `concat(${ordinals}, ${header}, ${content}, ${leaf}, '}')`;
/** Hidden line: what its leaf is made of, but for its content; in form 1 the leaf alone. */
const hiddenLine = `case c.form when 2
  then concat(${ordinals}, ${header}, ',"content":"', encode(c.content, 'hex'), '"', ${leaf}, '}')
  else concat(${ordinals}, ${leaf}, '}') end`;
const personalLine = `
  concat(${ordinals}, ${header}, ${content}, ${leaf}, ',"personal":' || personal_of.values::text, '}')`;

/** Unit of the record of a line. A REMOVED has no data: there the line before it says whose the record was. */
const unitId = `case when c.op = 'UPSERT' then c.data->>'unitId' else (
  select l.data->>'unitId' from change l
  where l.commune_id = c.commune_id and l.type = c.type and l.record_id = c.record_id and l.op = 'UPSERT'
    and (l.position, l.item) < (c.position, c.item)
  order by l.position desc, l.item desc limit 1) end`;

/**
 * Personal values of a line, and the data subjects that they belong to: the record's unit, or the record itself; none
 * if only the actor is shown. A value of a decision or meeting belongs to the nomination or council member beside it.
 */
const personal = `
  left join lateral (
    select
      json_object_agg(v.pointer, json_build_object('salt', encode(v.salt, 'hex'), 'value', v.value)) as values,
      string_agg(
        coalesce(
          ${unitId}, c.data #>> (above || '{memberId}'), c.data #>> (above || '{nominationId}'), c.record_id),
        ' ') filter (where v.pointer <> '/actor') as subjects
    from change_value v
    cross join lateral string_to_array(v.pointer, '/') as names
    cross join lateral (select names[3:cardinality(names) - 1] as above) as path
    where v.commune_id = c.commune_id and v.position = c.position and v.item = c.item) personal_of on true`;

/** Text of each line, and where asked for the data subjects of its personal values. */
export const lineWith = (withPersonal: boolean) =>
  withPersonal
    ? { text: personalLine, subjects: 'personal_of.subjects', joined: personal }
    : { text: line, subjects: 'null', joined: '' };

/**
 * Condition on visible changes: an UPSERT for the audience that sees the record now, a REMOVED for the audience that no
 * longer does. Audiences are ordered INSIDE < SUPERIOR < PUBLIC; a caller sees the own audience and those above. `$2`
 * is the audience of the caller. Written as one OR, so that the planner can estimate the condition; written otherwise
 * it sorts the rest of the journal for each page.
 */
export const visible = `
  (c.op = 'UPSERT' and c.seen_after >= $2::audience
   or c.op <> 'UPSERT' and c.seen_before >= $2::audience and (c.seen_after is null or c.seen_after < $2::audience))`;

/** Lines about the units of a bound key, or about no unit. */
export const isLineOfOwnUnit = (units: readonly string[] | null): Condition => [
  units,
  (ids) => `coalesce((${unitId}) = any (${ids}), true)`,
];

/** SQL of the newest line of a record, as a subquery; `commune` and `id` are SQL, too. */
export const newestLine = (type: JournaledType, { commune, id }: { commune: string; id: string }): string => `(
  select c.* from change c
  where c.commune_id = ${commune} and c.type = '${type}' and c.record_id = ${id}
  order by c.position desc, c.item desc limit 1)`;

/** One line of a page. */
export interface Line<Text = string> {
  /** JSON; null where a page may end by its bytes: the line begins beyond them. */
  text: Text;
  /** Data subjects of its personal values, separated by blanks. */
  subjects: string | null;
}

/** Lines up to the first without a text. */
export function withinBytes<Row extends { text: string | null }>(rows: readonly Row[]): (Row & { text: string })[] {
  const end = rows.findIndex(({ text }) => text === null);
  return (end === -1 ? rows : rows.slice(0, end)) as (Row & { text: string })[];
}

export const subjectsOf = ({ subjects }: Pick<Line, 'subjects'>): string[] => subjects?.split(' ') ?? [];

@Injectable()
export class ChangesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Lines after an item of a position. A line that begins at or after `bytes` of text has text null. The limit is
   * written "(select $5)", so that the planner does not know its value: it reads in the order of the index and does not
   * sort the rest of the journal.
   */
  async after(
    { communeId, sees, units }: Reach,
    page: {
      position: number;
      item: number;
      kinds?: readonly string[];
      limit: number;
      bytes: number;
      personal: boolean;
    },
  ): Promise<(Line<string | null> & { position: number; item: number })[]> {
    const { text, subjects, joined } = lineWith(page.personal);
    const asked = where([communeId, sees, page.position, page.item, page.limit, page.bytes], {
      own: isLineOfOwnUnit(units),
      kinds: isAny('c.kind', page.kinds),
    });
    return this.database.rows(
      `changes.after.${page.personal}${asked.name}`,
      `select c.position, c.item, c.subjects,
         case when sum(octet_length(c.text)) over so_far - octet_length(c.text) < $6 then c.text end as text
       from (
         select c.position, c.item, ${text} as text, ${subjects} as subjects
         from (
           select c.* from change c
           where c.commune_id = $1 and (c.position, c.item) > ($3::bigint, $4::int) and ${visible}${asked.text}
           order by c.position, c.item limit (select $5::int)) c
         ${joined}
         order by c.position, c.item) c
       window so_far as (order by c.position, c.item rows unbounded preceding)
       order by c.position, c.item`,
      asked.values,
    );
  }

  async ofRecord(
    { communeId, sees, units }: Reach,
    page: { type: string; id: string; position: number; item: number; limit: number; personal: boolean },
  ): Promise<Line[]> {
    const { text, subjects, joined } = lineWith(page.personal);
    const own = where([communeId, sees, page.type, page.id, page.position, page.item, page.limit], {
      own: isLineOfOwnUnit(units),
    });
    return this.database.rows<Line>(
      `changes.ofRecord.${page.personal}${own.name}`,
      `select ${text} as text, ${subjects} as subjects
       from change c ${joined}
       where c.commune_id = $1 and c.type = $3 and c.record_id = $4
         and (c.position, c.item) > ($5::bigint, $6::int) and ${visible}${own.text}
       order by c.position, c.item limit $7`,
      own.values,
    );
  }

  /** Head for a caller: the last position with a change for the audience of the caller. */
  async head(reach: Reach): Promise<Head> {
    const [head] = await this.heads([reach]);
    return head ?? { position: 0, hash: '0'.repeat(64) };
  }

  /**
   * Heads of several communes, in their order. `chain.seen` is the widest audience of the changes of a position. For
   * each audience the last entry of the index (commune_id, seen, position) up to it: when that entry has a smaller
   * `seen`, no change has this audience. With `c.seen = v.seen` inside, the planner may walk the primary key instead,
   * and reads a chain without such a change to its beginning.
   */
  async heads(reaches: readonly Reach[]): Promise<Head[]> {
    return this.database.rows<Head>(
      'changes.heads',
      `select coalesce(l.position, 0) as position, coalesce(encode(l.hash, 'hex'), repeat('0', 64)) as hash
       from unnest($1::int[], $2::audience[]) with ordinality as r (commune_id, sees, place)
       left join lateral (
         select c.position, c.hash from unnest(enum_range(r.sees, null::audience)) as v (seen)
         cross join lateral (
           select position, hash, c.seen from chain c where c.commune_id = r.commune_id and c.seen <= v.seen
           order by c.seen desc, c.position desc limit 1) c
         where c.seen = v.seen
         order by c.position desc limit 1) l on true
       order by r.place`,
      [reaches.map(({ communeId }) => communeId), reaches.map(({ sees }) => sees)],
    );
  }

  /**
   * Hash of the chain at a position, 64 hex digits; undefined above the caller's head, whether the chain goes on there
   * or not.
   */
  async hashAt(head: Head, { communeId }: Reach, position: number): Promise<string | undefined> {
    if (position > head.position) return undefined;
    if (position === 0) return '0'.repeat(64);
    const row = await this.database.row<{ hash: string }>(
      'changes.hashAt',
      `select encode(hash, 'hex') as hash from chain where commune_id = $1 and position = $2`,
      [communeId, position],
    );
    return row?.hash;
  }

  /**
   * Positions of the chain with all their lines, as many as `items` lines reach; one that begins at or after `bytes` of
   * text has text null.
   */
  async positions(
    { communeId, sees, units }: Reach,
    page: { from: number; to: number; items: number; bytes: number },
  ): Promise<{ position: number; text: string | null }[]> {
    const own = where([communeId, sees, page.from, page.to, page.items, page.bytes], { own: isLineOfOwnUnit(units) });
    return this.database.rows(
      `changes.positions${own.name}`,
      `select position, case when sum(octet_length(text)) over so_far - octet_length(text) < $6 then text end as text
       from (
         select c.position, concat(
           '{"position":', c.position, ',"hash":"', encode(h.hash, 'hex'), '","items":[',
           string_agg(
             case when ${visible}${own.text} then ${line} else ${hiddenLine} end, ',' order by c.item), ']}') as text
         from change c join chain h on h.commune_id = $1 and h.position = c.position
         where c.commune_id = $1 and c.position between $3 and (
           select max(position) from (
             select position from change where commune_id = $1 and position between $3 and $4
             order by position, item limit $5) c)
         group by c.position, h.hash) c
       window so_far as (order by position rows unbounded preceding)
       order by position`,
      own.values,
    );
  }
}
