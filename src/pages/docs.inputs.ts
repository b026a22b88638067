import { Asked, Parameters } from '../api/asked.js';
import { compared } from '../api/text-shapes.js';

/** A file of the pages. */
@Parameters()
export class AssetAt {
  @Asked(compared(60), 'Name of the file.')
  file: string;
}
