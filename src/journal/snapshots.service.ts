import { Injectable } from '@nestjs/common';
import { Caller, type Reach } from '../access/caller.js';
import { endOf } from '../access/clock.js';
import type { CommuneOfRequest } from '../access/identity.js';
import { expected } from '../api/found.js';
import { JsonTexts } from '../api/json-texts.js';
import { pageSize } from '../api/lists.js';
import { Database } from '../database/database.js';
import { limits } from '../limits/limits.js';
import { Refusal } from '../refusals.js';
import type { Change, Head } from './change.view.js';
import type { SnapshotPage } from './changes.inputs.js';
import { ChangesQueries, subjectsOf, withinBytes } from './changes.queries.js';
import {
  afterAll,
  beyondHead,
  readSnapshotCursor,
  refuseForeignCursor,
  visibilityHashOf,
  writeCursor,
  writeSnapshotCursor,
} from './cursor.rules.js';
import { SnapshotQueries } from './snapshot.queries.js';
import type { Snapshot } from './snapshot.view.js';

/**
 * Snapshots of the journal: the records as they stood at a position. Nothing is stored, and a page asked again is the
 * same.
 */
@Injectable()
export class SnapshotsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SnapshotQueries,
    private readonly changes: ChangesQueries,
  ) {}

  /**
   * Records that the caller sees, as they stood at a position: a page of them. For a commune that the caller supervises
   * no longer: as on the last day of the supervision. Refusals: CURSOR_INVALID and the 410s of `refuseForeignCursor`;
   * RULE (BEYOND_HEAD) for a position above the head; SUPERVISION_ENDED for another than that of the last day.
   */
  snapshot(caller: Caller, commune: string, page: SnapshotPage): Promise<Snapshot> {
    const ended = caller.communes.find(({ key, through }) => key === commune && through === 'ended');
    if (!ended)
      return this.database.read(caller, async () => {
        const reach = caller.reachIn(commune);
        const head = await this.changes.head(reach);
        if ((page.at ?? 0) > head.position) throw beyondHead('/at', head);
        return this.read(caller, { reach, head, page });
      });
    // The caller as on the last day: row-level security admits the commune for these reads alone.
    const communes: CommuneOfRequest[] = [{ ...ended, through: 'supervision' }];
    const then = Object.assign(new Caller(caller, caller), { communes });
    return this.database.scope(then, async () => {
      const reach = then.reachIn(commune);
      const head = await this.queries.headBefore(reach, endOf(expected(ended.lastDay, 'An end has a day.'), caller));
      if (page.at !== undefined && page.at !== head.position)
        throw new Refusal('SUPERVISION_ENDED', { successors: ended.successors });
      return this.read(then, { reach, head, page });
    });
  }

  private async read(
    { readsPersonal }: Caller,
    { reach, head, page }: { reach: Reach; head: Head; page: SnapshotPage },
  ): Promise<Snapshot> {
    const visibilityHash = visibilityHashOf(reach.sees, readsPersonal, reach.units);
    const after = page.after === undefined ? undefined : readSnapshotCursor(page.after);
    if (after && page.at !== undefined && page.at !== after.position) throw new Refusal('CURSOR_INVALID');
    const position = after?.position ?? page.at ?? head.position;
    const hash = await this.changes.hashAt(head, reach, position);
    if (after) refuseForeignCursor(after, { there: hash, visibilityHash }, `/v1/communes/${reach.key}/snapshot`);
    const there = { position, hash: expected(hash, 'The chain has no position that its head includes.') };
    const first = page.first ?? pageSize.usual;
    const lines = await this.queries.records(reach, {
      position,
      type: after?.type ?? '',
      recordId: after?.recordId ?? '',
      limit: first + 1,
      bytes: limits.feedBytes,
      personal: readsPersonal,
    });
    const shown = withinBytes(lines.slice(0, first));
    const last = shown.length < lines.length ? shown.at(-1) : undefined;
    return {
      ...there,
      items: new JsonTexts<Change>(
        shown.map(({ text }) => text),
        reach.communeId,
        shown.flatMap(subjectsOf),
      ),
      next: last ? writeSnapshotCursor({ ...there, visibilityHash, type: last.type, recordId: last.recordId }) : null,
      cursor: writeCursor({ ...there, item: afterAll, visibilityHash }),
    };
  }
}
