import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import type { Moment } from './clock.js';
import type { CommuneOfRequest, Identity, LaterAppointment } from './identity.js';

/** Owner of a valid key, as the SQL function `credential` answers. */
export interface Credential extends Omit<Identity, 'power' | 'actorKey' | 'communes'> {
  id: string;
  keyId: string;
  /** Key of the actor. */
  key: string;
  places: readonly CommuneOfRequest[];
  /** Whether the last use of the key was recorded within the last minute. */
  used: boolean;
}

/** Answer to a key of a deciding role that waits for its confirmation. */
export interface PendingKey {
  pending: true;
}

/** Reach of a caller who is not yet identified. */
const noReach = { communeIds: [] };

const hashOf = (key: string) => createHash('sha256').update(key).digest();

/** The SQL functions called here stand in `migrations/functions/*.sql` with their current text. */
@Injectable()
export class AccessQueries {
  constructor(private readonly database: Database) {}

  /**
   * Actor, appointments and places behind a key; null for a key that is unknown, revoked, expired, or bound to a unit
   * that is not there on the day. One statement.
   */
  async credential(key: string, { on, at }: Moment): Promise<Credential | PendingKey | null> {
    return this.database.autocommit('access.credential', {
      text: 'select credential($1, $2, $3) as answer',
      values: [hashOf(key), on, at],
    });
  }

  /** `credential` with `headsHash`, the hash of the journal heads of the places named by key; null: of all places. */
  async credentialWithHeadsHash(
    key: string,
    { on, at }: Moment,
    communes: readonly string[] | null,
  ): Promise<Credential | PendingKey | null> {
    const asked = where([hashOf(key), on, at], { communes: isAny("place ->> 'key'", communes) });
    const places = `
      select (place ->> 'id')::int from jsonb_array_elements(c.answer -> 'places') place where true${asked.text}`;
    const text = `
      select c.answer || jsonb_build_object('headsHash', heads_of(array(${places}) || 0)) as answer
      from (select credential($1, $2, $3) as answer) c`;
    return this.database.autocommit(`access.credentialWithHeadsHash${asked.name}`, { text, values: asked.values });
  }

  /** Hash of the journal heads of communes and of the registry, in the current snapshot. */
  async headsHash(communes: readonly number[]): Promise<string | undefined> {
    const row = await this.database.row<{ hash: string }>(
      'access.headsHash',
      'select heads_of($1::int[] || 0) as hash',
      [communes],
    );
    return row?.hash;
  }

  async recordUse({ communeId, keyId }: Credential, at: Date): Promise<void> {
    await this.database.autocommit('access.recordUse', {
      text: 'select credential_used($1, $2, $3) as answer',
      values: [communeId, keyId, at],
    });
  }

  /** First appointment of an actor that begins after a day. */
  async laterAppointment({ communeId, id }: Credential, on: string): Promise<LaterAppointment | undefined> {
    return this.database.read({ communeIds: [communeId] }, () =>
      this.database.row<LaterAppointment>(
        'access.laterAppointment',
        `select a.role, a.valid_from as "validFrom", c.key as commune
         from appointment a join commune c on c.id = a.commune_id
         where a.commune_id = $1 and a.actor_id = $2 and a.valid_from > $3 and a.delegated_by is null
         order by a.valid_from limit 1`,
        [communeId, id, on],
      ),
    );
  }

  /** Communes by key, for a caller without a key; never the registry. */
  async communes(keys: readonly string[]): Promise<CommuneOfRequest[]> {
    return this.database.read(noReach, () =>
      this.database.rows<CommuneOfRequest>(
        'access.communes',
        `select id, key, 'public' as through from commune where key = any ($1) and id > 0`,
        [keys],
      ),
    );
  }
}
