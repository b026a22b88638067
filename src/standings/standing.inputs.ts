import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, period } from '../api/shapes.js';
import { schemeCode } from './score-column.view.js';

/** Names the unit whose standing is asked for. */
@Parameters()
export class StandingAt {
  @Asked(code, 'Code of the unit.')
  unit: string;
}

/** Names the table that a standing stands in. */
@Parameters()
export class TableAt {
  @Asked(period, 'Period that was scored.')
  period: string;

  @Asked(code, 'Code of the scheme; needed where the unit stands in tables of several.', { optional: true })
  scheme?: string;

  @Asked(countInQuery(1, 9999), 'Number of the publication; the newest when left out.', { optional: true })
  number?: number;
}

/** Filters published standings. */
@Parameters()
export class ListStandings extends Paging {
  @Asked(period, 'Only of these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(code, 'Only by these schemes.', { optional: true, list: true })
  scheme?: string[];

  @Asked(schemeCode, 'Only of these blocks.', { optional: true, list: true })
  block?: string[];

  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(countInQuery(1, 9999), 'Only of publications with this number; the newest of each when left out.', {
    optional: true,
  })
  number?: number;

  @Asked(day, 'The newest that were published by this day.', { optional: true })
  asOf?: string;
}
