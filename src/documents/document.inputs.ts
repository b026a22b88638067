import { Asked, Parameters } from '../api/asked.js';
import { id } from '../api/shapes.js';

/** Which record, by id. */
@Parameters()
export class DocumentAt {
  @Asked(id, 'Id of the document.')
  id: string;
}
