import type { Reach } from '../access/caller.js';
import { keysAfter, pageOf, type Keys, type KeysOf, type KeyType, type Page } from '../database/page.js';
import { Asked, Parameters } from './asked.js';
import { countInQuery } from './shapes.js';
import { compared } from './text-shapes.js';

/** Items of a page: at most, in the feed at most, and when `first` is left out. */
export const pageSize = { most: 500, feed: 5_000, usual: 100 } as const;

/** Page of a list: size and start. */
@Parameters()
export class Paging {
  @Asked(countInQuery(1, pageSize.most), `Page size, 1–${pageSize.most}; ${pageSize.usual} when left out.`, {
    optional: true,
  })
  first?: number;

  @Asked(compared(500), 'Cursor of the previous page (`next` in REST, `endCursor` in GraphQL).', { optional: true })
  after?: string;
}

export const firstOf = ({ first }: Paging): number => first ?? pageSize.usual;

/** Order of a list: types of the keys in its cursor, and the keys of an item. */
export interface Order<Item, Types extends readonly KeyType[]> {
  types: Types;
  keysOf(item: Item): Keys;
}

export const byId = { types: ['uuid'], keysOf: ({ id }: { id: string }) => [id] } as const;

/** Order of a list that may be searched: by rank (`rankOf` in database/where.ts), the newest first. */
export const byRank = {
  types: ['int', 'uuid'],
  keysOf: ({ rank = 0, id }: { rank?: number; id: string }) => [rank, id],
} as const;

/** Start and size of a read: one row more than the page shows. */
export interface PageSlice<Types extends readonly KeyType[]> {
  after: KeysOf<Types> | null;
  limit: number;
}

/** Page of a list. Refusal: CURSOR_INVALID. */
export async function paged<Item, const Types extends readonly KeyType[]>(
  page: Paging,
  order: Order<NoInfer<Item>, Types>,
  read: (slice: PageSlice<Types>) => Promise<Item[]>,
): Promise<Page<Item>> {
  const [only] = await pagedEach(page, order, async (slice) => [await read(slice)]);
  return only as Page<Item>;
}

/** All items of a list, read page by page. */
export async function allOf<Item>(read: (page: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page: Page<Item> = await read({ first: pageSize.most, after: next });
    all.push(...page.items);
    ({ next } = page);
  }
  return all;
}

/** Same page of a list of several communes, each read in its reach, in the order asked. Refusal: CURSOR_INVALID. */
export function pagedIn<Item, const Types extends readonly KeyType[]>(
  reaches: readonly Reach[],
  { order, ...page }: Paging & { order: Order<NoInfer<Item>, Types> },
  read: (reach: Reach, slice: PageSlice<Types>) => Promise<Item[]>,
): Promise<Page<Item>[]> {
  return pagedEach(page, order, (slice) => Promise.all(reaches.map((reach) => read(reach, slice))));
}

/**
 * Page of one list of several communes, by the key of the commune and within it in the order of its own list. Communes
 * are read one after the other, until the page is full. Refusal: CURSOR_INVALID.
 */
export function pagedAcross<Item extends { communeId: number }, const Types extends readonly KeyType[]>(
  reaches: readonly Reach[],
  { order, ...page }: Paging & { order: Order<NoInfer<Item>, Types> },
  read: (reach: Reach, slice: PageSlice<Types>) => Promise<Item[]>,
): Promise<Page<Item>> {
  const keys = new Map(reaches.map(({ communeId, key }) => [communeId, key]));
  const across = {
    types: ['text', ...order.types] as const,
    keysOf: (item: Item): Keys => [keys.get(item.communeId) ?? '', ...order.keysOf(item)],
  };
  return paged<Item, readonly KeyType[]>(page, across, async ({ after, limit }) => {
    const [last, ...within] = (after ?? []) as Keys;
    const items: Item[] = [];
    for (const reach of [...reaches].sort((one, other) => (one.key < other.key ? -1 : 1))) {
      if (items.length >= limit) break;
      if (last !== undefined && reach.key < last) continue;
      const slice = { after: reach.key === last ? within : null, limit: limit - items.length };
      items.push(...(await read(reach, slice as PageSlice<Types>)));
    }
    return items;
  });
}

/** Page of a list that is computed as a whole, its items in the order of their keys. Refusal: CURSOR_INVALID. */
export function pagedWhole<Item, const Types extends readonly KeyType[]>(
  page: Paging,
  order: Order<NoInfer<Item>, Types>,
  items: readonly Item[],
): Promise<Page<Item>> {
  return paged<Item, Types>(page, order, (slice) => Promise.resolve(sliceOf(items, order, slice)));
}

/** Slice of a list that is computed as a whole, its items in the order of their keys. */
export function sliceOf<Item, const Types extends readonly KeyType[]>(
  items: readonly Item[],
  { keysOf }: Order<NoInfer<Item>, Types>,
  { after, limit }: PageSlice<Types>,
): Item[] {
  const begin = after === null ? 0 : items.findIndex((item) => follows(keysOf(item), after as Keys));
  return begin === -1 ? [] : items.slice(begin, begin + limit);
}

/** Whether the place of an item comes after that of a cursor. */
function follows(keys: Keys, after: Keys): boolean {
  const differing = keys.findIndex((key, index) => key !== after[index]);
  return differing !== -1 && (keys[differing] as string) > (after[differing] as string);
}

/** Same page of several lists. Refusal: CURSOR_INVALID. */
export async function pagedEach<Item, const Types extends readonly KeyType[]>(
  page: Paging,
  { types, keysOf }: Order<NoInfer<Item>, Types>,
  read: (slice: PageSlice<Types>) => Promise<Item[][]>,
): Promise<Page<Item>[]> {
  const first = firstOf(page);
  const lists = await read({ after: keysAfter(page.after, types), limit: first + 1 });
  return lists.map((rows) => pageOf(rows, { first, after: page.after }, keysOf));
}
