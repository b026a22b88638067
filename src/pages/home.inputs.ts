import { Asked, Parameters } from '../api/asked.js';
import { code } from '../api/shapes.js';

/** Which commune the page is about. */
@Parameters()
export class HomeAt {
  @Asked(code, 'Key of the commune; the first by key when left out.', { optional: true })
  commune?: string;
}
