import { Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, period, reasonText } from '../api/shapes.js';
import { Target } from './target.entity.js';

/** Which target: of a unit and period. */
@Parameters()
export class TargetAt {
  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(period, 'Period: "2023", "2023-Q2".')
  period: string;
}

/** Which targets of a plan. */
@Parameters()
export class ListTargets extends Paging {
  @Asked(code, 'Only of this indicator.', { optional: true })
  indicator?: string;

  @Asked(code, 'Only of this unit.', { optional: true })
  unit?: string;

  @Asked(period, 'Only for this period.', { optional: true })
  period?: string;
}

/** How much for a unit and period. */
@Body('How much for a unit and period.')
export class SetTarget {
  @AskedAs(Target) value: string;

  @Asked(reasonText, 'Why; needed once the plan is issued.', { optional: true })
  reason?: string;
}
