import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import type { Change, Head } from './change.view.js';

const columns = `
  c.commune_id as "communeId", c.position, c.item, c.form, c.op,
  case c.form when 2 then json_build_object('before', c.seen_before, 'after', c.seen_after) end as seen,
  c.kind, c.type, c.record_id as "recordId", c.version,
  c.on_date as "on", c.at,
  json_build_object('#', c.actor) as actor,
  case when c.reason is not null then json_build_object('#', c.reason) end as reason,
  c.data, encode(c.leaf, 'hex') as leaf`;

/**
 * Condition on visible changes: an UPSERT for the audience that sees the record now, a REMOVED for the audience that no
 * longer does. Audiences are ordered INSIDE < SUPERIOR < PUBLIC; a caller sees the own audience and those above. `$2`
 * is the audience of the caller, `$3` the units of a bound key. The form lets the planner estimate the condition;
 * another form sorts the rest of the journal for each page.
 */
const visible = `
  (c.op = 'UPSERT' and c.seen_after >= $2::audience
   or c.op <> 'UPSERT' and c.seen_before >= $2::audience and (c.seen_after is null or c.seen_after < $2::audience))
  and ($3::text[] is null or c.data->>'unitId' is null or c.data->>'unitId' = any ($3))`;

const personal = `
  (select json_object_agg(v.pointer, json_build_object('salt', encode(v.salt, 'hex'), 'value', v.value))
   from change_value v where v.commune_id = c.commune_id and v.position = c.position and v.item = c.item) as personal`;

/** SQL of the newest line of a record, as a subquery; `commune` and `id` are SQL, too. */
export const newestLine = (type: JournaledType, { commune, id }: { commune: string; id: string }): string => `(
  select c.* from change c
  where c.commune_id = ${commune} and c.type = '${type}' and c.record_id = ${id}
  order by c.position desc, c.item desc limit 1)`;

/** Removes members that are null in SQL. */
function withoutNulls(change: Change): Change {
  const members = change as unknown as Record<string, unknown>;
  for (const name in members) members[name] ??= undefined;
  return change;
}

@Injectable()
export class ChangesQueries {
  constructor(private readonly database: Database) {}

  async after(
    { commune, sees, units }: Reach,
    at: { position: number; item: number; kinds?: readonly string[]; limit: number; personal: boolean },
  ): Promise<Change[]> {
    const rows = await this.database.rows<Change>(
      `changes.after.${at.personal}`,
      `select ${columns} ${at.personal ? `, ${personal}` : ''}
       from change c
       where c.commune_id = $1 and (c.position, c.item) > ($4::bigint, $5::int) and ${visible}
         and ($6::text[] is null or c.kind = any ($6))
       order by c.position, c.item limit $7`,
      [commune, sees, units, at.position, at.item, at.kinds ?? null, at.limit],
    );
    return rows.map(withoutNulls);
  }

  async ofRecord(
    { commune, sees, units }: Reach,
    at: { type: string; id: string; position: number; item: number; limit: number; personal: boolean },
  ): Promise<Change[]> {
    const rows = await this.database.rows<Change>(
      `changes.ofRecord.${at.personal}`,
      `select ${columns} ${at.personal ? `, ${personal}` : ''}
       from change c
       where c.commune_id = $1 and c.type = $4 and c.record_id = $5
         and (c.position, c.item) > ($6::bigint, $7::int) and ${visible}
       order by c.position, c.item limit $8`,
      [commune, sees, units, at.type, at.id, at.position, at.item, at.limit],
    );
    return rows.map(withoutNulls);
  }

  /** Head for a caller: the last position with a change that the caller sees. */
  async head(reach: Reach): Promise<Head> {
    const [head] = await this.heads([reach]);
    return head ?? { position: 0, hash: '0'.repeat(64) };
  }

  /**
   * Heads of several communes, in their order. For each audience the last entry of the index (commune_id, seen,
   * position) up to it: when that entry has a smaller `seen`, no change has this audience. With `c.seen = v.seen`
   * inside, the planner may walk the primary key instead, and reads a chain without such a change to its beginning.
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
      [reaches.map(({ commune }) => commune), reaches.map(({ sees }) => sees)],
    );
  }

  /**
   * Hash of the chain at a position, 64 hex digits; undefined above the caller's head, whether the chain goes on there
   * or not.
   */
  async hashUpTo(head: Head, { commune }: Reach, position: number): Promise<string | undefined> {
    if (position > head.position) return undefined;
    if (position === 0) return '0'.repeat(64);
    const row = await this.database.row<{ hash: string }>(
      'changes.hashUpTo',
      `select encode(hash, 'hex') as hash from chain where commune_id = $1 and position = $2`,
      [commune, position],
    );
    return row?.hash;
  }

  async links({ commune }: Reach, from: number, to: number): Promise<{ position: number; hash: string }[]> {
    return this.database.rows(
      'changes.links',
      `select position, encode(hash, 'hex') as hash from chain
       where commune_id = $1 and position between $2 and $3 order by position`,
      [commune, from, to],
    );
  }

  /** Items of several positions; a hidden item is what its leaf is made of, but for its content. */
  async itemsOf({ commune, sees, units }: Reach, from: number, to: number): Promise<Change[]> {
    const rows = await this.database.rows<Change & { shown: boolean }>(
      'changes.itemsOf',
      `select ${columns}, encode(c.content, 'hex') as content, (${visible}) as shown from change c
       where c.commune_id = $1 and c.position between $4 and $5 order by c.position, c.item`,
      [commune, sees, units, from, to],
    );
    return rows.map(({ shown, content, ...change }) => (shown ? withoutNulls(change) : hidden({ ...change, content })));
  }
}

function hidden({ position, item, form, op, seen, content, leaf }: Change): Change {
  return form === 2 ? { position, item, form, op, seen, content, leaf } : { position, item, leaf };
}
