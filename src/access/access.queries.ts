import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import type { TokenClaims } from './access-tokens.js';
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

/** A key, or the claims of an access token. */
export type Presented = string | TokenClaims;

/** SQL function that answers to a credential, its arguments, and its part of the statement's name. */
function callOf(presented: Presented, { on, at }: Moment): { name: string; call: string; values: readonly unknown[] } {
  if (typeof presented === 'string')
    return { name: '', call: 'credential($1, $2, $3)', values: [hashOf(presented), on, at] };
  const { issuer, subject, client, scopes, expiresAt } = presented;
  return {
    name: '.identity',
    call: 'credential_of_identity($1, $2, $3, $4, $5, $6, $7)',
    values: [issuer, subject, client, scopes, expiresAt, on, at],
  };
}

const hashOf = (key: string) => createHash('sha256').update(key).digest();

/** The SQL functions called here stand in `migrations/functions/*.sql` with their current text. */
@Injectable()
export class AccessQueries {
  constructor(private readonly database: Database) {}

  /**
   * Actor, appointments and places behind a key or a token; null for a key that is unknown, revoked, expired, or bound
   * to a unit that is not there on the day, and for an identity that is not linked. One statement.
   */
  async credential(presented: Presented, now: Moment): Promise<Credential | PendingKey | null> {
    const { name, call, values } = callOf(presented, now);
    return this.database.autocommit(`access.credential${name}`, { text: `select ${call} as answer`, values });
  }

  /** The same of an actor that the program acts for; null where there is none. Part of another scope, or its own. */
  async actor(
    { communeId, id }: { communeId: number; id: string },
    scopes: readonly string[],
    { on, at }: Moment,
  ): Promise<Credential | null> {
    const text = 'select credential_of_actor($1, $2, $3, $4, $5) as answer';
    const values = [communeId, id, scopes, on, at];
    const row = await this.database.read(noReach, () =>
      this.database.row<{ answer: Credential | null }>('access.actor', text, values),
    );
    return row?.answer ?? null;
  }

  /** `credential` with `headsHash`, the hash of the journal heads of the places named by key; null: of all places. */
  async credentialWithHeadsHash(
    presented: Presented,
    now: Moment,
    communes: readonly string[] | null,
  ): Promise<Credential | PendingKey | null> {
    const { name, call, values } = callOf(presented, now);
    const asked = where(values, { communes: isAny("place ->> 'key'", communes) });
    const places = `
      select (place ->> 'id')::int from jsonb_array_elements(c.answer -> 'places') place where true${asked.text}`;
    const text = `
      select c.answer || jsonb_build_object('headsHash', heads_of(array(${places}) || 0)) as answer
      from (select ${call} as answer) c`;
    return this.database.autocommit(`access.credentialWithHeadsHash${name}${asked.name}`, {
      text,
      values: asked.values,
    });
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
