import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, refersTo, where } from '../database/where.js';
import { isJournaledSince } from '../journal/since.queries.js';
import { eachCommune } from '../database/batch.js';
import { termOn } from '../units/units.queries.js';
import { Standing } from './standing.entity.js';

const columns = selectList<Standing>(Standing, 's', {
  always: ['planId', 'period', 'scheme', 'number', 'place'],
  computed: {
    commune: '(select c.key from commune c where c.id = $1)',
    plan: '(select p.key from plan p where p.commune_id = $1 and p.id = s.plan_id)',
    unitCode: '(select u.code from unit u where u.commune_id = $1 and u.id = s.unit_id)',
  },
});

/** Number of the newest publication of the table of `s` that was published by a day. */
const newest = (day: string) => `(
  select max(n.number) from publication n
  where n.commune_id = $1 and n.plan_id = s.plan_id and n.scheme = s.scheme and n.period = s.period
    and n.published_on <= ${day}::date)`;

export interface StandingFilter {
  periods?: readonly string[];
  schemes?: readonly string[];
  blocks?: readonly string[];
  units?: readonly string[];
  number?: number;
  /** Day by which they were published. */
  by: string;
  /** Position of the journal: those that it has a line of from there on. */
  since?: number;
  after: readonly [string, string, number, number] | null;
  limit: number;
}

@Injectable()
export class StandingsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Published standings, by period, scheme and number, then as in the table; without a number the newest: the same
   * page of each plan.
   */
  standings(
    plans: readonly { reach: Reach; id: string }[],
    { periods, schemes, blocks, units, number, by, since, after, limit }: StandingFilter,
    members?: Projection,
  ): Promise<Standing[]> {
    const { shape, text } = columns(members);
    return eachCommune(plans, ({ communeId, sees }, ids) => {
      const asked = where([communeId, sees, ids, limit], {
        periods: isAny('s.period', periods),
        schemes: isAny('s.scheme', schemes),
        blocks: isAny('s.block', blocks),
        units: refersTo('s.unit_id', 'unit.code', units),
        number: [number, (one) => `s.number = ${one}`],
        newest: [number === undefined ? by : undefined, (day) => `s.number = ${newest(day)}`],
        since: isJournaledSince('standing', 's', since),
        after: [...(after ?? [null]), (...keys) => `(s.period, s.scheme, s.number, s.place) > (${keys.join(', ')})`],
      });
      return this.database.rows(
        `standings.standings${asked.name}${shape}`,
        `select ${text}
       from unnest($3::uuid[]) as r (plan_id)
       cross join lateral (
         select * from standing s
         where s.commune_id = $1 and s.plan_id = r.plan_id and s.audience >= $2::audience${asked.text}
         order by s.period, s.scheme, s.number, s.place limit $4) s
       order by s.period, s.scheme, s.number, s.place`,
        asked.values,
      );
    });
  }

  /** Names of the units of published standings of a period, each as it was on a day, or last. */
  unitNames(
    { communeId, sees }: Reach,
    { planId, period, on }: { planId: string; period: string; on: string },
  ): Promise<{ code: string; name: string }[]> {
    return this.database.rows(
      'standings.unitNames',
      `select distinct u.code, t.name
       from standing s join unit u on u.commune_id = $1 and u.id = s.unit_id
       cross join lateral ${termOn('$1', 'u.id', '$5::date')} t
       where s.commune_id = $1 and s.audience >= $2::audience and s.plan_id = $3 and s.period = $4
       order by u.code`,
      [communeId, sees, planId, period, on],
    );
  }
}
