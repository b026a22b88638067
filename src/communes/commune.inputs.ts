import { AsOfDay } from '../api/as-of-day.js';
import { Asked, Parameters } from '../api/asked.js';
import { code } from '../api/shapes.js';

/** Names a commune, for an edge or the field `commune`. */
@Parameters()
export class CommuneKey {
  @Asked(code, 'Key of the commune: "duc-lang".')
  key: string;
}

/** On which day. */
@Parameters()
export class AsOf {
  @AsOfDay('Day for which the record is shown; today when left out.')
  asOf?: string;
}
