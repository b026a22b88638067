import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { Unit, UnitTerm, type UnitKind } from './unit.entity.js';

export interface UnitRow extends Unit {
  sortName: string;
}

const columns = `
  ${columnsOf(Unit, 'u')}, ${columnsOf(UnitTerm, 't', 'communeId', 'unitId', 'validFrom', 'validTo', 'folded')},
  (select p.code from unit p where p.commune_id = t.commune_id and p.id = t.parent_id) as "parentCode",
  t.valid_from as "termFrom", t.valid_to as "termTo"`;

/**
 * SQL of a unit's term on a day, as a row of `unit_term`: the last that has begun; on a day before the unit the last
 * of all. `commune`, `unit` and `day` are SQL.
 */
export const termOn = (commune: string, unit: string, day: string): string => `
  (select w.* from unit_term w where w.commune_id = ${commune} and w.unit_id = ${unit}
   order by w.valid_from <= ${day} desc, w.valid_from desc limit 1)`;

export interface UnitFilter {
  on: string;
  kinds?: readonly UnitKind[];
  parent?: string;
  like: string | null;
  identifier?: { system: string; value: string };
  after: readonly [string, string] | null;
  limit: number;
}

@Injectable()
export class UnitsQueries {
  constructor(private readonly database: Database) {}

  /** Units that exist on a day, in Vietnamese order of their names: the same page of each commune. */
  units(
    reaches: readonly Reach[],
    { on, kinds, parent, like, identifier, after, limit }: UnitFilter,
  ): Promise<UnitRow[]> {
    return this.database.rows(
      'units.units',
      `select p.* from unnest($1::int[], $2::audience[]) with ordinality as r (commune_id, sees, place)
       cross join lateral (
         select ${columns}
         from unit_term t join unit u on u.commune_id = r.commune_id and u.id = t.unit_id
         where t.commune_id = r.commune_id and u.audience >= r.sees
           and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
           and ($4::text[] is null or u.kind = any ($4))
           and ($5::text is null or t.parent_id = (
             select p.id from unit p where p.commune_id = r.commune_id and p.code = $5 and p.audience >= r.sees))
           and ($6::text is null or t.folded like $6 or u.code like $6)
           and ($7::jsonb is null or u.identifiers @> $7)
           and ($8::text is null or (t.sort_name, u.code) > ($8::text collate "vi-x-icu", $9::text))
         order by t.sort_name, u.code limit $10) p
       order by r.place, p."sortName" collate "vi-x-icu", p.code`,
      [
        reaches.map(({ commune }) => commune),
        reaches.map(({ sees }) => sees),
        on,
        kinds ?? null,
        parent ?? null,
        like,
        identifier ? JSON.stringify([identifier]) : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit,
      ],
    );
  }

  /** One unit as it was on a day; a closed one as it was last. */
  unit({ commune, sees }: Reach, code: string, on: string): Promise<UnitRow | undefined> {
    return this.database.row(
      'units.unit',
      `select ${columns}
       from unit u join unit_term t on t.commune_id = u.commune_id and t.unit_id = u.id and t.valid_from <= $4
       where u.commune_id = $1 and u.audience >= $2::audience and u.code = $3
       order by t.valid_from desc limit 1`,
      [commune, sees, code, on],
    );
  }

  /** Units by id as they were on a day. */
  async unitsById(asked: readonly { reach: Reach; id: string }[], on: string): Promise<InAskedOrder<UnitRow>> {
    const rows = await this.database.rows<UnitRow>(
      'units.unitsById',
      `select ${columns}
       from ${askedRows}
       join unit u on u.commune_id = r.commune_id and u.id = r.id and u.audience >= r.sees
       cross join lateral (
         select * from unit_term t where t.commune_id = u.commune_id and t.unit_id = u.id and t.valid_from <= $4
         order by t.valid_from desc limit 1) t`,
      [...askedValues(asked), on],
    );
    return inAskedOrder(asked, rows);
  }

  /** Holds the commune's tree and codes for this transaction: two moves that cross would make a circle. */
  async lock({ commune }: Reach): Promise<void> {
    await this.database.rows('units.lock', `select pg_advisory_xact_lock(hashtextextended('units ' || $1::int, 0))`, [
      commune,
    ]);
  }

  /** The units below one from a day on, each in every term, whoever may see them: part of moving and closing it. */
  below({ commune }: Reach, path: string, on: string): Promise<UnitRow[]> {
    return this.database.rows(
      'units.below',
      `select ${columns}
       from unit_term t join unit u on u.commune_id = t.commune_id and u.id = t.unit_id
       where t.commune_id = $1 and starts_with(t.path, $2 || '/') and coalesce(t.valid_to, 'infinity') >= $3::date
       order by t.path, t.valid_from`,
      [commune, path, on],
    );
  }
}
