import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery } from '../api/shapes.js';
import { planKind, planState, type PlanKind, type PlanState } from './plan.entity.js';

/** Which plan of a commune. */
@Parameters()
export class PlanAt {
  @Asked(code, 'Key of the plan: "2023".')
  plan: string;
}

/** Which plan, where an edge asks. */
@Parameters()
export class PlanKey {
  @Asked(code, 'Key of the plan: "2023".')
  key: string;
}

/** Which plans. */
@Parameters()
export class ListPlans extends Paging {
  @Asked(countInQuery(1900, 2200), 'Only plans for this year.', { optional: true })
  year?: number;

  @Asked(planKind, 'Only these kinds.', { optional: true, list: true })
  kind?: PlanKind[];

  @Asked(planState, 'Only in these states.', { optional: true, list: true })
  state?: PlanState[];
}
