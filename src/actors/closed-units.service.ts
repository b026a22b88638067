import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { RecordsService } from '../journal/records.service.js';
import { UnitClosingsService } from '../units/unit-closings.service.js';
import type { Unit } from '../units/unit.entity.js';
import { ActorsQueries } from './actors.queries.js';
import { Appointment } from './appointment.entity.js';

/** Appointments at a unit end with it. */
@Injectable()
export class ClosedUnitsService implements OnModuleInit {
  constructor(
    private readonly queries: ActorsQueries,
    private readonly records: RecordsService,
    private readonly closings: UnitClosingsService,
  ) {}

  /** Units are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.closings.endWith = (caller, closed, reason) => this.endAppointments(caller, closed, reason);
  }

  /** Ends the appointments at a unit on its last day; those that begin later on their first. */
  private async endAppointments(caller: Caller, { communeId, id, validTo }: Unit, reason: string): Promise<void> {
    if (validTo === null) return;
    for (const before of await this.queries.appointmentsBeyond(caller.inCommune(communeId), id, validTo)) {
      const ended = { entity: Appointment, before, kind: 'appointment.ended', reason } as const;
      const lastDay = before.validFrom > validTo ? before.validFrom : validTo;
      await this.records.change<Appointment>(caller, ended, { validTo: lastDay });
    }
  }
}
