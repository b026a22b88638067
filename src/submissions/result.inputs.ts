import { inCaches } from '../api/as-of-day.js';
import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, id, period } from '../api/shapes.js';

/** Filters results of one record, for an edge. */
@Parameters()
export class ListOwnResults extends Paging {
  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(period, 'Only for these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(day, 'Those in force on this legal date; those in force now when left out.', { optional: true })
  asOf?: string;

  @Asked(
    countInQuery(0, 999_999_999),
    `Position of the journal. The answer has the results as recorded up to it; left out: up to now. ${inCaches}`,
    { optional: true },
  )
  at?: number;
}

/** Filters results. */
@Parameters()
export class ListResults extends ListOwnResults {
  @Asked(code, 'Only of these plans.', { optional: true, list: true })
  plan?: string[];

  @Asked(code, 'Only of these indicators.', { optional: true, list: true })
  indicator?: string[];

  @Asked(id, 'Only this one, in force or not.', { optional: true })
  id?: string;

  @Asked(day, 'Only those approved on this day or later.', { optional: true })
  approvedFrom?: string;
}
