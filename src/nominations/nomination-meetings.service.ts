import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Meeting } from '../councils/meeting.entity.js';
import type { MeetingAt } from '../councils/meeting.inputs.js';
import { MeetingConveningService, type Closing, type Convening } from '../councils/meeting-convening.service.js';
import { HeldMeetingsService } from '../councils/held-meetings.service.js';
import { countsGiven, tallyOf } from '../councils/tallied.rules.js';
import { groups } from '../database/batch.js';
import { Database } from '../database/database.js';
import { wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { AmendMeeting, CloseMeeting, ConveneMeeting, ReopenMeeting } from './meeting.inputs.js';
import { mayBeConvened } from './nomination.workflow.js';
import { NominationOutcomesService } from './nomination-outcomes.service.js';
import { brokenAgenda, brokenReopening } from './agenda.rules.js';
import type { NominationRow } from './nominations.queries.js';
import type { InRound, RecordHeldMeeting } from './several.inputs.js';
import { SeveralNominationsService } from './several-nominations.service.js';

/** Where meetings and nominations meet: what is brought before one, and what follows from its counts. */
@Injectable()
export class NominationMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingConveningService,
    private readonly held: HeldMeetingsService,
    private readonly nominations: NominationOutcomesService,
    private readonly several: SeveralNominationsService,
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
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      // Units are held before nominations, as by decisions: else the two would wait for each other.
      await this.units.holdShared(reach);
      const rows = await this.nominations.nominationsForUpdate(caller, reach, ids);
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
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      if (Object.keys(given).length === 0 && !ids) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      await this.units.holdShared(reach);
      const agenda = async () => {
        const rows = (await this.nominations.nominationsForUpdate(caller, reach, ids ?? [])).map((row) => ({
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
    return rows.map(({ id, unitId, unitCode, ruleSet, formCode }, index) => ({
      nominationId: id,
      unitId,
      unitCode,
      rule: expected(
        forms[index]?.voteRule,
        `The form ${formCode} of ${ruleSet} goes before a meeting without a voting rule.`,
      ),
    }));
  }

  /**
   * Records a meeting that was held, by its counts, on all nominees at or below the body that wait for it; each is
   * recommended, or is not, or may come before another. Refusals: NOT_FOUND; those of `HeldMeetingsService.hold`; RULE
   * of `brokenChoice` and as for `conveneMeeting`.
   */
  recordHeldMeeting(
    caller: Caller,
    { commune, round }: InRound & { commune: string },
    { form, except, council, counts, tallies = [], place, ...held }: RecordHeldMeeting,
  ): Promise<Meeting> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      // Units are held before nominations.
      const asked = { commune, unit: council, on: held.heldOn };
      const { pathToday: path } = await this.units.unitNamed(caller, asked, '/council');
      const waits = ({ state, steps }: NominationRow) => mayBeConvened(state, steps);
      const rows = await this.several.choose(caller, {
        ...{ commune, round, form, except, path, waits },
        states: ['SUBMITTED', 'APPRAISED'],
      });
      const ids = rows.map(({ id }) => id);
      const { meeting, outcomes } = await this.held.hold(caller, commune, {
        ...{ ...held, councilCode: council, place: place ?? null },
        matters: await this.matters(caller, rows),
        broken: brokenAgenda(ids, rows, held.heldOn),
        ...{ tallies: tallies.map(tallyOf), others: counts && countsGiven(counts) },
      });
      await this.recordOutcomes(caller, reach, outcomes);
      return meeting;
    });
  }

  /**
   * Closes a meeting: each nomination is recommended, or is not, or may come before another. Refusals: those of
   * `MeetingConveningService.close`.
   */
  closeMeeting(caller: Caller, at: AtVersion<MeetingAt>, input: CloseMeeting): Promise<Meeting> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const { meeting, outcomes } = await this.meetings.close(caller, at, input);
      await this.recordOutcomes(caller, reach, outcomes);
      return meeting;
    });
  }

  private async recordOutcomes(caller: Caller, reach: Reach, outcomes: Closing['outcomes']): Promise<void> {
    for (const alike of groups(await this.withOutcomes(caller, reach, outcomes), ({ outcome }) => [outcome])) {
      const [{ outcome: state }] = alike;
      if (state !== 'NO_QUORUM') await this.nominations.recordOutcomes(caller, alike, { state });
    }
  }

  /** The nominations of a closed meeting, held for the write it is part of, each with its outcome. */
  private async withOutcomes(caller: Caller, reach: Reach, outcomes: Closing['outcomes']) {
    const ids = outcomes.map(({ nominationId }) => nominationId);
    const rows = new Map((await this.nominations.nominationsForUpdate(caller, reach, ids)).map((row) => [row.id, row]));
    return outcomes.map(({ nominationId: id, outcome }) => ({
      ...expected(rows.get(id), `The nomination ${id} of a meeting is not there.`),
      outcome,
    }));
  }

  /**
   * Reopens a closed meeting: what it advised is taken back, and its nominations are before it again. Refusals: those
   * of `MeetingConveningService.reopen`; RULE with every nomination that stands in a decision, or before another
   * meeting.
   */
  reopenMeeting(caller: Caller, at: AtVersion<MeetingAt>, { reason, recount = [] }: ReopenMeeting): Promise<Meeting> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      let advised: readonly NominationRow[] = [];
      const brokenSince = async (outcomes: Closing['outcomes']) => {
        const nominations = await this.withOutcomes(caller, reach, outcomes);
        advised = nominations.filter(({ outcome }) => outcome !== 'NO_QUORUM');
        return brokenReopening(nominations);
      };
      const meeting = await this.meetings.reopen(caller, at, { reason, recount, brokenSince });
      for (const nomination of advised) await this.nominations.reconsider(caller, nomination, reason);
      return meeting;
    });
  }
}
