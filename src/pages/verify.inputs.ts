import { Asked, Parameters } from '../api/asked.js';
import { text } from '../api/shapes.js';

/** Code typed into the form of `/verify`. */
@Parameters({ ofLinks: true })
export class TypedCode {
  @Asked(text(200), 'Code, as printed on the certificate.', { optional: true })
  code?: string;
}
