import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { found } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { ActorEntity } from './actor.entity.js';
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
  me(actor: Actor): Me {
    const { id, key, name, kind, appointments, scopes, keyPrefix, keyExpiresAt, keyUnit } = actor;
    if (id === null || keyPrefix === null) throw new Refusal('UNAUTHENTICATED');
    const communes = actor.places.flatMap((place) =>
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
  actors(actor: Actor, commune: string, { role, ...page }: ListActors): Promise<Page<ActorEntity>> {
    return this.database.read(actor, async () => {
      const [after = null] = (keysAfter(page.after, ['text']) ?? []) as readonly string[];
      const first = firstOf(page);
      const rows = await this.queries.actors(actor.in(commune), { roles: role, after, limit: first + 1, on: actor.on });
      return pageOf(rows, first, ({ key }) => [key]);
    });
  }

  /** The actor of a key, if there is one: part of another module's write. */
  actorNamed(actor: Actor, commune: string, key: string): Promise<ActorEntity | undefined> {
    return this.queries.actor(actor.in(commune), key);
  }

  /** Refusal: CODE_TAKEN. */
  addActor(actor: Actor, commune: string, input: Pick<ActorEntity, 'key' | 'name' | 'kind'>): Promise<ActorEntity> {
    const communeId = actor.in(commune).commune;
    return this.database.write(actor, communeId, async () => {
      const added: ActorEntity = { ...input, communeId, id: v7(), version: 1 };
      await this.database.manager.insert(ActorEntity, added);
      this.journal.record({
        actor,
        commune: communeId,
        kind: 'actor.added',
        view: ActorEntity,
        record: added,
        seen: { before: null, after: 'INSIDE' },
      });
      return added;
    });
  }

  /** An actor of a commune (0 for a superior's) by key. Refusal: NOT_FOUND. */
  actorByKey(actor: Actor, commune: string, key: string): Promise<ActorEntity> {
    return this.database.read(actor, async () => found(await this.queries.actor(actor.in(commune), key)));
  }
}
