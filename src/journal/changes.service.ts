import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { paged, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { Refusal, wrong } from '../refusals.js';
import type { Change, Changes, Head, Proof } from './change.view.js';
import type { FeedPage, RecordAt, Stretch } from './changes.inputs.js';
import { ChangesQueries } from './changes.queries.js';
import { checkCursor, readCursor, visibilityHashOf, writeCursor } from './cursor.rules.js';

/** Item of a cursor behind all items of its position. */
const afterAll = 999_999_999;

/** Positions in one proof. */
const maxPositions = 500;

const noLink = 'The chain has no position that its head includes.';

const byPosition = { types: ['int', 'int'], keysOf: ({ position, item }: Change) => [position, item] } as const;

/** Reads of the journal: the feed, the history of a record, the proof of the chain. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: Database,
    private readonly queries: ChangesQueries,
  ) {}

  /** Changes after a cursor. Refusals: CURSOR_INVALID and the 410s of `checkCursor`. */
  changes(caller: Caller, commune: string, page: FeedPage): Promise<Changes> {
    return this.database.read(caller, async () => {
      const reach = caller.in(commune);
      const visibilityHash = visibilityHashOf(reach.sees, caller.readsPersonal, caller.unitIds);
      const head = await this.queries.head(reach);
      const at =
        page.cursor === undefined
          ? { position: 0, item: 0 }
          : await this.positionOf(reach, head, page.cursor, visibilityHash);
      const first = page.first ?? 100;
      const rows = await this.queries.after(reach, {
        ...at,
        kinds: page.kinds,
        limit: first + 1,
        personal: caller.readsPersonal,
      });
      const items = rows.slice(0, first);
      const more = rows.length > first;
      // The last page ends at the head: what lies between and is not shown is read, too.
      const end = more ? (items.at(-1) ?? at) : { position: head.position, item: afterAll };
      const hash = expected(await this.queries.hashUpTo(head, reach, end.position), noLink);
      return {
        items,
        cursor: writeCursor({ position: end.position, item: end.item, hash, visibilityHash }),
        more,
        head,
      };
    });
  }

  /** Changes of a record, oldest first. Refusals: NOT_FOUND without a visible change; CURSOR_INVALID. */
  history(caller: Caller, { commune, ...record }: CommuneAt & RecordAt, page: Paging): Promise<Page<Change>> {
    return this.database.read(caller, () =>
      paged(page, byPosition, async ({ after, limit }) => {
        const [position = 0, item = 0] = after ?? [];
        const place = { ...record, position, item, limit, personal: caller.readsPersonal };
        const rows = await this.queries.ofRecord(caller.in(commune), place);
        if (rows.length === 0 && page.after === undefined) throw new Refusal('NOT_FOUND');
        return rows;
      }),
    );
  }

  /** Positions of the chain, from which a reader can recompute its hashes. Refusal: RULE (BEYOND_HEAD). */
  proof(caller: Caller, commune: string, stretch: Stretch): Promise<Proof> {
    return this.database.read(caller, async () => {
      const reach = caller.in(commune);
      const head = await this.queries.head(reach);
      const from = stretch.from ?? 1;
      if (from > head.position + 1)
        throw wrong('/from', 'BEYOND_HEAD', `The head for this caller is at ${head.position}.`);
      const wanted = Math.min(stretch.to ?? head.position, head.position);
      const to = Math.min(wanted, from + maxPositions - 1);
      const previous = expected(await this.queries.hashUpTo(head, reach, from - 1), noLink);
      const links = await this.queries.links(reach, from, to);
      const itemsAt = grouped(await this.queries.itemsOf(reach, from, to), ({ position }) => [position]);
      const positions = links.map((link) => ({
        ...link,
        items: itemsAt(link.position),
      }));
      return { previous, sees: reach.sees, bound: reach.units !== null, positions, more: to < wanted, head };
    });
  }

  private async positionOf(
    reach: Reach,
    head: Head,
    text: string,
    visibilityHash: string,
  ): Promise<{ position: number; item: number }> {
    const cursor = readCursor(text);
    const hashThere = await this.queries.hashUpTo(head, reach, cursor.position);
    checkCursor(cursor, hashThere, visibilityHash, `/v1/communes/${reach.key}/changes`);
    return cursor;
  }
}
