import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { Role } from '../access/roles.js';
import { Database } from '../database/database.js';
import { isAny, isOwn, where } from '../database/where.js';
import { yearOfAward } from '../progress/progress.queries.js';
import { termOn } from '../units/units.queries.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import type { Consent, KnownAward, KnownFact, KnownNomination, KnownStanding } from './nominee.js';

/** A unit that a form is for, on a day. */
export interface NomineeUnit {
  id: string;
  path: string;
  code: string;
  kind: UnitKind;
  validFrom: string;
  validTo: string | null;
  /** Units above, on the day and at the end of the year. */
  aboveId: string | null;
  aboveThenId: string | null;
}

/** `end`: the last day of the year, or the day itself while the year runs. */
interface UnitsAsked {
  kinds?: readonly UnitKind[];
  codes?: readonly string[];
  from: string;
  on: string;
  end: string;
}

/** Row of one unit. */
type Of<T> = T & { unitId: string };

/** Facts, awards and the rest of many units at once: each statement takes all of them. */
@Injectable()
export class NomineesQueries {
  constructor(private readonly database: Database) {}

  /** Units of some kinds that are there on some day from `from` to `on`, by code; or those named, whatever they are. */
  units({ communeId, units: own, sees }: Reach, { kinds, codes, from, on, end }: UnitsAsked): Promise<NomineeUnit[]> {
    const asked = where([communeId, sees, on, end], {
      kinds: isAny('u.kind', kinds),
      codes: isAny('u.code', codes),
      there: [
        codes ? null : from,
        (first) => `u.valid_from <= $3::date and coalesce(u.valid_to, 'infinity') >= ${first}::date`,
      ],
      own: isOwn('x', own),
    });
    return this.database.rows(
      `nominees.units${asked.name}`,
      `select u.id, t.path, u.code, u.kind, u.valid_from as "validFrom", u.valid_to as "validTo",
         t.parent_id as "aboveId", e.parent_id as "aboveThenId"
       from unit u
       cross join lateral (select u.id as unit_id) x
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t
       left join lateral ${termOn('$1', 'u.id', '$4::date')} e on true
       where u.commune_id = $1 and u.audience >= $2::audience${asked.text}
       order by u.code collate "C"`,
      asked.values,
    );
  }

  /** People directly below collectives on a day. */
  members({ communeId }: Reach, units: readonly string[], on: string): Promise<{ unitId: string; id: string }[]> {
    return this.database.rows(
      'nominees.members',
      `select t.parent_id as "unitId", u.id from unit_term t
       join unit u on u.commune_id = $1 and u.id = t.unit_id and u.kind = 'INDIVIDUAL'
       where t.commune_id = $1 and t.parent_id = any ($2::uuid[])
         and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
         and $3::date between u.valid_from and coalesce(u.valid_to, 'infinity')
       order by u.id`,
      [communeId, units, on],
    );
  }

  facts({ communeId }: Reach, units: readonly string[]): Promise<Of<KnownFact>[]> {
    return this.database.rows(
      'nominees.facts',
      `select unit_id as "unitId", kind, value, leads, period, valid_from as "validFrom", valid_to as "validTo"
       from fact where commune_id = $1 and unit_id = any ($2::uuid[]) order by valid_from, id`,
      [communeId, units],
    );
  }

  /** Awards that are in force on a day. */
  awards({ communeId }: Reach, units: readonly string[], on: string): Promise<Of<KnownAward>[]> {
    return this.database.rows(
      'nominees.awards',
      `select a.unit_id as "unitId", a.form_code as form, ${yearOfAward}::int as year, a.type,
         a.granted_on as "grantedOn"
       from award a
       where a.commune_id = $1 and a.unit_id = any ($2::uuid[]) and rpad(a.granted_on, 10, '-01') <= $3
         and (a.revoked_on is null or a.revoked_on > $3::date) order by a.id`,
      [communeId, units, on],
    );
  }

  /** Nominations that were handed in, as they stand today. */
  nominations(
    { communeId }: Reach,
    units: readonly string[],
  ): Promise<Of<KnownNomination & { id: string; round: string; deedOn: string | null }>[]> {
    return this.database.rows(
      'nominees.nominations',
      `select n.id, n.unit_id as "unitId", n.form_code as form, left(n.period, 4)::int as year, n.type, n.state,
         n.round_id as round, n.deed_on as "deedOn"
       from nomination n
       where n.commune_id = $1 and n.unit_id = any ($2::uuid[]) and n.state not in ('DRAFT', 'WITHDRAWN')
       order by n.id`,
      [communeId, units],
    );
  }

  /**
   * Those of some units whom a registration for a year covers, made by a day: their own or, of people, that of a unit
   * above. The value says whether one is for the form, or for none.
   */
  async registered(
    { communeId }: Reach,
    units: readonly string[],
    { year, form, on, by }: { year: number; form: string; on: string; by: string },
  ): Promise<Map<string, boolean>> {
    const rows = await this.database.rows<{ id: string; exact: boolean }>(
      'nominees.registered',
      `with r as materialized (
         select r.unit_id, r.with_below, t.path || '/' as below, r.forms = '{}' or $4 = any (r.forms) as exact
         from registration r
         cross join lateral ${termOn('$1', 'r.unit_id', '$5::date')} t
         where r.commune_id = $1 and r.period = $3 and r.registered_on <= $6::date
           and (r.ended_on is null or r.ended_on > $5::date))
       select x.id, bool_or(r.exact) as exact from unnest($2::uuid[]) as x (id)
       join unit u on u.commune_id = $1 and u.id = x.id
       cross join lateral ${termOn('$1', 'x.id', '$5::date')} t
       join r on r.unit_id = x.id
         or (r.with_below and u.kind in ('INDIVIDUAL', 'HOUSEHOLD') and starts_with(t.path, r.below))
       group by x.id`,
      [communeId, units, String(year), form, on, by],
    );
    return new Map(rows.map(({ id, exact }) => [id, exact]));
  }

  /** The newest published standing of units for a year, with its groups. */
  standings(
    { communeId, sees }: Reach,
    units: readonly string[],
    { year, on }: { year: number; on: string },
  ): Promise<Of<KnownStanding>[]> {
    return this.database.rows(
      'nominees.standings',
      `select distinct on (s.unit_id) s.unit_id as "unitId", s.rank, s.class, s.points::text as points,
         coalesce((
           select json_agg(json_build_object('points', c ->> 'points', 'maximum', c ->> 'max'))
           from jsonb_array_elements(s.tree -> 'children') c
           where c ->> 'points' is not null and c ->> 'max' is not null), '[]') as groups
       from standing s
       where s.commune_id = $1 and s.audience >= $2::audience and s.unit_id = any ($3::uuid[]) and s.period = $4
         and s.published_on <= $5::date
       order by s.unit_id, s.published_on desc, s.number desc`,
      [communeId, sees, units, String(year), on],
    );
  }

  /** Counts of the last meeting until a day on the nominations of each unit. */
  consents({ communeId }: Reach, nominations: readonly string[], on: string): Promise<Of<Consent>[]> {
    return this.database.rows(
      'nominees.consents',
      `select distinct on (x.unit_id) x.unit_id as "unitId", x.votes_for as "inFavour",
         (select count(*)::int from attendance a
          where a.commune_id = $1 and a.meeting_id = x.meeting_id and a.presence <> 'ABSENT') as present,
         (select count(*)::int from attendance a where a.commune_id = $1 and a.meeting_id = x.meeting_id) as summoned
       from matter x join meeting m on m.commune_id = $1 and m.id = x.meeting_id and m.state <> 'CANCELLED'
       where x.commune_id = $1 and x.nomination_id = any ($2::uuid[]) and x.votes_for is not null
         and m.held_on <= $3::date
       order by x.unit_id, m.held_on desc, m.id desc`,
      [communeId, nominations, on],
    );
  }

  /** Holders of forms in a year, or those put forward for them, each with the unit above on the day. */
  holders(
    { communeId }: Reach,
    { forms, year, on }: { forms: readonly string[]; year: number; on: string },
  ): Promise<{ form: string; unitId: string; aboveId: string | null; held: boolean }[]> {
    return this.database.rows(
      'nominees.holders',
      `select h.form, h.unit_id as "unitId", t.parent_id as "aboveId", bool_or(h.held) as held from (
         select a.form_code as form, a.unit_id, true as held from award a
         where a.commune_id = $1 and a.form_code = any ($2) and ${yearOfAward}::int = $3
           and rpad(a.granted_on, 10, '-01') <= $4 and (a.revoked_on is null or a.revoked_on > $4::date)
         union all
         select n.form_code, n.unit_id, false from nomination n
         where n.commune_id = $1 and n.form_code = any ($2) and left(n.period, 4)::int = $3
           and n.state in ('SUBMITTED', 'APPRAISED', 'CONSULTED', 'RECOMMENDED')) h
       cross join lateral ${termOn('$1', 'h.unit_id', '$4::date')} t
       group by h.form, h.unit_id, t.parent_id order by h.form, h.unit_id`,
      [communeId, forms, year, on],
    );
  }

  /** People who are rated so in a year, each with the unit above on the day. */
  rated(
    { communeId }: Reach,
    { values, year, on }: { values: readonly string[]; year: number; on: string },
  ): Promise<{ unitId: string; aboveId: string | null; value: string }[]> {
    return this.database.rows(
      'nominees.rated',
      `select f.unit_id as "unitId", t.parent_id as "aboveId", f.value
       from fact f join unit u on u.commune_id = $1 and u.id = f.unit_id and u.kind = 'INDIVIDUAL'
       cross join lateral ${termOn('$1', 'f.unit_id', '$4::date')} t
       where f.commune_id = $1 and f.kind = 'RATING' and f.value = any ($2) and f.period = $3
       order by f.unit_id`,
      [communeId, values, String(year), on],
    );
  }

  /**
   * Kinds of the units for which those who handed nominations in might act on that day: of their appointments that
   * nominate. An appointment without a unit is for the commune.
   */
  submitters(
    { communeId }: Reach,
    nominations: readonly string[],
    roles: readonly Role[],
  ): Promise<Of<{ kinds: UnitKind[] }>[]> {
    return this.database.rows(
      'nominees.submitters',
      `select n.unit_id as "unitId", array(
         select distinct coalesce(u.kind, 'BODY') from appointment a
         left join unit u on u.commune_id = $1 and u.id = a.unit_id
         where a.commune_id = $1 and a.actor_id = n.submitted_by and a.role = any ($3)
           and n.submitted_on between a.valid_from and coalesce(a.valid_to, 'infinity')
         order by 1) as kinds
       from nomination n
       where n.commune_id = $1 and n.id = any ($2::uuid[]) and n.submitted_on is not null
       order by n.submitted_on desc, n.id desc`,
      [communeId, nominations, roles],
    );
  }
}
