import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { capacities, roles, type Capacity, type Role } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { day, id, oneOf } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const capacity = oneOf(
  'Capacity',
  capacities,
  'KT: for the head (ký thay). TL: by order (thừa lệnh). TUQ: by authorisation (thừa ủy quyền). Q: acting head ' +
    '(quyền).',
);

export const role = oneOf('Role', roles, 'Role of an appointment.');

@Entity('appointment')
@ObjectType({ description: 'An appointment (phân công): a role in a commune or unit for a time.' })
export class Appointment {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor.')
  actorId: string;

  @Stored(role, 'Role that the appointment gives.')
  role: Role;

  @Stored(id, 'Id of the unit of the appointment, with the units below; null: the whole commune.', { nullable: true })
  unitId: string | null;

  @Stored(id, 'Id of the superior of the appointment.', { nullable: true })
  superiorId: string | null;

  @Stored(id, 'Id of the document that the appointment rests on.', { nullable: true })
  documentId: string | null;

  @Stored(id, 'Id of the appointment a delegation (ủy quyền) derives from and ends with.', { nullable: true })
  delegatedBy: string | null;

  @Stored(text(60), 'Operations a delegation is limited to.', { list: true, atMost: lengths.usual, nullable: true })
  acts: string[] | null;

  @Stored(capacity, 'Capacity in which a delegate signs.', { nullable: true })
  capacity: Capacity | null;

  @Stored(day, 'First day.')
  validFrom: string;

  @Stored(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;

  /** Last day of its own, where it ended with its unit; infinity: it had none. */
  @Column('date', { nullable: true }) ownLastDay: string | null;
}
