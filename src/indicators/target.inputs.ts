import { Asked, AskedAs, InputBody, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, period } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import type { Confirmation } from './indicator-members.view.js';
import { AddIndicator } from './indicator.inputs.js';
import { Target } from './target.entity.js';

/** Names a target by unit and period. */
@Parameters()
export class TargetAt {
  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(period, 'Period: "2023", "2023-Q2".')
  period: string;
}

/** Filters targets of a plan. */
@Parameters()
export class ListTargets extends Paging {
  @Asked(code, 'Only of this indicator.', { optional: true })
  indicator?: string;

  @Asked(code, 'Only of this unit.', { optional: true })
  unit?: string;

  @Asked(period, 'Only for this period.', { optional: true })
  period?: string;
}

@InputBody('A target for a unit and period.')
export class SetTarget {
  @AskedAs(Target) value: string;

  @Asked(reasonText, 'Reason; required once the plan is issued.', { optional: true })
  reason?: string;

  @AskedAs(AddIndicator, { optional: true }) confirm?: Confirmation[];
}

@InputBody('The reason a target is removed for.')
export class RemoveTarget {
  @Asked(reasonText, 'Reason; required once the plan is issued.', { optional: true })
  reason?: string;
}
