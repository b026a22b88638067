import { Asked, Parameters } from '../api/asked.js';
import { compared } from '../api/text-shapes.js';
import { PageParameters } from './docs.inputs.js';

/** Code typed into the form of `/verify`. */
@Parameters({ ofLinks: true })
export class TypedCode extends PageParameters {
  @Asked(compared(200), 'Code, as printed on the certificate.', { optional: true })
  code?: string;
}
