import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { found } from '../api/found.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { MeetingsService } from '../councils/meetings.service.js';
import type { Meeting } from '../councils/meeting.entity.js';
import { Database } from '../database/database.js';
import { refuse } from '../refusals.js';
import type { CloseMeeting, ConveneMeeting } from './meeting.inputs.js';
import { brokenAgenda } from './nomination.rules.js';
import { NominationsService } from './nominations.service.js';

/** Where meetings and nominations meet: what is brought before one, and what follows from its counts. */
@Injectable()
export class NominationMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsService,
    private readonly nominations: NominationsService,
    private readonly catalogue: CatalogueService,
  ) {}

  /** Convenes a meeting. Refusals: RULE with every nomination that is not there, named twice, not to be deliberated now or not yet on that day, for a body without members, or a day gone by; ALREADY_BEFORE_MEETING, naming each, where that is all. */
  conveneMeeting(actor: Actor, commune: string, { council, heldOn, place, nominations: ids }: ConveneMeeting): Promise<Meeting> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const rows = await this.nominations.toDecide(actor, reach, ids);
      refuse(brokenAgenda(ids, rows, actor.on), 'ALREADY_BEFORE_MEETING');
      const forms = await this.catalogue.formsOf(actor, rows.map(({ ruleSet, formCode }) => ({ ruleSet, code: formCode })));
      const matters = rows.map(({ id, unitId }, index) => ({ nominationId: id, unitId, rule: found(forms[index]?.voteRule ?? undefined) }));
      return this.meetings.convene(actor, reach, { councilCode: council, heldOn, place: place ?? null, matters });
    });
  }

  /** Closes a meeting: each nomination is recommended, or is not, or may come before another. Refusals: those of `MeetingsService.close`. */
  closeMeeting(actor: Actor, commune: string, id: string, expectedVersion: number, input: CloseMeeting): Promise<Meeting> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const { meeting, outcomes } = await this.meetings.close(actor, reach, id, expectedVersion, input);
      const rows = new Map((await this.nominations.toDecide(actor, reach, outcomes.map(({ nominationId }) => nominationId))).map((row) => [row.id, row]));
      for (const { nominationId, outcome } of outcomes) if (outcome !== 'NO_QUORUM') await this.nominations.advised(actor, reach, { nomination: found(rows.get(nominationId)), outcome });
      return meeting;
    });
  }
}
