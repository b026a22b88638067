import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import type { UnitKind } from './unit-kind.rules.js';
import { Unit, type UnitTerm } from './unit.entity.js';

export interface UnitRow extends Unit {
  sortName: string;
}

/** $1 is the commune. A unit `u` with one of its terms `t`. */
const columns = selectList<UnitRow>(Unit, 'u', {
  always: ['code', 'sortName'],
  computed: {
    name: 't.name',
    sortName: 't.sort_name',
    parentId: 't.parent_id',
    path: 't.path',
    parentCode: '(select p.code from unit p where p.commune_id = $1 and p.id = t.parent_id)',
    termFrom: 't.valid_from',
    termTo: 't.valid_to',
  },
});

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
    members?: Projection,
  ): Promise<UnitRow[][]> {
    const { shape, text } = columns(members);
    return Promise.all(
      reaches.map(({ commune, sees }) => {
        const asked = where([commune, sees, on, limit], {
          kinds: isAny('u.kind', kinds),
          parent: [
            parent,
            (code) => `t.parent_id = (
              select p.id from unit p where p.commune_id = $1 and p.code = ${code} and p.audience >= $2::audience)`,
          ],
          search: [like, (pattern) => `t.folded like ${pattern} or u.code like ${pattern}`],
          identifier: [identifier && JSON.stringify([identifier]), (one) => `u.identifiers @> ${one}`],
          // The name alone is a condition of an index.
          after: [
            ...(after ?? [null]),
            (name, code) => `t.sort_name >= ${name} and (t.sort_name, u.code) > (${name}, ${code})`,
          ],
        });
        return this.database.rows<UnitRow>(
          `units.units${asked.name}${shape}`,
          `select ${text}
           from unit_term t cross join lateral (
             select * from unit u
             where u.commune_id = $1 and u.id = t.unit_id and u.audience >= $2::audience offset 0) u
           where t.commune_id = $1
             and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')${asked.text}
           order by t.sort_name, u.code limit $4`,
          asked.values,
        );
      }),
    );
  }

  /** One unit as it was on a day; a closed one as it was last. */
  unit(
    { commune, sees }: Reach,
    { code, on }: { code: string; on: string },
    members?: Projection,
  ): Promise<UnitRow | undefined> {
    const { shape, text } = columns(members);
    return this.database.row(
      `units.unit${shape}`,
      `select ${text}
       from unit u join unit_term t on t.commune_id = $1 and t.unit_id = u.id and t.valid_from <= $4
       where u.commune_id = $1 and u.audience >= $2::audience and u.code = $3
       order by t.valid_from desc limit 1`,
      [commune, sees, code, on],
    );
  }

  /** Units by id as they were on a day. */
  unitsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<UnitRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ commune, sees }, ids) =>
      this.database.rows(
        `units.unitsById${shape}`,
        `select ${text}
         from unit u cross join lateral (
           select * from unit_term t where t.commune_id = $1 and t.unit_id = u.id and t.valid_from <= $4
           order by t.valid_from desc limit 1) t
         where u.commune_id = $1 and u.audience >= $2::audience and u.id = any ($3)`,
        [commune, sees, ids, on],
      ),
    );
  }

  /** Names and first days of the terms of a unit that begin after a day, the earliest first. */
  laterTerms(
    { commune, id }: { commune: number; id: string },
    day: string,
  ): Promise<Pick<UnitTerm, 'name' | 'validFrom'>[]> {
    return this.database.rows(
      'units.laterTerms',
      `select t.name, t.valid_from as "validFrom" from unit_term t
       where t.commune_id = $1 and t.unit_id = $2 and t.valid_from > $3 order by t.valid_from`,
      [commune, id, day],
    );
  }

  /** Locks the commune's tree and codes until the transaction ends: two moves that cross would make a circle. */
  async lock({ commune }: Reach): Promise<void> {
    await this.database.rows('units.lock', `select pg_advisory_xact_lock(hashtextextended('units ' || $1::int, 0))`, [
      commune,
    ]);
  }

  /** As `lock`, together with other writes that change no unit. */
  async lockShared({ commune }: Reach): Promise<void> {
    await this.database.rows(
      'units.lockShared',
      `select pg_advisory_xact_lock_shared(hashtextextended('units ' || $1::int, 0))`,
      [commune],
    );
  }

  /** The units below one from a day on, each in every term, whoever may see them: part of moving and closing it. */
  below({ commune }: Reach, path: string, on: string): Promise<UnitRow[]> {
    return this.database.rows(
      'units.below',
      `select ${columns().text}
       from unit_term t join unit u on u.commune_id = t.commune_id and u.id = t.unit_id
       where t.commune_id = $1 and starts_with(t.path, $2 || '/') and coalesce(t.valid_to, 'infinity') >= $3::date
       order by t.path, t.valid_from`,
      [commune, path, on],
    );
  }
}
