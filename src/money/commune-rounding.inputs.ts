import { Asked, AskedAs, InputBody, Parameters } from '../api/asked.js';
import { day, id } from '../api/shapes.js';
import { Paging } from '../api/lists.js';
import type { RoundingMethod } from '../catalogue/rule-set.view.js';
import { CommuneRounding } from './commune-rounding.entity.js';

/** Names a rounding by its first day. */
@Parameters()
export class RoundingAt {
  @Asked(day, 'First day: "2024-01-01".')
  validFrom: string;
}

/** A page of roundings. */
@Parameters()
export class ListRoundings extends Paging {
  @Asked(day, 'The one in force on this day; all when left out.', { optional: true })
  asOf?: string;
}

@InputBody('How money of awards is rounded from a day on.')
export class SetRounding {
  @AskedAs(CommuneRounding) method: RoundingMethod;
  @AskedAs(CommuneRounding) unit: number;
  @AskedAs(CommuneRounding, { clearable: true }) validTo?: string | null;

  @Asked(id, 'Id of the document that says so, recorded before.')
  document: string;
}
