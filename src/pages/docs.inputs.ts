import { Asked, Parameters } from '../api/asked.js';
import type { Language } from '../api/problem.js';
import { oneTextOf } from '../api/shapes.js';
import { compared } from '../api/text-shapes.js';

/** Parameters of every page that is written in both languages. */
@Parameters({ ofLinks: true })
export class PageParameters {
  @Asked(oneTextOf(['vi', 'en']), 'Language; that of Accept-Language when left out.', { optional: true })
  lang?: Language;
}

/** A file of the pages. */
@Parameters()
export class AssetAt {
  @Asked(compared(60), 'Name of the file.')
  file: string;
}
