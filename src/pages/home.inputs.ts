import { Asked, Parameters } from '../api/asked.js';
import { code, day, oneTextOf, period } from '../api/shapes.js';
import { PageParameters } from './docs.inputs.js';

/** Period, day, form and language of a board. */
@Parameters({ ofLinks: true })
export class BoardParameters extends PageParameters {
  @Asked(period, 'Period; the year of the latest plan when left out.', { optional: true })
  period?: string;

  @Asked(day, 'Legal date: what had been approved and published by that day; today when left out.', { optional: true })
  date?: string;

  @Asked(oneTextOf(['wide']), 'wide: text for the screen of a meeting room.', { optional: true })
  view?: 'wide';
}

/** The page at `/`. */
@Parameters({ ofLinks: true })
export class HomeAt extends BoardParameters {
  @Asked(code, 'Key of the commune; the only one, or that of the sample, when left out.', { optional: true })
  commune?: string;
}
