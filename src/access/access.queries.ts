import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Identity, Place } from './actor.js';

/** What is known of the owner of a key. */
export interface Credential extends Identity {
  id: string;
  keyId: string;
  /** Whether the key's last use was noted within the last minute. */
  used: boolean;
}

/** Before anybody is known nothing is in reach. */
const nobody = { communeIds: [] };

@Injectable()
export class AccessQueries {
  constructor(private readonly database: Database) {}

  /** The one read that turns a key into actor, appointments and places, each with the head of its journal; null for a key that is unknown, revoked or expired. */
  async credential(key: string, on: string, at: Date): Promise<Credential | null> {
    const text = `
      select c.answer || jsonb_build_object('heads', heads_of(array(select (place ->> 'id')::int from jsonb_array_elements(c.answer -> 'places') place) || 0)) as answer
      from (select credential($1, $2, $3) as answer) c`;
    return this.database.alone<Credential | null>('access.credential', text, [createHash('sha256').update(key).digest(), on, at]);
  }

  /** What the journals of communes have come to, by id, as the snapshot under way sees them. */
  async heads(communes: readonly string[]): Promise<Identity['heads']> {
    const row = await this.database.row<{ heads: Identity['heads'] }>('access.heads', 'select heads_of($1) as heads', [communes]);
    return row?.heads ?? null;
  }

  async noteUse({ communeId, keyId }: Credential, at: Date): Promise<void> {
    await this.database.alone('access.noteUse', 'select credential_used($1, $2, $3) as answer', [communeId, keyId, at]);
  }

  /** Communes by key, as anybody may address them; never the registry itself. */
  async places(keys: readonly string[]): Promise<Place[]> {
    return this.database.read(nobody, () => this.database.rows<Place>('access.places', `select id, key, 'public' as through from commune where key = any ($1) and id > 0`, [keys]));
  }
}
