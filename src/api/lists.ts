import { Asked, Parameters } from './asked.js';
import { countInQuery, text } from './shapes.js';

/** How much of a list, and from where. */
@Parameters()
export class Paging {
  @Asked(countInQuery(1, 500), 'At most so many items, 1–500; 100 when left out.', { optional: true })
  first?: number;

  @Asked(text(500), 'The cursor of the page before.', { optional: true })
  after?: string;
}

export const firstOf = ({ first }: Paging): number => first ?? 100;
