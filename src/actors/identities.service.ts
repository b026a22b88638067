import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AccessTokens } from '../access/access-tokens.js';
import { wholeCommune, type Caller } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import { byId, paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { point, points } from '../points.js';
import { refuse, Refusal } from '../refusals.js';
import { ActorIdentity } from './actor-identity.entity.js';
import { ActorsQueries } from './actors.queries.js';
import type { IdentityAt, LinkIdentity, ListIdentities, UnlinkIdentity } from './identity.inputs.js';
import { identityWorkflow } from './identity.workflow.js';
import { IdentitiesQueries } from './identities.queries.js';

/**
 * Identities of actors at the OpenID Provider. Their tokens may do as much as the actor: roles are never read from a
 * token. One of a deciding role that no operator linked works when a second person has confirmed it, as a key does.
 */
@Injectable()
export class IdentitiesService {
  private readonly recordType: RecordType<ActorIdentity, IdentityAt, typeof identityWorkflow> = {
    entity: ActorIdentity,
    workflow: identityWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id),
    read: async (caller, { commune, id }) => found(await this.queries.identity(caller.reachIn(commune), id, caller.on)),
    readAfter: async (caller, { commune, id }) =>
      lasting(found(await this.queries.identity(caller.reachIn(commune), id, caller.on))),
    pathOf: () => wholeCommune,
    states: 'identity',
    stateOf: ({ state = 'ACTIVE' }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: IdentitiesQueries,
    private readonly actors: ActorsQueries,
    private readonly tokens: AccessTokens,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /** The identities of a commune's actors, the newest first. */
  identities(
    caller: Caller,
    commune: string,
    { actor, ...page }: ListIdentities,
    members?: Projection,
  ): Promise<Page<ActorIdentity>> {
    const { on } = caller;
    return this.database.read(caller, () =>
      paged(page, byId, ({ after, limit }) =>
        this.queries.identities(caller.reachIn(commune), { on, actor, after: after?.[0] ?? null, limit }, members),
      ),
    );
  }

  /**
   * Links an identity to an actor. Refusals: FORBIDDEN; TOKENS_OFF without a provider; RULE for an unknown actor, or
   * not exactly one of subject and client; IDENTITY_LINKED for one that an actor has, here or in another commune.
   */
  linkIdentity(
    caller: Caller,
    commune: string,
    { actor: holder, subject, client }: LinkIdentity,
  ): Promise<ActorIdentity> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      caller.demandFor('linkIdentity', commune, wholeCommune);
      const { issuer } = this.tokens;
      if (issuer === undefined) throw new Refusal('TOKENS_OFF');
      const known = await this.actors.actor(reach, holder);
      refuse(
        points(
          !known && point('/actor', 'UNKNOWN', 'There is no such actor.'),
          (subject === undefined) === (client === undefined) &&
            point('/subject', 'ONE_NAME', 'Name a subject or a client, and not both.'),
        ),
      );
      const { id: actorId, key: actorKey } = expected(known, 'The actor of an identity is not there.');
      const addition = { commune, entity: ActorIdentity, kind: 'identity.linked' } as const;
      const { id } = await this.records.add(caller, addition, async ({ communeId }) => {
        const row: ActorIdentity = {
          ...{ communeId, id: v7(), version: 1, actorId, actorKey, issuer },
          ...{ subject: subject ?? null, client: client ?? null },
          ...{ confirmed: caller.kind === 'OPERATOR', linkedById: caller.id },
        };
        await this.database.manager.insert(ActorIdentity, row);
        return row;
      });
      return expected(await this.queries.identity(reach, id, caller.on), `The identity ${id} is not there.`);
    });
  }

  /**
   * Confirms an identity, so that it works for a deciding role. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE for one
   * that was confirmed; FOUR_EYES for who linked it, and for its own actor.
   */
  confirmIdentity(caller: Caller, at: AtVersion<IdentityAt>): Promise<ActorIdentity> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller.over({ id: at.id }), reach.communeId, async () => {
      const step = { type: this.recordType, act: 'confirmIdentity', at } as const;
      await this.records.act(caller, step, ({ confirmed, actorId, linkedById, version }) => {
        if (confirmed) throw wrongState({ of: 'identity', state: 'CONFIRMED', version });
        if (caller.id !== null && (caller.id === actorId || caller.id === linkedById)) throw new Refusal('FOUR_EYES');
        return { confirmed: true };
      });
      return found(await this.queries.identity(reach, at.id, caller.on));
    });
  }

  /** Ends an identity at once. Refusals: NOT_FOUND; FORBIDDEN; STALE. */
  unlinkIdentity(caller: Caller, at: AtVersion<IdentityAt>, { reason }: UnlinkIdentity): Promise<ActorIdentity> {
    const { communeId } = caller.reachIn(at.commune);
    return this.database.write(caller.over({ id: at.id }), communeId, () =>
      this.removals.act(caller, { type: this.recordType, act: 'unlinkIdentity', at, reason }, () => undefined),
    );
  }
}

/** An identity without its state, which is no change to journal. */
const lasting = ({ state: _, ...identity }: ActorIdentity): ActorIdentity => identity as ActorIdentity;
