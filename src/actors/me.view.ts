import { ObjectType } from '@nestjs/graphql';
import type { HeldAppointment } from '../access/identity.js';
import type { Capacity, Role } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, day, id, instant, oneOf, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { actorKind } from './actor.entity.js';
import { capacity, role } from './appointment.entity.js';

const through = oneOf(
  'ReachedThrough',
  ['APPOINTMENT', 'SUPERVISION'],
  'APPOINTMENT: appointed there. SUPERVISION: through a supervising body.',
);

/** An appointment valid today, as `me` tells it. */
@ObjectType({ description: 'An appointment of yours, valid today.' })
export class MyAppointment implements Omit<HeldAppointment, 'id' | 'communeId' | 'unitPath' | 'predecessorPaths'> {
  @Shown(role, 'Role that the appointment gives.')
  role: Role;

  @Shown(code, 'Code of the unit of the appointment; null: the whole commune, or a superior.', { nullable: true })
  unitCode: string | null;

  @Shown(code, 'Key of the superior of the appointment.', { nullable: true })
  superiorKey: string | null;

  @Shown(text(60), 'Operations a delegation is limited to; null: all of the role.', {
    list: true,
    atMost: lengths.usual,
    nullable: true,
  })
  acts: readonly string[] | null;

  @Shown(capacity, 'Capacity in which a delegate signs.', { nullable: true })
  capacity: Capacity | null;

  @Shown(day, 'First day.')
  validFrom: string;

  @Shown(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;
}

/** A commune in reach. */
@ObjectType({ description: 'A commune in your reach.' })
export class MyCommune {
  @Shown(code, 'Key of the commune.')
  key: string;

  @Shown(through, 'Reason the commune is in reach.')
  through: 'APPOINTMENT' | 'SUPERVISION';
}

@ObjectType({ description: 'The caller, as the program knows them.' })
export class Me {
  @Shown(id, 'Id of the actor.')
  id: string;

  @Shown(code, 'Key of the actor.')
  key: string;

  @Shown(text(200), 'Name or post.')
  name: string;

  @Shown(actorKind, 'Kind of caller.')
  kind: string;

  @Shown(record(() => MyAppointment), 'Appointments valid today.', { list: true })
  appointments: readonly MyAppointment[];

  @Shown(text(60), 'Scopes of the key or token.', { list: true, atMost: lengths.usual })
  scopes: readonly string[];

  @Shown(record(() => MyCommune), 'Communes in reach, by key.', { list: true })
  communes: MyCommune[];

  @Shown(code, 'Code of the unit the key is bound to, with those below it; null: none.', { nullable: true })
  keyUnit: string | null;

  @Shown(text(12), 'First characters of the key; null with an access token.', { nullable: true })
  keyPrefix: string | null;

  @Shown(instant, 'Expiry of the key or token; null: it works until it is revoked.', { nullable: true })
  keyExpiresAt: string | null;
}
