import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { Circumstances } from '../access/identity.js';
import type { Role } from '../access/roles.js';
import { selectList } from '../api/select-list.js';
import { columnsOf, membersOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import type { RecordedTime } from '../refusals.js';
import { termOn } from '../units/units.queries.js';
import { Actor } from './actor.entity.js';
import { ApiKey } from './api-key.entity.js';
import { Appointment } from './appointment.entity.js';

const actor = columnsOf(Actor, 'a');

const appointment = `json_build_object(${membersOf(Appointment, 'p')})`;

/** Keys as they stand for their reader on a day and at an instant: $1 and $2. */
const keys = `api_key k join actor a on a.commune_id = k.commune_id and a.id = k.actor_id
  cross join (select $1::date as day, $2::timestamptz as instant) asked`;

const ofKey = selectList<ApiKey>(ApiKey, 'k', {
  without: ['hash'],
  computed: {
    actorKey: 'a.key',
    state: `case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= asked.instant then 'EXPIRED'
      when not k.confirmed and decides(k.commune_id, k.actor_id, asked.day) then 'PENDING' else 'ACTIVE' end`,
  },
});

/** Day and instant of a read. */
export type Now = Pick<Circumstances, 'on' | 'at'>;

/** Whether the caller is inside the commune: nobody else sees actors and keys. */
const inside = ({ sees }: Reach) => sees === 'INSIDE';

/** An appointment, and the days it has when the last day of its unit is another. */
export interface AppointmentFollowing {
  appointment: Appointment;
  lastDay: string | null;
  ownLastDay: string | null;
}

@Injectable()
export class ActorsQueries {
  constructor(private readonly database: Database) {}

  /** Actors with all their appointments, by key. */
  async actors(
    reach: Reach,
    { roles, after, limit, on }: { roles?: readonly Role[]; after: string | null; limit: number; on: string },
  ): Promise<Actor[]> {
    if (!inside(reach)) return [];
    const asked = where([reach.communeId, limit], {
      roles: [
        roles,
        on,
        (each, day) => `exists (
          select from appointment p
          where p.commune_id = a.commune_id and p.actor_id = a.id and p.role = any (${each})
            and ${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity'))`,
      ],
      after: [after, (last) => `a.key > ${last}`],
    });
    return this.database.rows(
      `actors.actors${asked.name}`,
      `select ${actor},
         coalesce((
           select json_agg(${appointment} order by p.valid_from, p.id)
           from appointment p where p.commune_id = a.commune_id and p.actor_id = a.id), '[]') as appointments
       from actor a
       where a.commune_id = $1${asked.text} order by a.key limit $2`,
      asked.values,
    );
  }

  actor({ communeId }: Reach, code: string): Promise<Actor | undefined> {
    return this.database.row('actors.actor', `select ${actor} from actor a where a.commune_id = $1 and a.key = $2`, [
      communeId,
      code,
    ]);
  }

  /** Locks an actor until the transaction ends. */
  async lockActor({ communeId }: Reach, code: string): Promise<void> {
    await this.database.rows('actors.lockActor', 'select from actor where commune_id = $1 and key = $2 for update', [
      communeId,
      code,
    ]);
  }

  /**
   * Another appointment of an actor to the same role at the same place, or delegation of one of the same acts by the
   * same appointment, on a day that the given one has, too; with the acts that both delegate.
   */
  appointmentMeanwhile(appointment: Appointment): Promise<RecordedTime | undefined> {
    const { communeId, id, actorId, role, unitId, superiorId, delegatedBy, acts, validFrom, validTo } = appointment;
    return this.database.row(
      'actors.appointmentMeanwhile',
      `select id, valid_from as "validFrom", valid_to as "validTo",
         case when acts is not null then
           array(select unnest(acts) intersect select unnest($8::text[]) order by 1) end as acts
       from appointment
       where commune_id = $1 and id <> $2 and actor_id = $3 and role = $4 and unit_id is not distinct from $5
         and superior_id is not distinct from $6 and delegated_by is not distinct from $7
         and (acts is null or acts && $8::text[]) and valid_from <= coalesce($10::date, 'infinity')
         and coalesce(valid_to, 'infinity') >= greatest(valid_from, $9)
       order by valid_from limit 1`,
      [communeId, id, actorId, role, unitId, superiorId, delegatedBy, acts, validFrom, validTo],
    );
  }

  async appointment({ communeId }: Reach, id: string): Promise<Appointment | undefined> {
    const row = await this.database.row<{ appointment: Appointment }>(
      'actors.appointment',
      `select ${appointment} as appointment from appointment p where p.commune_id = $1 and p.id = $2`,
      [communeId, id],
    );
    return row?.appointment;
  }

  /**
   * Appointments at a unit that have another last day when the unit ends on this one (null: goes on), with that day and
   * the one of their own; locked with the power of their actors until the transaction ends. The write holds that power
   * from its beginning; only an appointment that came since is held here first.
   */
  async appointmentsTo({ communeId }: Reach, unitId: string, day: string | null): Promise<AppointmentFollowing[]> {
    await this.database.rows(
      'actors.appointmentsTo.power',
      `select pg_advisory_xact_lock(place) from (
         select distinct power_lock(actor_id) as place from appointment where commune_id = $1 and unit_id = $2
         order by place) actors`,
      [communeId, unitId],
    );
    return this.database.rows(
      'actors.appointmentsTo',
      `select ${appointment} as appointment, nullif(least(own.day, follow.day), 'infinity')::text as "lastDay",
         case when own.day > follow.day then own.day::text end as "ownLastDay"
       from appointment p
       cross join lateral (select coalesce(p.own_last_day, p.valid_to, 'infinity') as day) own
       cross join lateral (select greatest(coalesce($3::date, 'infinity'), p.valid_from) as day) follow
       where p.commune_id = $1 and p.unit_id = $2
         and least(own.day, follow.day) <> coalesce(p.valid_to, 'infinity')
       order by p.id for update of p`,
      [communeId, unitId, day],
    );
  }

  /** Locks an appointment, and the power of its actor, until the transaction ends, as `lockKey` does. */
  async lockAppointment({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'actors.lockAppointment.power',
      'select pg_advisory_xact_lock(power_lock(actor_id)) from appointment where commune_id = $1 and id = $2',
      [communeId, id],
    );
    await this.database.rows(
      'actors.lockAppointment',
      'select from appointment where commune_id = $1 and id = $2 for update',
      [communeId, id],
    );
  }

  /** Keys, the newest first. */
  async keys(
    reach: Reach,
    { on, at, actor, after, limit }: Now & { actor?: string; after: string | null; limit: number },
    members?: Projection,
  ): Promise<ApiKey[]> {
    if (!inside(reach)) return [];
    const asked = where([on, at, reach.communeId, limit], {
      actor: [actor, (code) => `a.key = ${code}`],
      after: [after, (id) => `k.id < ${id}`],
    });
    const { shape, text } = ofKey(members);
    return this.database.rows(
      `actors.keys${asked.name}${shape}`,
      `select ${text} from ${keys}
       where k.commune_id = $3${asked.text} order by k.id desc limit $4`,
      asked.values,
    );
  }

  key({ communeId }: Reach, id: string, { on, at }: Now): Promise<ApiKey | undefined> {
    return this.database.row(
      'actors.key',
      `select ${ofKey().text} from ${keys}
       where k.commune_id = $3 and k.id = $4`,
      [on, at, communeId, id],
    );
  }

  /** Places of the keys with this id or prefix, for the operator. */
  placesOfKeys(communes: readonly number[], named: string): Promise<{ communeId: number; id: string }[]> {
    return this.database.rows(
      'actors.placesOfKeys',
      `select k.commune_id as "communeId", k.id from api_key k
       where k.commune_id = any ($1) and (k.id::text = $2 or k.prefix = $2)`,
      [communes, named],
    );
  }

  /** Whether an actor holds a role on a day, in the whole commune or at one unit or superior, in their own right. */
  async holds(
    { communeId }: Reach,
    { actor, role, unit, superior, on }: { actor: string; role: Role; unit?: string; superior?: string; on: string },
  ): Promise<boolean> {
    const row = await this.database.row(
      'actors.holds',
      `select from appointment p join actor a on a.commune_id = p.commune_id and a.id = p.actor_id
       left join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
       left join superior s on s.id = p.superior_id
       where p.commune_id = $1 and a.key = $2 and p.role = $3 and p.delegated_by is null
         and u.code is not distinct from $4 and s.key is not distinct from $5
         and $6::date between p.valid_from and coalesce(p.valid_to, 'infinity')`,
      [communeId, actor, role, unit ?? null, superior ?? null, on],
    );
    return row !== undefined;
  }

  /** Whether an actor has an appointment on a day, or later, that holds somewhere at or below a place, or above it. */
  async reaches({ communeId }: Reach, actorId: string, { path, on }: { path: string; on: string }): Promise<boolean> {
    const row = await this.database.row(
      'actors.reaches',
      `select from appointment p
       left join lateral ${termOn('$1', 'p.unit_id', '$4::date')} t on true
       where p.commune_id = $1 and p.actor_id = $2
         and coalesce(p.valid_to, 'infinity') >= greatest(p.valid_from, $4::date)
         and (p.unit_id is null or starts_with($3 || '/', t.path || '/') or starts_with(t.path, $3 || '/'))
       limit 1`,
      [communeId, actorId, path, on],
    );
    return row !== undefined;
  }

  /** Locks a key, and the power of its actor, until the transaction ends: no write of the actor is under way then. */
  async lockKey({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'actors.lockKey.power',
      'select pg_advisory_xact_lock(power_lock(actor_id)) from api_key where commune_id = $1 and id = $2',
      [communeId, id],
    );
    await this.database.rows('actors.lockKey', 'select from api_key where commune_id = $1 and id = $2 for update', [
      communeId,
      id,
    ]);
  }
}
