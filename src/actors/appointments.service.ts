import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { found } from '../api/found.js';
import { CommunesQueries } from '../communes/communes.queries.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Appointment } from './appointment.entity.js';
import type { Appoint, Delegate, EndAppointment } from './actor.inputs.js';
import { backwards, brokenAppointment, brokenDelegation } from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';

/** An appointment as the operator makes it, who may appoint a superior's system. */
export type Appointing = Appoint & { superior?: string };

/** Who is appointed as what, and who acts in whose place. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly actors: ActorsService,
    private readonly documents: DocumentsService,
    private readonly communes: CommunesQueries,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** Appoints an actor, who is added when not there yet. Refusals: FORBIDDEN outside the unit one's own appointment, or key, is for; FOUR_EYES for oneself; RULE for a role, unit, document or day out of order. */
  appoint(
    caller: Caller,
    commune: string,
    { actor: key, name, kind = 'PERSON', role, unit, superior, validFrom, validTo, documentId }: Appointing,
  ): Promise<Appointment> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      if (caller.kind !== 'OPERATOR') refuse(brokenAppointment({ role, unit, validFrom, validTo }));
      const unitId =
        unit === undefined ? null : (await this.units.unitNamed(caller, commune, unit, '/unit', validFrom)).id;
      await this.demandAt(caller, 'appoint', reach, unitId);
      const known = await this.queries.actor(reach, key);
      if (!known && name === undefined)
        throw wrong('/name', 'NAMELESS_ACTOR', `"${key}" is not there yet: say the name.`);
      if (known && known.id === caller.id) throw new Refusal('FOUR_EYES');
      const { id: actorId } = known ?? (await this.actors.addActor(caller, commune, { key, name: name ?? key, kind }));
      return this.begin(caller, reach, {
        actorId,
        role,
        unitId,
        superiorId: superior === undefined ? null : found(await this.communes.superiorByKey(superior)).id,
        documentId: await this.documents.documentNamed(caller, commune, documentId, '/documentId'),
        validFrom,
        validTo: validTo ?? null,
      });
    });
  }

  /** Says an appointment's last day. Refusals: FORBIDDEN as for `appoint`; FOUR_EYES for lengthening one's own; STALE; RULE for a day before its first. */
  endAppointment(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    input: EndAppointment,
  ): Promise<Appointment> {
    return this.ended(caller, commune, id, expectedVersion, input, 'appointment');
  }

  /** The chairperson lets another actor do some acts in their place. Refusals: FOUR_EYES for oneself; RULE for acts that are not theirs to delegate. */
  delegate(
    caller: Caller,
    commune: string,
    { actor: key, acts, capacity, validFrom, validTo, documentId }: Delegate,
  ): Promise<Appointment> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const own = caller.appointments.find(
        ({ communeId, role, acts: delegated }) =>
          communeId === reach.commune && role === 'CHAIRPERSON' && delegated === null,
      );
      if (!own) throw new Refusal('FORBIDDEN', { operation: 'delegate' });
      refuse([...brokenDelegation(own.role, acts), ...backwards(validFrom, validTo)]);
      const deputy = await this.queries.actor(reach, key);
      if (!deputy) throw wrong('/actor', 'UNKNOWN', `There is no actor "${key}".`);
      if (deputy.id === caller.id) throw new Refusal('FOUR_EYES');
      const { unitId } = found(await this.queries.appointment(reach, own.id));
      await this.demandAt(caller, 'delegate', reach, unitId);
      const document = await this.documents.documentNamed(caller, commune, documentId, '/documentId');
      return this.begin(caller, reach, {
        actorId: deputy.id,
        role: own.role,
        unitId,
        superiorId: null,
        documentId: document,
        delegatedBy: own.id,
        acts: [...new Set(acts)],
        capacity,
        validFrom,
        validTo,
      });
    });
  }

  /** Says a delegation's last day. Refusals: STALE; RULE for a day before its first. */
  endDelegation(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    input: EndAppointment,
  ): Promise<Appointment> {
    return this.ended(caller, commune, id, expectedVersion, input, 'delegation');
  }

  /** An appointment is given and ended where one's own holds; what is for the whole commune, or begins with a unit still to come, by whoever holds there. */
  private async demandAt(
    caller: Caller,
    act: OperationId,
    { commune, key }: Reach,
    unitId: string | null,
  ): Promise<void> {
    const [unit] = unitId === null ? [] : await this.units.unitsById(caller, [{ communeId: commune, id: unitId }]);
    caller.demandFor(act, key, unit?.path ?? '');
  }

  private async begin(
    caller: Caller,
    { commune: communeId }: Reach,
    given: Omit<Appointment, 'communeId' | 'id' | 'version' | 'delegatedBy' | 'acts' | 'capacity'> &
      Partial<Appointment>,
  ): Promise<Appointment> {
    const record: Appointment = {
      delegatedBy: null,
      acts: null,
      capacity: null,
      ...given,
      communeId,
      id: v7(),
      version: 1,
    };
    await this.database.manager.insert(Appointment, record);
    this.journal.record({
      caller,
      commune: communeId,
      kind: record.delegatedBy === null ? 'appointment.begun' : 'appointment.delegated',
      view: Appointment,
      record,
      seen: { before: null, after: 'INSIDE' },
    });
    return record;
  }

  private ended(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { validTo = caller.on, reason }: EndAppointment,
    what: 'appointment' | 'delegation',
  ): Promise<Appointment> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lockAppointment(reach, id);
      const before = found(await this.queries.appointment(reach, id));
      if ((before.delegatedBy !== null) !== (what === 'delegation')) throw new Refusal('NOT_FOUND');
      await this.demandAt(caller, what === 'delegation' ? 'endDelegation' : 'endAppointment', reach, before.unitId);
      if (before.actorId === caller.id && before.validTo !== null && validTo > before.validTo)
        throw new Refusal('FOUR_EYES');
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      refuse(backwards(before.validFrom, validTo));
      await this.database.change(Appointment, { commune: reach.commune, id, version: before.version }, { validTo });
      const record = { ...before, validTo, version: before.version + 1 };
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'appointment.ended',
        view: Appointment,
        record,
        seen: { before: 'INSIDE', after: 'INSIDE' },
        reason,
      });
      return record;
    });
  }
}
