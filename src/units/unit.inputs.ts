import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, text } from '../api/shapes.js';
import { unitKind, type UnitKind } from './unit.entity.js';

/** Which unit. */
@Parameters()
export class UnitAt {
  @Asked(code, 'Code of the unit.')
  unit: string;
}

/** Which units. */
@Parameters()
export class ListUnits extends Paging {
  @Asked(unitKind, 'Only these kinds.', { optional: true, list: true })
  kind?: UnitKind[];

  @Asked(code, 'Only units directly below this one.', { optional: true })
  parent?: string;

  @Asked(day, 'As they were on this day; today when left out.', { optional: true })
  asOf?: string;

  @Asked(text(100), 'Words of the name or the code; case and diacritics do not matter.', { optional: true })
  search?: string;

  @Asked(text(80), 'Only the unit with this code of another system, "<system>:<code>".', { optional: true })
  identifier?: string;
}
