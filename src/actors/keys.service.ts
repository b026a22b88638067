import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { byId, paged } from '../api/lists.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { ListKeys } from './actor.inputs.js';
import { ActorsQueries } from './actors.queries.js';
import type { ApiKey } from './api-key.entity.js';

/** API keys as they are read. */
@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
  ) {}

  /** The keys of a commune's actors, the newest first. */
  keys(caller: Caller, commune: string, { actor, ...page }: ListKeys, members?: Projection): Promise<Page<ApiKey>> {
    const { on, at } = caller;
    return this.database.read(caller, () =>
      paged(page, byId, ({ after, limit }) =>
        this.queries.keys(caller.reachIn(commune), { on, at, actor, after: after?.[0] ?? null, limit }, members),
      ),
    );
  }
}
