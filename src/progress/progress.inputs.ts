import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, flagInForm, period } from '../api/shapes.js';

/** Period and day of a view of progress, for an edge. */
@Parameters()
export class ProgressOf {
  @Asked(period, "Period; the plan's year when left out.", { optional: true })
  period?: string;

  @Asked(day, 'Legal date of the view; today when left out.', { optional: true })
  asOf?: string;
}

/** Filters rows of progress. */
@Parameters()
export class ListProgress extends Paging {
  @Asked(period, "Period; the plan's year when left out.", { optional: true })
  period?: string;

  @Asked(day, 'Legal date of the view; today when left out.', { optional: true })
  asOf?: string;

  @Asked(code, 'Only of these indicators.', { optional: true, list: true })
  indicator?: string[];

  @Asked(flagInForm, 'Whether rows of the units stand below that of the commune; the public sees none.', {
    optional: true,
  })
  units?: boolean;
}

/** Period and day of a view of completeness. */
@Parameters()
export class ListCompleteness extends Paging {
  @Asked(period, "Period; the plan's year when left out.", { optional: true })
  period?: string;

  @Asked(day, 'Legal date of the view; today when left out.', { optional: true })
  asOf?: string;
}
