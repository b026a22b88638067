import { Asked, Body } from '../api/asked.js';
import { reasonText } from '../api/shapes.js';

/** Why personal values are erased. It stays in the journal: it should not name whom they are of. */
@Body('Why personal values are erased.')
export class ErasePersonal {
  @Asked(reasonText, 'Why. It stays in the journal: do not name the person.')
  reason: string;
}
