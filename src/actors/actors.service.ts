import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { Actor } from './actor.entity.js';
import type { ListActors } from './actor.inputs.js';
import { ActorsQueries } from './actors.queries.js';
import type { Me } from './me.view.js';

/** Who acts. What belongs to a superior lies in commune 0. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly journal: JournalService,
  ) {}

  /** Who the caller is. */
  me(caller: Caller): Me {
    const { id, key, name, kind, appointments, scopes, keyPrefix, keyExpiresAt, keyUnit } = caller;
    if (id === null || keyPrefix === null) throw new Refusal('UNAUTHENTICATED');
    const communes = caller.places.flatMap((place) =>
      place.through === 'ended'
        ? []
        : [
            {
              key: place.key,
              through: place.through === 'supervision' ? ('SUPERVISION' as const) : ('APPOINTMENT' as const),
            },
          ],
    );
    return {
      id,
      key,
      name,
      kind,
      appointments,
      scopes,
      communes,
      keyUnit: keyUnit?.code ?? null,
      keyPrefix,
      keyExpiresAt,
    };
  }

  /** The actors of a commune with their appointments and delegations, by key. */
  actors(caller: Caller, commune: string, { role, ...page }: ListActors): Promise<Page<Actor>> {
    return this.database.read(caller, async () => {
      const [after = null] = (keysAfter(page.after, ['text']) ?? []) as readonly string[];
      const first = firstOf(page);
      const rows = await this.queries.actors(caller.in(commune), {
        roles: role,
        after,
        limit: first + 1,
        on: caller.on,
      });
      return pageOf(rows, first, ({ key }) => [key]);
    });
  }

  /** The actor of a key, if there is one: part of another module's write. */
  actorNamed(caller: Caller, commune: string, key: string): Promise<Actor | undefined> {
    return this.queries.actor(caller.in(commune), key);
  }

  /** Refusal: CODE_TAKEN. */
  addActor(caller: Caller, commune: string, input: Pick<Actor, 'key' | 'name' | 'kind'>): Promise<Actor> {
    const communeId = caller.in(commune).commune;
    return this.database.write(caller, communeId, async () => {
      const added: Actor = { ...input, communeId, id: v7(), version: 1 };
      await this.database.manager.insert(Actor, added);
      this.journal.record({
        caller,
        commune: communeId,
        kind: 'actor.added',
        view: Actor,
        record: added,
        seen: { before: null, after: 'INSIDE' },
      });
      return added;
    });
  }

  /** An actor of a commune (0 for a superior's) by key. Refusal: NOT_FOUND. */
  actorByKey(caller: Caller, commune: string, key: string): Promise<Actor> {
    return this.database.read(caller, async () => found(await this.queries.actor(caller.in(commune), key)));
  }
}
