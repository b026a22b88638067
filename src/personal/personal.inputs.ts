import { Asked, InputBody } from '../api/asked.js';
import { reasonText } from '../api/text-shapes.js';

/** The reason personal values are erased for. The journal keeps it: it must not name the person. */
@InputBody('The reason personal values are erased for.')
export class ErasePersonal {
  @Asked(reasonText, 'Reason. The journal keeps it: do not name the person.')
  reason: string;
}
