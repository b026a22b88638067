import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { RecordsService } from '../journal/records.service.js';
import { overlapping } from '../refusals.js';
import { UnitTiesService } from '../units/unit-ties.service.js';
import type { Unit } from '../units/unit.entity.js';
import { ActorsQueries } from './actors.queries.js';
import { Appointment } from './appointment.entity.js';

/** Appointments at a unit, as they end with it, and go on when its last day was wrong. */
@Injectable()
export class UnitAppointmentsService implements OnModuleInit {
  constructor(
    private readonly queries: ActorsQueries,
    private readonly records: RecordsService,
    private readonly ties: UnitTiesService,
  ) {}

  /** Units are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.ties.following.push((caller, unit, reason) => this.follow(caller, unit, reason));
  }

  /**
   * Ends the appointments at a unit on its last day, those that begin later on their first; those that ended with it
   * have the last day of their own again where the unit is there on it. Refusal: TERM_OVERLAPS where another took
   * their place.
   */
  private async follow(caller: Caller, { communeId, id, validTo }: Unit, reason: string): Promise<void> {
    const reach = caller.reachById(communeId);
    for (const { appointment: before, lastDay, ownLastDay } of await this.queries.appointmentsTo(reach, id, validTo)) {
      const ends = lastDay !== null && (before.validTo === null || lastDay < before.validTo);
      const kind = ends ? 'appointment.ended' : 'appointment.resumed';
      const change = { entity: Appointment, before, kind, reason } as const;
      const other = ends ? undefined : await this.queries.appointmentMeanwhile({ ...before, validTo: lastDay });
      if (other) throw overlapping(other);
      await this.records.change<Appointment>(caller, change, { validTo: lastDay, ownLastDay });
    }
  }
}
