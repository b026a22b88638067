import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { termOn } from '../units/units.queries.js';
import type { FigureInForce, TargetOfUnit } from './check-subject.rules.js';

/** A report as far as what it is held against follows from it. */
interface HeldAgainst {
  unitId: string;
  period: string;
  /** Ids of the indicators whose figures of the unit count: those reported, and those that they continue. */
  own: readonly string[];
  /** Ids of the indicators that the unit reports for the whole commune. */
  whole: readonly string[];
  /** Day on which units have their place. */
  on: string;
}

/** Reads what a report is held against. */
@Injectable()
export class FindingsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Figures in force that a report is held against: of its unit all of `own` indicators; of each other unit one of each
   * of `whole` indicators, that of the period where there is one, with the place of the unit on the day.
   */
  async figuresInForce(
    { communeId }: Reach,
    { unitId, period, own, whole, on }: HeldAgainst,
  ): Promise<FigureInForce[]> {
    const ofUnit = await this.database.rows<FigureInForce>(
      'findings.figuresInForce.unit',
      `select indicator_id as "indicatorId", unit_id as "unitId", scope, period, value, out_of as "outOf",
         '' as "unitPath"
       from result
       where commune_id = $1 and indicator_id = any ($2) and unit_id = $3 and superseded_on is null
       order by id`,
      [communeId, own, unitId],
    );
    if (whole.length === 0) return ofUnit;
    const ofOthers = await this.database.rows<FigureInForce>(
      'findings.figuresInForce.others',
      `with other as (
         select distinct on (indicator_id, unit_id) indicator_id, unit_id, period, value, out_of
         from result
         where commune_id = $1 and indicator_id = any ($2) and unit_id <> $3 and scope = 'OWN'
           and superseded_on is null
         order by indicator_id, unit_id, period <> $4, id),
       place as (
         select u.unit_id, t.path
         from (select distinct unit_id from other) u
         left join lateral ${termOn('$1', 'u.unit_id', '$5::date')} t on true)
       select o.indicator_id as "indicatorId", o.unit_id as "unitId", 'OWN' as scope, o.period, o.value,
         o.out_of as "outOf", coalesce(p.path, '') as "unitPath"
       from other o join place p using (unit_id)
       order by o.indicator_id, o.unit_id`,
      [communeId, whole, unitId, period, on],
    );
    return [...ofUnit, ...ofOthers];
  }

  /** Targets that a report is held against: of its unit those of `own` indicators, of all units those of `whole`. */
  targets({ communeId }: Reach, { unitId, own, whole, on }: HeldAgainst): Promise<TargetOfUnit[]> {
    return this.database.rows(
      'findings.targets',
      `select t.indicator_id as "indicatorId", t.unit_id as "unitId", t.period, t.value,
         coalesce((select path from ${termOn('$1', 't.unit_id', '$5::date')} d), '') as "unitPath"
       from target t
       where t.commune_id = $1 and ((t.indicator_id = any ($2) and t.unit_id = $3) or t.indicator_id = any ($4))
       order by t.id`,
      [communeId, own, unitId, whole, on],
    );
  }
}
