import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { termOn } from '../units/units.queries.js';
import type { FigureInForce, TargetOfUnit } from './check-subject.rules.js';

/** Reads what a report is held against. */
@Injectable()
export class FindingsQueries {
  constructor(private readonly database: Database) {}

  /** Figures in force of indicators, each with the place of its unit on a day. */
  figuresInForce({ commune }: Reach, indicatorIds: readonly string[], on: string): Promise<FigureInForce[]> {
    return this.database.rows(
      'findings.figuresInForce',
      `select x.indicator_id as "indicatorId", x.unit_id as "unitId", x.period, x.value, x.out_of as "outOf",
         coalesce((select path from ${termOn('$1', 'x.unit_id', '$3::date')} t), '') as "unitPath"
       from result x
       where x.commune_id = $1 and x.indicator_id = any ($2) and x.superseded_on is null
       order by x.id`,
      [commune, indicatorIds, on],
    );
  }

  /** Targets of units, of indicators. */
  targets({ commune }: Reach, indicatorIds: readonly string[]): Promise<TargetOfUnit[]> {
    return this.database.rows(
      'findings.targets',
      `select t.indicator_id as "indicatorId", t.unit_id as "unitId", t.period, t.value
       from target t where t.commune_id = $1 and t.indicator_id = any ($2)
       order by t.id`,
      [commune, indicatorIds],
    );
  }
}
