import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import { found } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CommunesQueries } from '../communes/communes.queries.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { point, points } from '../points.js';
import { overlapping, refuse, Refusal, wrong } from '../refusals.js';
import type { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Appointment } from './appointment.entity.js';
import type { Appoint, AppointmentAt, Delegate, EndAppointment } from './actor.inputs.js';
import {
  backwards,
  beforeBegun,
  beyondUnit,
  takesNoEndBack,
  brokenAppointment,
  brokenDelegation,
} from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';
import { appointmentWorkflow, type AppointmentAct } from './appointment.workflow.js';

/** An appointment; the operator may appoint a superior's system. */
export type Appointing = Appoint & { superior?: string };

/** Appointments and delegations as they begin and end. */
@Injectable()
export class AppointmentActsService {
  private readonly recordType: RecordType<
    Appointment,
    AppointmentAt & { delegated: boolean },
    typeof appointmentWorkflow,
    { path: string }
  > = {
    entity: Appointment,
    workflow: appointmentWorkflow,
    lock: (reach, { id }) => this.queries.lockAppointment(reach, id),
    read: async (caller, { commune, id, delegated }) => {
      const appointment = found(await this.queries.appointment(caller.reachIn(commune), id));
      if ((appointment.delegatedBy !== null) !== delegated) throw new Refusal('NOT_FOUND');
      return appointment;
    },
    facts: (caller, rows) =>
      Promise.all(
        rows.map(async ({ communeId, unitId }) => ({
          path: await this.pathToAppointAt(caller, caller.reachById(communeId), unitId),
        })),
      ),
    pathOf: ({ path }) => path,
    states: 'appointment',
    stateOf: ({ delegatedBy }) => (delegatedBy === null ? 'APPOINTED' : 'DELEGATED'),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly actors: ActorsService,
    private readonly documents: DocumentsService,
    private readonly communes: CommunesQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Appoints an actor, who is added when not there yet. Refusals: FORBIDDEN outside the unit that the caller's own
   * appointment, or key, is for; FOUR_EYES for oneself; RULE for a role, unit, document or day out of order;
   * TERM_OVERLAPS while they have the role there.
   */
  appoint(
    caller: Caller,
    commune: string,
    { actor: key, name, kind = 'PERSON', role, unit, superior, validFrom, validTo, documentId }: Appointing,
  ): Promise<Appointment> {
    const addition = { commune, entity: Appointment, kind: 'appointment.begun' } as const;
    // A closing of the unit ends the appointments there: one comes before it, or behind it.
    const add = () =>
      this.records.add(caller, addition, async (reach) => {
        if (caller.kind !== 'OPERATOR') refuse(brokenAppointment({ role, unit, validFrom, validTo }));
        const placedUnit =
          unit === undefined ? null : await this.units.unitNamed(caller, { commune, unit, on: validFrom }, '/unit');
        const unitId = placedUnit?.id ?? null;
        const lastDay = validTo ?? placedUnit?.validTo ?? null;
        refuse(beyondUnit(placedUnit, lastDay));
        caller.demandFor('appoint', commune, await this.pathToAppointAt(caller, reach, unitId));
        const known = await this.queries.actor(reach, key);
        if (!known && name === undefined)
          throw wrong('/name', 'NAMELESS_ACTOR', {
            en: `"${key}" is not there yet: say the name.`,
            vi: `"${key}" chưa có trong hệ thống: phải ghi tên.`,
          });
        if (known && known.id === caller.id) throw new Refusal('FOUR_EYES');
        const { id: actorId } =
          known ?? (await this.actors.addActor(caller, commune, { key, name: name ?? key, kind }));
        return this.insert({
          ...{ communeId: reach.communeId, actorId, role, unitId, ...own, validFrom, validTo: lastDay },
          superiorId: superior === undefined ? null : found(await this.communes.superiorByKey(superior)).id,
          documentId: await this.documents.idNamed(reach, documentId, {
            quality: 'APPOINTMENT',
            pointer: '/documentId',
          }),
          ownLastDay: validTo === undefined && lastDay !== null ? 'infinity' : null,
        });
      });
    return this.database.write(caller.over({ actor: key, unit }), caller.reachIn(commune).communeId, add);
  }

  /**
   * Sets the last day of an appointment, or takes it back; with the day before its first, one that was recorded by
   * mistake holds on no day. Refusals: NOT_FOUND; FORBIDDEN as for `appoint`; STALE; FOUR_EYES for lengthening one's
   * own; RULE for a day before that, a later one beyond the unit, or an end to take back that there is not;
   * TERM_OVERLAPS.
   */
  endAppointment(caller: Caller, at: AtVersion<AppointmentAt>, input: EndAppointment): Promise<Appointment> {
    return this.end(caller, { act: 'endAppointment', at }, input);
  }

  /**
   * The chairperson lets another actor do some acts in their place, until the end of their unit at most. Refusals:
   * FORBIDDEN; FOUR_EYES for oneself; RULE for acts that are not theirs to delegate, or a day out of order;
   * TERM_OVERLAPS while the actor may do one of them by another delegation.
   */
  delegate(
    caller: Caller,
    commune: string,
    { actor: key, acts, capacity, validFrom, validTo, documentId }: Delegate,
  ): Promise<Appointment> {
    const addition = { commune, entity: Appointment, kind: 'appointment.delegated' } as const;
    const add = () =>
      this.records.add(caller, addition, async (reach) => {
        await this.units.holdShared(reach);
        const chair = caller.appointments.find(
          ({ communeId, role, acts: delegated }) =>
            communeId === reach.communeId && role === 'CHAIRPERSON' && delegated === null,
        );
        if (!chair) throw forbidden('delegate');
        const { unitId } = found(await this.queries.appointment(reach, chair.id));
        const unit = await this.unitToday(caller, reach.communeId, unitId);
        refuse(points(brokenDelegation(chair.role, acts), backwards(validFrom, validTo), beyondUnit(unit, validTo)));
        const deputy = await this.queries.actor(reach, key);
        if (!deputy)
          throw wrong('/actor', 'UNKNOWN', { en: `There is no actor "${key}".`, vi: `Không có người dùng "${key}".` });
        if (deputy.id === caller.id) throw new Refusal('FOUR_EYES');
        caller.demandFor('delegate', commune, unit?.path ?? wholeCommune);
        return this.insert({
          ...{ communeId: reach.communeId, actorId: deputy.id, role: chair.role, unitId, superiorId: null },
          ...{ delegatedBy: chair.id, acts: [...new Set(acts)], capacity, validFrom, validTo, ownLastDay: null },
          documentId: await this.documents.idNamed(reach, documentId, { quality: 'AUTHORITY', pointer: '/documentId' }),
        });
      });
    return this.database.write(caller.over({ actor: key }), caller.reachIn(commune).communeId, add);
  }

  /** As `endAppointment`, of a delegation. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE; TERM_OVERLAPS. */
  endDelegation(caller: Caller, at: AtVersion<AppointmentAt>, input: EndAppointment): Promise<Appointment> {
    return this.end(caller, { act: 'endDelegation', at }, input);
  }

  private end(
    caller: Caller,
    { act, at }: { act: AppointmentAct; at: AtVersion<AppointmentAt> },
    { validTo = caller.on, reason }: EndAppointment,
  ): Promise<Appointment> {
    const step = { type: this.recordType, act, at: { ...at, delegated: act === 'endDelegation' }, reason } as const;
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller.over({ id: at.id }), reach.communeId, async () => {
      await this.units.holdShared(reach);
      return this.records.act(caller, step, async (appointment) => {
        const { communeId, actorId, unitId, validFrom, validTo: before } = appointment;
        const longer = before !== null && (validTo === null || validTo > before);
        if (actorId === caller.id && longer) throw new Refusal('FOUR_EYES');
        const unit = await this.unitToday(caller, communeId, unitId);
        refuse(
          points(
            act === 'endDelegation' && validTo === null && point('/validTo', 'ENDLESS', 'A delegation has a last day.'),
            takesNoEndBack(before, validTo),
            beforeBegun(validFrom, validTo),
            longer && beyondUnit(unit, validTo),
          ),
        );
        if (longer) await this.refuseSecond({ ...appointment, validTo });
        return { validTo, ownLastDay: null };
      });
    });
  }

  /** Path at which the right to appoint must hold: of the unit today; a unit to come is the whole commune's. */
  private async pathToAppointAt(caller: Caller, { communeId }: Reach, unitId: string | null): Promise<string> {
    return (await this.unitToday(caller, communeId, unitId))?.path ?? wholeCommune;
  }

  private async unitToday(caller: Caller, communeId: number, unitId: string | null): Promise<Unit | undefined> {
    const [unit] = unitId === null ? [] : await this.units.unitsById(caller, [{ communeId, id: unitId }]);
    return unit;
  }

  /** Refusal: TERM_OVERLAPS where the actor has the same role there, or may do one of these acts, by another. */
  private async refuseSecond(appointment: Appointment): Promise<void> {
    const other = await this.queries.appointmentMeanwhile(appointment);
    if (other) throw overlapping(other);
  }

  private async insert(given: Omit<Appointment, 'id' | 'version'>): Promise<Appointment> {
    const appointment: Appointment = { ...given, id: v7(), version: 1 };
    await this.refuseSecond(appointment);
    await this.database.manager.insert(Appointment, appointment);
    return appointment;
  }
}

/** The members of an appointment that is no delegation. */
const own = { delegatedBy: null, acts: null, capacity: null };
