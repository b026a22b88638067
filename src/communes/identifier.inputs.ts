import { Asked, InputBody } from '../api/asked.js';
import { code, day } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';

/** A code of another system. */
@InputBody('A code by which another system knows this.')
export class IdentifierGiven {
  @Asked(code, 'Code system, such as "gso"; "cccd" is the citizen number; only units of kind INDIVIDUAL have one.')
  system: string;

  @Asked(
    line(35),
    'Code as text. For "cccd": all 12 digits. Answers show only the last three, so a code from an answer is refused.',
  )
  value: string;

  @Asked(day, 'First day.', { clearable: true })
  validFrom?: string | null;

  @Asked(day, 'Last day.', { clearable: true })
  validTo?: string | null;
}
