import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import { ActorIdentity } from './actor-identity.entity.js';

/** Identities as they stand on a day: $1. */
const from = `identity i join actor a on a.commune_id = i.commune_id and a.id = i.actor_id`;

const columns = selectList<ActorIdentity>(ActorIdentity, 'i', {
  computed: {
    actorKey: 'a.key',
    state: `case when not i.confirmed and decides(i.commune_id, i.actor_id, $1::date) then 'PENDING' else 'ACTIVE' end`,
  },
});

@Injectable()
export class IdentitiesQueries {
  constructor(private readonly database: Database) {}

  /** Identities, the newest first; nobody outside the commune sees any. */
  async identities(
    { communeId, sees }: Reach,
    { on, actor, after, limit }: { on: string; actor?: string; after: string | null; limit: number },
    members?: Projection,
  ): Promise<ActorIdentity[]> {
    if (sees !== 'INSIDE') return [];
    const asked = where([on, communeId, limit], {
      actor: [actor, (code) => `a.key = ${code}`],
      after: [after, (id) => `i.id < ${id}`],
    });
    const { shape, text } = columns(members);
    return this.database.rows(
      `identities.identities${asked.name}${shape}`,
      `select ${text} from ${from} where i.commune_id = $2 and $1::date is not null${asked.text}
       order by i.id desc limit $3`,
      asked.values,
    );
  }

  identity({ communeId }: Reach, id: string, on: string): Promise<ActorIdentity | undefined> {
    return this.database.row(
      'identities.identity',
      `select ${columns().text} from ${from} where i.commune_id = $2 and i.id = $3`,
      [on, communeId, id],
    );
  }

  /** Locks an identity, and the power of its actor, until the transaction ends, as a key is locked. */
  async lock({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'identities.lock.power',
      'select pg_advisory_xact_lock(power_lock(actor_id)) from identity where commune_id = $1 and id = $2',
      [communeId, id],
    );
    await this.database.rows('identities.lock', 'select from identity where commune_id = $1 and id = $2 for update', [
      communeId,
      id,
    ]);
  }
}
