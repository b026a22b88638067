import { Asked, Parameters } from '../api/asked.js';
import { code } from '../api/shapes.js';

/** Commune of the home page. */
@Parameters()
export class HomeAt {
  @Asked(code, 'Key of the commune; the first by key when left out.', { optional: true })
  commune?: string;
}
