import { Asked, InputBody } from '../api/asked.js';
import { code, day, text } from '../api/shapes.js';

/** A code of another system. */
@InputBody('A code by which another system knows this.')
export class IdentifierGiven {
  @Asked(
    code,
    'Code system, such as "gso"; "cccd" are the numbers of citizens, which a unit of kind INDIVIDUAL alone has.',
  )
  system: string;

  @Asked(
    text(35),
    'The code, as text; of "cccd" all 12 digits, which answers mask: what they tell of it cannot be sent back.',
  )
  value: string;

  @Asked(day, 'First day.', { clearable: true })
  validFrom?: string | null;

  @Asked(day, 'Last day.', { clearable: true })
  validTo?: string | null;
}
