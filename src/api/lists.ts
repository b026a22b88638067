import { Asked, Parameters } from './asked.js';
import { countInQuery, text } from './shapes.js';

/** How much of a list, and from where. */
@Parameters()
export class Paging {
  @Asked(countInQuery(1, 500), 'Page size, 1–500; 100 when left out.', { optional: true })
  first?: number;

  @Asked(text(500), 'Cursor of the previous page (`next` in REST, `endCursor` in GraphQL).', { optional: true })
  after?: string;
}

export const firstOf = ({ first }: Paging): number => first ?? 100;
