import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal, wrong } from '../refusals.js';
import { Actor } from './actor.entity.js';
import type { ActorAt, AmendActor, ListActors } from './actor.inputs.js';
import { actorWorkflow } from './actor.workflow.js';
import { ActorsQueries } from './actors.queries.js';
import type { Me } from './me.view.js';

const byKey = { types: ['text'], keysOf: ({ key }: Actor) => [key] } as const;

/** People and systems that act. Those of a superior lie in commune 0. */
@Injectable()
export class ActorsService {
  private readonly recordType: RecordType<Actor, ActorAt, typeof actorWorkflow> = {
    entity: Actor,
    workflow: actorWorkflow,
    lock: (reach, { actor }) => this.queries.lockActor(reach, actor),
    read: async (caller, { commune, actor }) => found(await this.queries.actor(caller.reachIn(commune), actor)),
    pathOf: () => wholeCommune,
    states: 'actor',
    stateOf: () => 'KNOWN',
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly records: RecordsService,
  ) {}

  /** The caller, as the server knows it. Refusal: UNAUTHENTICATED. */
  me(caller: Caller): Me {
    const { id, actorKey: key, name, kind, appointments, scopes, keyPrefix, keyExpiresAt, keyUnit } = caller;
    if (id === null) throw new Refusal('UNAUTHENTICATED');
    const communes = caller.communes.flatMap((each) =>
      each.through === 'ended'
        ? []
        : [
            {
              key: each.key,
              through: each.through === 'supervision' ? ('SUPERVISION' as const) : ('APPOINTMENT' as const),
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
    return this.database.read(caller, () =>
      paged(page, byKey, ({ after, limit }) =>
        this.queries.actors(caller.reachIn(commune), { roles: role, after: after?.[0] ?? null, limit, on: caller.on }),
      ),
    );
  }

  /** The actor of a key, if there is one: part of another module's write. */
  actorNamed(caller: Caller, commune: string, key: string): Promise<Actor | undefined> {
    return this.queries.actor(caller.reachIn(commune), key);
  }

  /** Adds an actor. Refusal: CODE_TAKEN. */
  addActor(caller: Caller, commune: string, input: Pick<Actor, 'key' | 'name' | 'kind'>): Promise<Actor> {
    return this.records.add(caller, { commune, entity: Actor, kind: 'actor.added' }, async ({ communeId }) => {
      const actor: Actor = { ...input, communeId, id: v7(), version: 1 };
      await this.database.manager.insert(Actor, actor);
      return actor;
    });
  }

  /** Amends the name of an actor. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE when nothing is to change. */
  amendActor(caller: Caller, at: AtVersion<ActorAt>, { name, reason }: AmendActor): Promise<Actor> {
    return this.records.act(caller, { type: this.recordType, act: 'amendActor', at, reason }, (before) => {
      if (name === before.name)
        throw wrong('/name', 'NOTHING_CHANGED', {
          en: 'It has this name already.',
          vi: 'Tên này đang là tên hiện nay.',
        });
      return { name };
    });
  }

  /** An actor of a commune (0 for a superior's) by key. Refusal: NOT_FOUND. */
  actorByKey(caller: Caller, commune: string, key: string): Promise<Actor> {
    return this.database.read(caller, async () => found(await this.queries.actor(caller.reachIn(commune), key)));
  }
}
