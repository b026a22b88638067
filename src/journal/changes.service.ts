import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { JsonTexts } from '../api/json-texts.js';
import { pageSize, paged, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { limits } from '../limits/limits.js';
import { Refusal } from '../refusals.js';
import { ChangeCountsQueries, type KindOfDay } from './change-counts.queries.js';
import type { Change, Changes, Position, Proof } from './change.view.js';
import type { FeedPage, RecordAt, Stretch } from './changes.inputs.js';
import { ChangesQueries, subjectsOf, withinBytes, type Line } from './changes.queries.js';
import {
  afterAll,
  beyondHead,
  readCursor,
  refuseForeignCursor,
  visibilityHashOf,
  writeCursor,
} from './cursor.rules.js';

const dayInMilliseconds = 86_400_000;

const noLink = 'The chain has no position that its head includes.';

const byPosition = { types: ['int', 'int'], keysOf: ({ position, item }: Change) => [position, item] } as const;

/** Reads of the journal: the feed, the history of a record, the proof of the chain. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: Database,
    private readonly queries: ChangesQueries,
    private readonly countsOf: ChangeCountsQueries,
  ) {}

  /** Changes after a cursor. Refusals: CURSOR_INVALID and the 410s of `refuseForeignCursor`. */
  changes(caller: Caller, commune: string, page: FeedPage): Promise<Changes> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const visibilityHash = visibilityHashOf(reach.sees, caller.readsPersonal, reach.units);
      const head = await this.queries.head(reach);
      const cursor = page.cursor === undefined ? undefined : readCursor(page.cursor);
      if (cursor) {
        const there = await this.queries.hashAt(head, reach, cursor.position);
        refuseForeignCursor(cursor, { there, visibilityHash }, `/v1/communes/${reach.key}/changes`);
      }
      const first = page.first ?? pageSize.usual;
      const lines = await this.queries.after(reach, {
        position: cursor?.position ?? 0,
        item: cursor?.item ?? 0,
        kinds: page.kinds,
        limit: first + 1,
        bytes: limits.feedBytes,
        personal: caller.readsPersonal,
      });
      const shown = withinBytes(lines.slice(0, first));
      const more = shown.length < lines.length;
      // On the last page the cursor stands at the head: it passes over the changes that are hidden from this caller.
      const { position, item } = (more && shown.at(-1)) || { position: head.position, item: afterAll };
      const hash = expected(await this.queries.hashAt(head, reach, position), noLink);
      const items = new JsonTexts<Change>(shown.map(textOf), reach.communeId, shown.flatMap(subjectsOf));
      return { items, cursor: writeCursor({ position, item, hash, visibilityHash }), more, head };
    });
  }

  /** Numbers of changes that the caller sees, on the legal dates of a span: by day, the newest first, and by kind. */
  changeCounts(caller: Caller, commune: string, span: { from: string; to: string }): Promise<KindOfDay[]> {
    // No act has a legal date ahead of its day: what has one of the span was recorded since it began.
    const since = new Date(caller.at.getTime() - (Date.parse(caller.on) - Date.parse(span.from)) - dayInMilliseconds);
    return this.database.read(caller, () => this.countsOf.counts(caller.reachIn(commune), { ...span, since }));
  }

  /** Changes of a record, oldest first. Refusals: NOT_FOUND without a visible change; CURSOR_INVALID. */
  history(caller: Caller, { commune, ...record }: CommuneAt & RecordAt, page: Paging): Promise<Page<Change>> {
    return this.database.read(caller, () =>
      paged(page, byPosition, async ({ after, limit }) => {
        const [position = 0, item = 0] = after ?? [];
        const asked = { ...record, position, item, limit, personal: caller.readsPersonal };
        const reach = caller.reachIn(commune);
        const lines = await this.queries.ofRecord(reach, asked);
        if (lines.length === 0 && page.after === undefined) throw new Refusal('NOT_FOUND');
        return lines.map((line) => changeOf(line, reach));
      }),
    );
  }

  /** Positions of the chain, from which a reader can recompute its hashes. Refusal: RULE (BEYOND_HEAD). */
  proof(caller: Caller, commune: string, stretch: Stretch): Promise<Proof> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const head = await this.queries.head(reach);
      const from = stretch.from ?? 1;
      if (from > head.position + 1) throw beyondHead('/from', head);
      const wanted = Math.min(stretch.to ?? head.position, head.position);
      const to = Math.min(wanted, from + pageSize.feed - 1);
      const previous = expected(await this.queries.hashAt(head, reach, from - 1), noLink);
      const found = await this.queries.positions(reach, { from, to, items: pageSize.feed, bytes: limits.feedBytes });
      const shown = withinBytes(found);
      const more = wanted > (shown.at(-1)?.position ?? wanted);
      const positions = new JsonTexts<Position>(shown.map(textOf), reach.communeId);
      return { previous, sees: reach.sees, bound: reach.units !== null, positions, more, head };
    });
  }
}

const textOf = ({ text }: { text: string }) => text;

const changeOf = (line: Line, { communeId }: Reach): Change => ({
  ...(JSON.parse(line.text) as Change),
  communeId,
  subjects: subjectsOf(line),
});
