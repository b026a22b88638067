import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Meeting } from '../councils/meeting.entity.js';
import type { MeetingAt } from '../councils/meeting.inputs.js';
import { MeetingConveningService, type Convening } from '../councils/meeting-convening.service.js';
import { Database } from '../database/database.js';
import { wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { AmendMeeting, CloseMeeting, ConveneMeeting } from './meeting.inputs.js';
import { NominationActsService } from './nomination-acts.service.js';
import { brokenAgenda } from './nomination.rules.js';
import type { NominationRow } from './nominations.queries.js';

/** Where meetings and nominations meet: what is brought before one, and what follows from its counts. */
@Injectable()
export class NominationMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingConveningService,
    private readonly acts: NominationActsService,
    private readonly catalogue: CatalogueService,
    private readonly units: UnitsService,
  ) {}

  /**
   * Convenes a meeting. Refusals: RULE with every nomination that is not there, named twice, not to be deliberated
   * now or not yet on that day, for a body without members, or a day gone by; ALREADY_BEFORE_MEETING, naming each,
   * where that is all.
   */
  conveneMeeting(
    caller: Caller,
    commune: string,
    { council, heldOn, place, nominations: ids }: ConveneMeeting,
  ): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.communeId, async () => {
      // Units are held before nominations, as by decisions: else the two would wait for each other.
      await this.units.holdShared(reach);
      const rows = await this.acts.nominationsForUpdate(caller, reach, ids);
      const broken = brokenAgenda(ids, rows, heldOn);
      // A nomination that goes before no meeting may have no voting rule.
      const matters = broken.length > 0 ? [] : await this.matters(caller, rows);
      return this.meetings.convene(caller, commune, {
        councilCode: council,
        heldOn,
        place: place ?? null,
        matters,
        broken,
      });
    });
  }

  /**
   * Amends a convened meeting. Refusals: those of `MeetingConveningService.amend`; RULE with every nomination as for
   * `conveneMeeting`, or NOTHING_CHANGED.
   */
  amendMeeting(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { nominations: ids, ...given }: AmendMeeting,
  ): Promise<Meeting> {
    const reach = caller.in(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      if (Object.keys(given).length === 0 && !ids) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      await this.units.holdShared(reach);
      const agenda = async () => {
        const rows = (await this.acts.nominationsForUpdate(caller, reach, ids ?? [])).map((row) => ({
          ...row,
          meetingId: row.meetingId === at.id ? null : row.meetingId,
        }));
        const broken = brokenAgenda(ids ?? [], rows, caller.on);
        return { matters: broken.length > 0 ? [] : await this.matters(caller, rows), broken };
      };
      return this.meetings.amend(caller, at, { ...given, ...(ids && { agenda }) });
    });
  }

  /** Nominations as a meeting has them: each with the rule it is voted on by. */
  private async matters(caller: Caller, rows: readonly NominationRow[]): Promise<Convening['matters']> {
    const forms = await this.catalogue.formsOf(
      caller,
      rows.map(({ ruleSet, formCode }) => ({ ruleSet, code: formCode })),
    );
    return rows.map(({ id, unitId, ruleSet, formCode }, index) => ({
      nominationId: id,
      unitId,
      rule: expected(
        forms[index]?.voteRule,
        `The form ${formCode} of ${ruleSet} goes before a meeting without a voting rule.`,
      ),
    }));
  }

  /**
   * Closes a meeting: each nomination is recommended, or is not, or may come before another. Refusals: those of
   * `MeetingConveningService.close`.
   */
  closeMeeting(caller: Caller, at: AtVersion<MeetingAt>, input: CloseMeeting): Promise<Meeting> {
    const reach = caller.in(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const { meeting, outcomes } = await this.meetings.close(caller, at, input);
      const ids = outcomes.map(({ nominationId }) => nominationId);
      const rows = new Map((await this.acts.nominationsForUpdate(caller, reach, ids)).map((row) => [row.id, row]));
      for (const { nominationId, outcome } of outcomes) {
        if (outcome === 'NO_QUORUM') continue;
        const nomination = expected(
          rows.get(nominationId),
          `The nomination ${nominationId} of a meeting is not there.`,
        );
        await this.acts.recordOutcome(caller, nomination, { state: outcome });
      }
      return meeting;
    });
  }
}
