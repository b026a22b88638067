import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, flagInForm, period } from '../api/shapes.js';

/** Period and day of a view of progress, and the page. */
@Parameters()
export class ListViewed extends Paging {
  @Asked(period, "Period; the plan's year when left out.", { optional: true })
  period?: string;

  @Asked(day, 'Legal date of the view; today when left out.', { optional: true })
  asOf?: string;
}

/** Filters rows of progress of one indicator, for an edge. */
@Parameters()
export class ListOwnProgress extends ListViewed {
  @Asked(flagInForm, 'Whether rows of the units stand below that of the commune; the public sees none.', {
    optional: true,
  })
  units?: boolean;
}

/** Filters rows of progress. */
@Parameters()
export class ListProgress extends ListOwnProgress {
  @Asked(code, 'Only of these indicators.', { optional: true, list: true })
  indicator?: string[];
}

/** Filters rows of progress of one unit, for an edge. */
@Parameters()
export class ListUnitProgress extends ListViewed {
  @Asked(code, 'Key of the plan: "2023".')
  plan: string;

  @Asked(code, 'Only of these indicators.', { optional: true, list: true })
  indicator?: string[];
}

/** Filters rows of completeness. */
@Parameters()
export class ListCompleteness extends ListViewed {}
