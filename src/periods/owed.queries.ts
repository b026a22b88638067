import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { Years } from '../indicators/period.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import type { Owing } from './owed.rules.js';

/** An indicator with what its plan says of periods. */
export interface OwingRow extends Owing, Required<Years> {
  planId: string;
  settings: PlanSettings;
}

@Injectable()
export class OwedQueries {
  constructor(private readonly database: Database) {}

  /** Indicators of plans as far as they tell who owes reports of them, in the order of the documents. */
  owing({ communeId }: Reach, planIds: readonly string[]): Promise<OwingRow[]> {
    return this.database.rows(
      'owed.owing',
      `select i.id, i.plan_id as "planId", i.code, i.frequency, i.seasons, i.derived,
         i.applies_from as "appliesFrom", i.retired_on as "retiredOn",
         i.reported_by as "reportedBy", i.responsible_unit_id as "responsibleUnitId",
         p.year, p.until_year as "untilYear", p.settings,
         array(select distinct t.unit_id from target t where t.commune_id = $1 and t.indicator_id = i.id) as targeted
       from indicator i join plan p on p.commune_id = $1 and p.id = i.plan_id
       where i.commune_id = $1 and i.plan_id = any ($2) order by i.sort_order, i.code`,
      [communeId, planIds],
    );
  }
}
