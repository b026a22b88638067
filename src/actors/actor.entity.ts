import { ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { roles, type Role } from '../access/permissions.js';
import { code, count, day, id, instant, oneOf, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

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
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('text')
  @Shown(code, 'Key within the commune: "clerk".')
  key: string;

  @Column('text')
  @Shown(text(200), 'Name or post.', { personal: ({ kind }: Actor) => kind === 'PERSON' })
  name: string;

  @Column('text')
  @Shown(actorKind, 'Kind.')
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
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('uuid')
  @Shown(id, 'Id of the actor.')
  actorId: string;

  @Column('text')
  @Shown(role, 'Role.')
  role: Role;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the unit it is for, with those below; null: the whole commune.', { nullable: true })
  unitId: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the superior it is for.', { nullable: true })
  superiorId: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the document it rests on.', { nullable: true })
  documentId: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Of a delegation (ủy quyền): the appointment it comes from, and ends with.', { nullable: true })
  delegatedBy: string | null;

  @Column('text', { array: true, nullable: true })
  @Shown(text(60), 'Of a delegation: the only operations it allows.', { list: true, nullable: true })
  acts: string[] | null;

  @Column('text', { nullable: true })
  @Shown(capacity, 'Of a delegation: how it is signed.', { nullable: true })
  capacity: 'KT' | 'TL' | null;

  @Column('date')
  @Shown(day, 'First day.')
  validFrom: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;
}

/** A key (khóa truy cập). The key itself is never stored, only its hash. */
@Entity('api_key')
@ObjectType({ description: 'An API key. The key itself is never stored.' })
export class ApiKey {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('uuid')
  @Shown(id, 'Id of the actor.')
  actorId: string;

  @Shown(code, 'Key of the actor.')
  actorKey: string;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the unit it is bound to, with those below it; null: none.', { nullable: true })
  unitId: string | null;

  @Column('text')
  @Shown(text(12), 'First characters of the key, to tell keys apart.')
  prefix: string;

  @Column('bytea')
  hash: Buffer;

  @Column('text', { array: true })
  @Shown(text(60), 'What it opens: "<area>:read", "<area>:write", "personal:read".', { list: true })
  scopes: string[];

  @Column('timestamptz', { nullable: true })
  @Shown(instant, 'Until when it works; null: until revoked.', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Shown(instant, 'Since when it works no more.', { nullable: true })
  revokedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Shown(instant, 'When it was used last, to the minute; null: never.', { nullable: true, optional: true })
  lastUsedAt?: Date | null;

  @Shown(
    text(60),
    'The key itself, told once: when it is made. Null when that answer is asked for again under its Idempotency-Key.',
    { nullable: true, optional: true },
  )
  key?: string | null;
}
