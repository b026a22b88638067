import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isOwn } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import type { Allotted } from './allotment.rules.js';
import { Target } from './target.entity.js';

const columns = selectList<TargetRow>(Target, 't', {
  always: ['sortOrder', 'indicatorCode', 'unitCode', 'period'],
  computed: { plan: 'p.key', indicatorCode: 'i.code', unitCode: 'u.code', sortOrder: 'i.sort_order' },
});

const joined = `
  join indicator i on i.commune_id = t.commune_id and i.id = t.indicator_id
  join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
  join unit u on u.commune_id = t.commune_id and u.id = t.unit_id`;

export interface TargetFilter {
  indicator?: string;
  unit?: string;
  period?: string;
  after: readonly [number, string, string, string] | null;
  limit: number;
}

export interface TargetRow extends Target {
  sortOrder: number;
}

@Injectable()
export class TargetsQueries {
  constructor(private readonly database: Database) {}

  /** The targets of a plan, in the order of its indicators, then by unit and period. */
  targets(
    { commune, sees, units }: Reach,
    planId: string,
    { indicator, unit, period, after, limit }: TargetFilter,
    members?: Projection,
  ): Promise<TargetRow[]> {
    const { shape, text } = columns(members);
    return this.database.rows(
      `targets.targets${shape}`,
      `select ${text} from target t ${joined}
       where t.commune_id = $1 and t.audience >= $2::audience and ${isOwn('t', '$12')} and i.plan_id = $3
         and ($4::text is null or i.code = $4) and ($5::text is null or u.code = $5)
         and ($6::text is null or t.period = $6)
         and ($7::int is null or (i.sort_order, i.code, u.code, t.period::text) > ($7, $8, $9, $10))
       order by i.sort_order, i.code, u.code, t.period::text limit $11`,
      [
        commune,
        sees,
        planId,
        indicator ?? null,
        unit ?? null,
        period ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        after?.[3] ?? null,
        limit,
        units,
      ],
    );
  }

  /** The targets of an indicator, each with the place its unit had on a day. */
  allotted({ commune, sees, units }: Reach, indicatorId: string, on: string): Promise<Allotted[]> {
    return this.database.rows(
      'targets.allotted',
      `select t.period, t.value,
         (select path from ${termOn('t.commune_id', 't.unit_id', '$4::date')} d) as "unitPath"
       from target t
       where t.commune_id = $1 and t.audience >= $2::audience and ${isOwn('t', '$5')} and t.indicator_id = $3`,
      [commune, sees, indicatorId, on, units],
    );
  }

  target(
    { commune, sees, units }: Reach,
    place: { indicatorId: string; unitId: string; period: string },
  ): Promise<Target | undefined> {
    return this.database.row(
      'targets.target',
      `select ${columns().text} from target t ${joined}
       where t.commune_id = $1 and t.audience >= $2::audience and ${isOwn('t', '$6')}
         and t.indicator_id = $3 and t.unit_id = $4 and t.period = $5`,
      [commune, sees, place.indicatorId, place.unitId, place.period, units],
    );
  }
}
