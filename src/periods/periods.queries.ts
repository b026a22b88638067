import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { PlanPeriod } from './plan-period.entity.js';

/** A period of which a row is kept: without what follows from the plan. */
export type PeriodRow = Omit<PlanPeriod, 'plan' | 'from' | 'to' | 'dueOn'>;

@Injectable()
export class PeriodsQueries {
  constructor(private readonly database: Database) {}

  /** The periods of plans to which something was done, as far as the caller sees them. */
  touched({ communeId, sees }: Reach, planIds: readonly string[]): Promise<PeriodRow[]> {
    return this.database.rows(
      'periods.touched',
      `select ${columnsOf(PlanPeriod, 'r')} from plan_period r
       where r.commune_id = $1 and r.audience >= $2::audience and r.plan_id = any ($3) order by r.period`,
      [communeId, sees, planIds],
    );
  }

  /** One of them, whoever may see it: an act on a report is decided by it. */
  one({ communeId }: Reach, { planId, period }: Pick<PlanPeriod, 'planId' | 'period'>): Promise<PeriodRow | undefined> {
    return this.database.row(
      'periods.one',
      `select ${columnsOf(PlanPeriod, 'r')} from plan_period r
       where r.commune_id = $1 and r.plan_id = $2 and r.period = $3`,
      [communeId, planId, period],
    );
  }

  /** Numbers of reports of a plan that are on their way, by period. */
  onTheirWay({ communeId }: Reach, planId: string): Promise<{ period: string; reports: number }[]> {
    return this.database.rows(
      'periods.onTheirWay',
      `select s.period, count(*)::int as reports from submission s
       where s.commune_id = $1 and s.plan_id = $2 and s.state in ('SUBMITTED', 'RETURNED', 'VERIFIED')
       group by s.period`,
      [communeId, planId],
    );
  }

  /** The closed periods of plans, whoever may see them. */
  closed({ communeId }: Reach, planIds: readonly string[]): Promise<Pick<PlanPeriod, 'planId' | 'period'>[]> {
    return this.database.rows(
      'periods.closed',
      `select r.plan_id as "planId", r.period from plan_period r
       where r.commune_id = $1 and r.plan_id = any ($2) and r.state = 'CLOSED' order by r.period`,
      [communeId, planIds],
    );
  }
}
