import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { RecordsService } from '../journal/records.service.js';
import { UnitTiesService } from '../units/unit-ties.service.js';
import type { Unit } from '../units/unit.entity.js';
import { CouncilMember } from './council-member.entity.js';
import { CouncilsQueries } from './councils.queries.js';

/** Memberships as they end with their person or body, and go on when that day was wrong. */
@Injectable()
export class UnitMembershipsService implements OnModuleInit {
  constructor(
    private readonly queries: CouncilsQueries,
    private readonly records: RecordsService,
    private readonly ties: UnitTiesService,
  ) {}

  /** Units are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.ties.following.push((caller, unit, reason) => this.follow(caller, unit, reason));
  }

  /** As the appointments at a unit, the memberships of a person, or in a body, follow its last day. */
  private async follow(caller: Caller, { communeId, id }: Unit, reason: string): Promise<void> {
    for (const { member: before, lastDay, ownLastDay } of await this.queries.membersTo(
      caller.reachById(communeId),
      id,
    )) {
      const ends = lastDay !== null && (before.validTo === null || lastDay < before.validTo);
      const kind = ends ? 'member.ended' : 'member.resumed';
      const change = { entity: CouncilMember, before, kind, reason } as const;
      await this.records.change<CouncilMember>(caller, change, { validTo: lastDay, ownLastDay });
    }
  }
}
