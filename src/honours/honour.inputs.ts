import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { flagInForm } from '../api/shapes.js';
import { honourKind, type HonourKind } from './honour.view.js';

/** Filters the record of a unit or person. */
@Parameters()
export class ListHonours extends Paging {
  @Asked(honourKind, 'Only lines of these kinds.', { optional: true, list: true })
  kind?: HonourKind[];

  @Asked(flagInForm, 'Also those of the closed units that it succeeds, after a merger or a split.', { optional: true })
  withPredecessors?: boolean;
}
