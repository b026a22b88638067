import { Asked, Parameters } from '../api/asked.js';
import { text } from '../api/shapes.js';

/** A file of the pages. */
@Parameters()
export class AssetAt {
  @Asked(text(60), 'Name of the file.')
  file: string;
}
