import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { lengths } from '../api/list-lengths.js';
import { code, flag, id, instant, oneOf } from '../api/shapes.js';
import { compared, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import type { KeyState } from './key.workflow.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

const state = oneOf(
  'KeyState',
  ['ACTIVE', 'PENDING', 'EXPIRED', 'REVOKED'],
  'State of a key. PENDING: its actor has a deciding role, and nobody has confirmed it.',
);

/** A key (khóa truy cập). The key itself is never stored, only its hash. */
@Entity('api_key')
@ObjectType({ description: 'An API key (khóa truy cập). The key itself is never stored, only its hash.' })
export class ApiKey {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor.')
  actorId: string;

  @Shown(code, 'Key of the actor.')
  actorKey: string;

  @Stored(id, 'Id of the unit that the key is bound to, with the units below; null: none.', { nullable: true })
  unitId: string | null;

  @Stored(text(12), 'First characters of the key, to tell keys apart.')
  prefix: string;

  @Column('bytea') hash: Buffer;

  @Stored(compared(60), 'Scopes: "<area>:read", "<area>:write", "personal:read".', {
    list: true,
    atMost: lengths.usual,
  })
  scopes: string[];

  @Stored(instant, 'Expiry; null: the key works until it is revoked.', { nullable: true })
  expiresAt: Date | null;

  @Stored(instant, 'Time of its revocation; null while it is active.', { nullable: true })
  revokedAt: Date | null;

  @Stored(flag, 'Whether a second person, or the operator, has confirmed it.')
  confirmed: boolean;

  @Stored(id, 'Id of the actor who made the key; null: the operator.', { nullable: true })
  issuedById: string | null;

  @Shown(state, 'State as of today. A PENDING key is refused until it is confirmed.', { optional: true })
  state?: KeyState;

  @Stored(instant, 'Last use, to the minute; null: never used.', { nullable: true, optional: true })
  lastUsedAt?: Date | null;

  @Shown(text(60), 'The key itself, shown once, when it is made; null in a replay under its Idempotency-Key.', {
    nullable: true,
    optional: true,
  })
  key?: string | null;
}
