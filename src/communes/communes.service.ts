import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import type { OperationId } from '../access/permissions.js';
import { found } from '../api/found.js';
import { paged, type Paging } from '../api/lists.js';
import { asksFor, type Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { pageOf, type Page } from '../database/page.js';
import type { Head } from '../journal/change.view.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import type { Commune } from './commune.entity.js';
import type { AsOf } from './commune.inputs.js';
import { CommunesQueries } from './communes.queries.js';
import type { Superior, Supervision } from './superior.entity.js';

const byKey = { types: ['text'], keysOf: ({ key }: Commune) => [key] } as const;

/** The registry as callers read it. */
@Injectable()
export class CommunesService {
  constructor(
    private readonly database: Database,
    private readonly queries: CommunesQueries,
    private readonly changes: ChangesQueries,
  ) {}

  /** The communes in reach, by key; each with its head where it is asked for. */
  communes(caller: Caller, page: Paging, members?: Projection): Promise<Page<Commune>> {
    return this.database.read(caller, () =>
      paged(page, byKey, async (slice) => {
        const rows = await this.queries.communes(caller.everywhere(), slice, members);
        if (!asksFor(members, 'head')) return rows;
        const heads = await this.changes.heads(rows.map(({ id }) => caller.reachById(id)));
        return rows.map((row, index) => ({ ...row, head: heads[index] }));
      }),
    );
  }

  /** One commune. Refusal: NOT_FOUND. */
  commune(caller: Caller, key: string, members?: Projection): Promise<Commune> {
    return this.database.read(caller, async () => found(await this.queries.commune(caller.reachIn(key), members)));
  }

  /** The heads of communes, in the order asked. */
  heads(caller: Caller, communeIds: readonly number[]): Promise<Head[]> {
    return this.database.read(caller, () => this.changes.heads(communeIds.map((id) => caller.reachById(id))));
  }

  /** The bodies above a commune on a day, the nearest first. Refusal: NOT_FOUND. */
  superiors(caller: Caller, commune: string, { asOf }: AsOf): Promise<Page<Superior>> {
    return this.database.read(caller, async () =>
      onlyPage(await this.queries.superiors(caller.reachIn(commune), asOf ?? caller.on)),
    );
  }

  /**
   * The superior in whose name the caller acts in a commune: the nearest of its own that supervises it on the legal
   * date. Part of a write. Refusal: FORBIDDEN.
   */
  async actingSuperior(caller: Caller, { act, commune }: { act: OperationId; commune: string }): Promise<Superior> {
    const own = caller.superiorKeys(act);
    const above = await this.queries.superiors(caller.reachIn(commune), caller.on);
    const superior = above.find(({ key }) => own.includes(key));
    if (!superior) throw forbidden(act);
    return superior;
  }

  /** Every supervision that ever reached a commune, the oldest first. Refusal: NOT_FOUND. */
  supervisions(caller: Caller, commune: string): Promise<Page<Supervision>> {
    return this.database.read(caller, async () => onlyPage(await this.queries.supervisions(caller.reachIn(commune))));
  }
}

/** A list that is always short enough for one page. */
const onlyPage = <T extends { id: string }>(rows: T[]): Page<T> =>
  pageOf(rows, { first: rows.length }, ({ id }) => [id]);
