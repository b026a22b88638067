import type { OperationId } from '../access/permissions.js';
import { roles, type Capacity, type Role } from '../access/roles.js';
import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, day, id, instant, oneOf } from '../api/shapes.js';
import { compared, line } from '../api/text-shapes.js';
import { Actor } from './actor.entity.js';
import { Appointment, capacity, role } from './appointment.entity.js';
import { ApiKey } from './api-key.entity.js';

const holder = oneOf('KeyHolder', ['PERSON', 'SYSTEM'], 'Kind of an actor that holds keys.');

/** Names an appointment or delegation by its id. */
@Parameters()
export class AppointmentAt {
  @Asked(id, 'Id of the appointment.')
  id: string;
}

/** Names a key by its id. */
@Parameters()
export class KeyAt {
  @Asked(id, 'Id of the key.')
  id: string;
}

/** Filters actors. */
@Parameters()
export class ListActors extends Paging {
  @Asked(role, 'Only actors with one of these roles today.', { optional: true, list: true })
  role?: Role[];
}

/** Filters keys. */
@Parameters()
export class ListKeys extends Paging {
  @Asked(code, 'Only of this actor.', { optional: true })
  actor?: string;
}

@InputBody('An appointment. An actor who is not there yet is added: say name and kind.')
export class Appoint {
  @Asked(code, 'Key of the actor.')
  actor: string;

  @Asked(line(200), 'Name or post, of an actor who is not there yet.', { optional: true })
  name?: string;

  @Asked(holder, 'Kind, of an actor who is not there yet; PERSON when left out.', { optional: true })
  kind?: 'PERSON' | 'SYSTEM';

  @Asked(role, `Role: ${roles.filter((each) => each !== 'SUPERIOR').join(', ')}.`)
  role: Role;

  @Asked(
    code,
    'Code of the unit of the appointment, with the units below; left out: the whole commune. A reporter has one.',
    {
      optional: true,
    },
  )
  unit?: string;

  @AskedAs(Appointment) validFrom: string;

  @Asked(day, 'Last day; left out: it goes on.', { optional: true })
  validTo?: string;

  @AskedAs(Appointment, { optional: true }) documentId?: string;
}

@InputBody('The last day of an appointment.')
export class EndAppointment {
  @Asked(day, 'Last day; today when left out, null: it goes on, an end is taken back (a delegation has an end).', {
    clearable: true,
  })
  validTo?: string | null;

  @Reason()
  reason: string;
}

@InputBody('A delegation: operations another actor may do in your place for a time.')
export class Delegate {
  @Asked(code, 'Key of the actor.')
  actor: string;

  @Asked(compared(60), 'Operations that the delegation allows: "approveSubmission".', { list: true })
  acts: OperationId[];

  @Asked(capacity, 'Capacity in which the delegate signs.')
  capacity: Capacity;

  @AskedAs(Appointment) validFrom: string;

  @Asked(day, 'Last day.')
  validTo: string;

  @AskedAs(Appointment, { optional: true }) documentId?: string;
}

@InputBody('A key as it is to be made.')
export class IssueKey {
  @Asked(code, 'Key (code) of the actor.')
  actor: string;

  @AskedAs(ApiKey, { optional: true, description: 'Scopes; left out: all but `personal:read`.' }) scopes?: string[];

  @Asked(code, 'Code of the unit that the key is bound to, with the units below; left out: none.', { optional: true })
  unit?: string;

  @Asked(instant, 'Expiry; left out: the key works until it is revoked.', { optional: true })
  expiresAt?: string;
}

/** Names an actor by its key. */
@Parameters()
export class ActorAt {
  @Asked(code, 'Key of the actor.')
  actor: string;
}

@InputBody('The name of an actor.')
export class AmendActor {
  @AskedAs(Actor) name: string;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The scopes that a key keeps.')
export class AmendKey {
  @Asked(compared(60), 'Scopes that stay, some of those that the key has.', { list: true })
  scopes: string[];

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The time for which the old key works beside the new one.')
export class RotateKey {
  @Asked(count(0, 43_200), 'Minutes from now, at most 30 days; 60 when left out.', { optional: true })
  overlapMinutes?: number;
}

@InputBody('The reason a key is revoked for.')
export class RevokeKey {
  @Reason()
  reason: string;
}
