import { Asked, Body } from '../api/asked.js';
import { code, day, text } from '../api/shapes.js';

/** A code of another system. */
@Body('A code by which another system knows this.')
export class IdentifierGiven {
  @Asked(code, 'Code system, such as "gso".')
  system: string;

  @Asked(text(35), 'The code, as text.')
  value: string;

  @Asked(day, 'First day.', { clearable: true })
  validFrom?: string | null;

  @Asked(day, 'Last day.', { clearable: true })
  validTo?: string | null;
}
