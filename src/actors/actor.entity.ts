import { ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';
import { Column, Entity } from 'typeorm';
import { roles, type Role } from '../access/permissions.js';
import { code, day, id, instant, oneOf, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const actorKind = oneOf(
  'ActorKind',
  ['PERSON', 'SYSTEM', 'PUBLIC', 'OPERATOR'],
  "PERSON or SYSTEM hold keys; PUBLIC has none; OPERATOR works with the owner's connection.",
);
export const capacity = oneOf('Capacity', ['KT', 'TL'], 'KT: for the head (ký thay). TL: by order (thừa lệnh).');
export const role = oneOf('Role', roles, 'What somebody is appointed as.');

/** Who acts (người thao tác): a person, named by post, or a system. */
@Entity('actor')
@ApiSchema({ name: 'Actor' })
@ObjectType('Actor', { description: 'Who acts: a person or a system.' })
export class Actor {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(code, 'Key within the commune: "clerk".')
  key: string;

  @Stored(text(200), 'Name or post.', { personal: ({ kind }: Actor) => kind === 'PERSON' })
  name: string;

  @Stored(actorKind, 'Kind.')
  kind: 'PERSON' | 'SYSTEM';

  @Shown(record(() => Appointment), 'Appointments and delegations, past ones too, in the order they begin.', {
    list: true,
    optional: true,
  })
  appointments?: Appointment[];
}

/** What somebody is appointed as, where, from when to when (phân công). */
@Entity('appointment')
@ObjectType({ description: 'What somebody is appointed as, where, from when to when (phân công).' })
export class Appointment {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor.')
  actorId: string;

  @Stored(role, 'Role.')
  role: Role;

  @Stored(id, 'Id of the unit it is for, with those below; null: the whole commune.', { nullable: true })
  unitId: string | null;

  @Stored(id, 'Id of the superior it is for.', { nullable: true })
  superiorId: string | null;

  @Stored(id, 'Id of the document it rests on.', { nullable: true })
  documentId: string | null;

  @Stored(id, 'Of a delegation (ủy quyền): the appointment it comes from, and ends with.', { nullable: true })
  delegatedBy: string | null;

  @Stored(text(60), 'Of a delegation: the only operations it allows.', { list: true, nullable: true })
  acts: string[] | null;

  @Stored(capacity, 'Of a delegation: how it is signed.', { nullable: true })
  capacity: 'KT' | 'TL' | null;

  @Stored(day, 'First day.')
  validFrom: string;

  @Stored(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;
}

/** A key (khóa truy cập). The key itself is never stored, only its hash. */
@Entity('api_key')
@ObjectType({ description: 'An API key. The key itself is never stored.' })
export class ApiKey {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor.')
  actorId: string;

  @Shown(code, 'Key of the actor.')
  actorKey: string;

  @Stored(id, 'Id of the unit it is bound to, with those below it; null: none.', { nullable: true })
  unitId: string | null;

  @Stored(text(12), 'First characters of the key, to tell keys apart.')
  prefix: string;

  @Column('bytea') hash: Buffer;

  @Stored(text(60), 'What it opens: "<area>:read", "<area>:write", "personal:read".', { list: true })
  scopes: string[];

  @Stored(instant, 'Until when it works; null: until revoked.', { nullable: true })
  expiresAt: Date | null;

  @Stored(instant, 'Since when it works no more.', { nullable: true })
  revokedAt: Date | null;

  @Stored(instant, 'When it was used last, to the minute; null: never.', { nullable: true, optional: true })
  lastUsedAt?: Date | null;

  @Shown(
    text(60),
    'The key itself, told once: when it is made. Null when that answer is asked for again under its Idempotency-Key.',
    { nullable: true, optional: true },
  )
  key?: string | null;
}
