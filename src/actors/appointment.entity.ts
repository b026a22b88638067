import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { roles, type Role } from '../access/permissions.js';
import { day, id, oneOf, text } from '../api/shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const capacity = oneOf('Capacity', ['KT', 'TL'], 'KT: for the head (ký thay). TL: by order (thừa lệnh).');

export const role = oneOf('Role', roles, 'What somebody is appointed as.');

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
