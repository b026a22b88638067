import { Asked, Parameters } from '../api/asked.js';
import { text } from '../api/shapes.js';

/** Names a refusal. */
@Parameters()
export class RefusalAt {
  @Asked(text(60), 'Code of the refusal: "STALE".')
  code: string;
}
