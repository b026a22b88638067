import { Asked, Parameters } from '../api/asked.js';
import { compared } from '../api/text-shapes.js';

/** Names a refusal. */
@Parameters()
export class RefusalAt {
  @Asked(compared(60), 'Code of the refusal: "STALE".')
  code: string;
}
