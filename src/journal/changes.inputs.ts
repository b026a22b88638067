import { Asked, AskedAs, Parameters } from '../api/asked.js';
import { kinds, type Kind } from '../api/kinds.js';
import { pageSize } from '../api/lists.js';
import { code, countInQuery, oneTextOf, recordId } from '../api/shapes.js';
import { compared } from '../api/text-shapes.js';

const maxPosition = 2_000_000_000;

/** Place and size of a page of the feed. */
@Parameters()
export class FeedPage {
  @Asked(compared(200), 'The cursor of the pull before; left out, the feed starts at its beginning.', {
    optional: true,
  })
  cursor?: string;

  @Asked(
    countInQuery(1, pageSize.feed),
    `At most so many items, 1–${pageSize.feed}; ${pageSize.usual} when left out.`,
    { optional: true },
  )
  first?: number;

  @Asked(oneTextOf(kinds), 'Only changes of these kinds, such as "indicator.amended".', { optional: true, list: true })
  kinds?: Kind[];
}

/** Position and page of a snapshot. */
@Parameters()
export class SnapshotPage {
  @Asked(countInQuery(1, maxPosition), 'Position at which the records stand; your head when left out.', {
    optional: true,
  })
  at?: number;

  @AskedAs(FeedPage, { optional: true }) first?: number;

  @Asked(compared(500), 'Cursor of the previous page (`next`): it says the position, too.', { optional: true })
  after?: string;
}

/** Names a record by type and id. */
@Parameters()
export class RecordAt {
  @Asked(code, 'Type of the record: "plan", "indicator", "unit", "document", ….')
  type: string;

  @Asked(recordId, 'Id of the record.')
  id: string;
}

/** Names a stretch of the chain. */
@Parameters()
export class Stretch {
  @Asked(countInQuery(1, maxPosition), 'First position; 1 when left out.', { optional: true })
  from?: number;

  @Asked(countInQuery(1, maxPosition), 'Last position; your head when left out.', { optional: true })
  to?: number;
}
