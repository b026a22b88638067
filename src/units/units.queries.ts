import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { NameSearch } from '../database/text.js';
import { isAny, rankOf, where } from '../database/where.js';
import type { UnitKind } from './unit-kind.rules.js';
import { Unit } from './unit.entity.js';

export interface UnitRow extends Unit {
  sortName: string;
  /** Rank of its name; of a search alone. */
  rank?: number;
}

/** A unit as it was on a day. `pathToday`: its place on the day of the act, where rights hold; else as on that day. */
export type UnitThen = UnitRow & { pathToday: string };

/** Codes of the units on the other side of mergers and splits. */
const lineage = (side: 'predecessor' | 'successor', self: 'predecessor' | 'successor') => `array(
  select o.code from unit_lineage l join unit o on o.commune_id = $1 and o.id = l.${side}_id
  where l.commune_id = $1 and l.${self}_id = u.id order by o.code)`;

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
    predecessors: lineage('predecessor', 'successor'),
    successors: lineage('successor', 'predecessor'),
  },
});

/**
 * SQL of a unit's term on a day, as a row of `unit_term`: the last that has begun; on a day before the unit the last
 * of all. `commune`, `unit` and `day` are SQL.
 */
export const termOn = (commune: string, unit: string, day: string): string => `
  (select w.* from unit_term w where w.commune_id = ${commune} and w.unit_id = ${unit}
   order by w.valid_from <= ${day} desc, w.valid_from desc limit 1)`;

/** SQL of the last term of a unit `u` that has begun on a day. */
const begunOn = (day: string) => `
  (select w.* from unit_term w where w.commune_id = $1 and w.unit_id = u.id and w.valid_from <= ${day}
   order by w.valid_from desc limit 1)`;

/** Columns of a `UnitThen`: a unit `u` with one of its terms `t`. */
const columnsThen = (today: string) =>
  `${columns().text}, coalesce((select path from ${begunOn(today)} d), t.path) as "pathToday"`;

export interface UnitFilter {
  on: string;
  kinds?: readonly UnitKind[];
  parent?: string;
  search: NameSearch | null;
  identifier?: { system: string; value: string };
  after: readonly [number, string, string] | null;
  limit: number;
}

@Injectable()
export class UnitsQueries {
  constructor(private readonly database: Database) {}

  /** Units that exist on a day, by rank, then in Vietnamese order of their names: the same page of each commune. */
  units(
    reaches: readonly Reach[],
    { on, kinds, parent, search, identifier, after, limit }: UnitFilter,
    members?: Projection,
  ): Promise<UnitRow[][]> {
    const { shape, text } = columns(members);
    return Promise.all(
      reaches.map(({ communeId, sees }) => {
        const rank = search && rankOf({ name: 't.name', folded: 't.folded' }, { words: '$5', whole: '$6' });
        const asked = where([communeId, sees, on, limit, ...(search ? [search.words, search.whole] : [])], {
          kinds: isAny('u.kind', kinds),
          parent: [
            parent,
            (code) => `t.parent_id = (
              select p.id from unit p where p.commune_id = $1 and p.code = ${code} and p.audience >= $2::audience)`,
          ],
          search: [search?.like, (pattern) => `t.folded like ${pattern} or u.code like ${pattern}`],
          identifier: [identifier && JSON.stringify([identifier]), (one) => `u.identifiers @> ${one}`],
          // The name alone is a condition of an index.
          after: [
            ...(after ?? [null]),
            (ranked, name, code) =>
              rank
                ? `(${rank}, t.sort_name, u.code) > (${ranked}, ${name}, ${code})`
                : `t.sort_name >= ${name} and (t.sort_name, u.code) > (${name}, ${code}) and ${ranked} = 0`,
          ],
        });
        return this.database.rows<UnitRow>(
          `units.units${asked.name}${shape}`,
          `select ${text}${rank ? `, ${rank} as rank` : ''}
           from unit_term t cross join lateral (
             select * from unit u
             where u.commune_id = $1 and u.id = t.unit_id and u.audience >= $2::audience offset 0) u
           where t.commune_id = $1
             and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')${asked.text}
           order by ${rank ? 'rank, ' : ''}t.sort_name, u.code limit $4`,
          asked.values,
        );
      }),
    );
  }

  /** One unit as it was on a day; a closed one as it was last. */
  unit(
    { communeId, sees }: Reach,
    { code, on }: { code: string; on: string },
    members?: Projection,
  ): Promise<UnitRow | undefined> {
    const { shape, text } = columns(members);
    return this.database.row(
      `units.unit${shape}`,
      `select ${text} from unit u cross join lateral ${begunOn('$4')} t
       where u.commune_id = $1 and u.audience >= $2::audience and u.code = $3`,
      [communeId, sees, code, on],
    );
  }

  /** Units by code as they were on a day, or last. */
  unitsNamed(
    { communeId, sees }: Reach,
    codes: readonly string[],
    { on, today }: { on: string; today: string },
  ): Promise<UnitThen[]> {
    return this.database.rows(
      'units.unitsNamed',
      `select ${columnsThen('$5::date')}
       from unit u cross join lateral ${termOn('$1', 'u.id', '$4::date')} t
       where u.commune_id = $1 and u.audience >= $2::audience and u.code = any ($3) order by u.code`,
      [communeId, sees, codes, on, today],
    );
  }

  /** The units that one succeeds. */
  predecessors({ communeId }: Reach, id: string): Promise<Pick<Unit, 'code' | 'validTo'>[]> {
    return this.database.rows(
      'units.predecessors',
      `select u.code, u.valid_to as "validTo"
       from unit_lineage l join unit u on u.commune_id = $1 and u.id = l.predecessor_id
       where l.commune_id = $1 and l.successor_id = $2 order by u.code`,
      [communeId, id],
    );
  }

  /** Units by code, or directly below the unit of a code, that are valid on a day, as they are then. */
  unitsToMove(
    { communeId, sees }: Reach,
    { units, below, on, today }: { units?: readonly string[]; below?: string; on: string; today: string },
  ): Promise<UnitThen[]> {
    const asked = where([communeId, sees, on, today], {
      units: isAny('u.code', units),
      below: [below, (code) => `t.parent_id = (select p.id from unit p where p.commune_id = $1 and p.code = ${code})`],
    });
    return this.database.rows(
      `units.unitsToMove${asked.name}`,
      `select ${columnsThen('$4::date')}
       from unit_term t join unit u on u.commune_id = $1 and u.id = t.unit_id and u.audience >= $2::audience
       where t.commune_id = $1 and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')${asked.text}
       order by u.code`,
      asked.values,
    );
  }

  /** Units by id as they were on a day. */
  unitsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<UnitRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `units.unitsById${shape}`,
        `select ${text}
         from unit u cross join lateral ${begunOn('$4')} t
         where u.commune_id = $1 and u.audience >= $2::audience and u.id = any ($3)`,
        [communeId, sees, ids, on],
      ),
    );
  }

  /** Locks the commune's tree and codes until the transaction ends: two moves that cross would make a circle. */
  async lock({ communeId }: Reach): Promise<void> {
    await this.database.rows('units.lock', `select pg_advisory_xact_lock(hashtextextended('units ' || $1::int, 0))`, [
      communeId,
    ]);
  }

  /** As `lock`, together with other writes that change no unit. */
  async lockShared({ communeId }: Reach): Promise<void> {
    await this.database.rows(
      'units.lockShared',
      `select pg_advisory_xact_lock_shared(hashtextextended('units ' || $1::int, 0))`,
      [communeId],
    );
  }

  /** The units below any of these paths from a day on, each in every term, whoever may see them. */
  below({ communeId }: Reach, paths: readonly string[], on: string): Promise<UnitRow[]> {
    return this.database.rows(
      'units.below',
      `select ${columns().text}
       from unit_term t join unit u on u.commune_id = t.commune_id and u.id = t.unit_id
       where t.commune_id = $1 and coalesce(t.valid_to, 'infinity') >= $3::date and exists (
         select from string_to_array(t.path, '/') codes, generate_series(1, cardinality(codes) - 1) depth
         where array_to_string(codes[:depth], '/') = any ($2::text[]))
       order by t.path, t.valid_from`,
      [communeId, paths, on],
    );
  }

  /** Sets designations and codes of units, and raises their versions. Part of a write that holds them. */
  async amendEach(communeId: number, units: readonly Pick<Unit, 'id' | 'kindText' | 'identifiers'>[]): Promise<void> {
    await this.database.rows(
      'units.amendEach',
      `update unit u set version = u.version + 1, kind_text = n."kindText", identifiers = n.identifiers
       from jsonb_to_recordset($2::jsonb) as n (id uuid, "kindText" text, identifiers jsonb)
       where u.commune_id = $1 and u.id = n.id`,
      [communeId, JSON.stringify(units)],
    );
  }

  /** Raises the versions of units. Part of a write that changes rows which their records show. */
  async raiseVersions(communeId: number, ids: readonly string[]): Promise<void> {
    await this.database.rows(
      'units.raiseVersions',
      'update unit set version = version + 1 where commune_id = $1 and id = any ($2)',
      [communeId, ids],
    );
  }
}
