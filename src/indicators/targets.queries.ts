import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isOwn, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import type { AllottedTarget } from './allotment.rules.js';
import { Target } from './target.entity.js';

const columns = selectList<TargetRow>(Target, 't', {
  always: ['sortOrder', 'indicatorCode', 'unitCode', 'period'],
  computed: { plan: 'p.key', indicatorCode: 'i.code', unitCode: 'u.code', sortOrder: 'i.sort_order' },
});

const joined = `
  join indicator i on i.commune_id = t.commune_id and i.id = t.indicator_id
  join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
  join unit u on u.commune_id = t.commune_id and u.id = t.unit_id`;

/** Order of targets, and keys of their cursor. */
const inOrder = 'i.sort_order, i.code, u.code, t.period::text';

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
    { communeId, sees, units }: Reach,
    planId: string,
    { indicator, unit, period, after, limit }: TargetFilter,
    members?: Projection,
  ): Promise<TargetRow[]> {
    const asked = where([communeId, sees, planId, limit], {
      own: isOwn('t', units),
      indicator: [indicator, (code) => `i.code = ${code}`],
      unit: [unit, (code) => `u.code = ${code}`],
      period: [period, (one) => `t.period = ${one}`],
      // The first key alone is a condition of an index.
      after: [...(after ?? [null]), (...keys) => `i.sort_order >= ${keys[0]} and (${inOrder}) > (${keys.join(', ')})`],
    });
    const { shape, text } = columns(members);
    return this.database.rows(
      `targets.targets${asked.name}${shape}`,
      `select ${text} from target t ${joined}
       where t.commune_id = $1 and t.audience >= $2::audience and i.plan_id = $3${asked.text}
       order by ${inOrder} limit $4`,
      asked.values,
    );
  }

  /** The targets of an indicator, each with the place its unit had on a day. */
  allotted(
    { communeId, sees, units }: Reach,
    indicatorId: string,
    on: string,
  ): Promise<(Omit<AllottedTarget, 'ended'> & { unitLastDay: string | null })[]> {
    const own = where([communeId, sees, indicatorId, on], { own: isOwn('t', units) });
    return this.database.rows(
      `targets.allotted${own.name}`,
      `select t.period, t.value, u.valid_to as "unitLastDay",
         (select path from ${termOn('t.commune_id', 't.unit_id', '$4::date')} d) as "unitPath"
       from target t join unit u on u.commune_id = $1 and u.id = t.unit_id
       where t.commune_id = $1 and t.audience >= $2::audience and t.indicator_id = $3${own.text}`,
      own.values,
    );
  }

  target(
    { communeId, sees, units }: Reach,
    key: { indicatorId: string; unitId: string; period: string },
  ): Promise<Target | undefined> {
    const own = where([communeId, sees, key.indicatorId, key.unitId, key.period], { own: isOwn('t', units) });
    return this.database.row(
      `targets.target${own.name}`,
      `select ${columns().text} from target t ${joined}
       where t.commune_id = $1 and t.audience >= $2::audience
         and t.indicator_id = $3 and t.unit_id = $4 and t.period = $5${own.text}`,
      own.values,
    );
  }
}
