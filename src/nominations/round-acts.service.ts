import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { complete } from '../api/stored.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { refuse, wrong } from '../refusals.js';
import { CalendarsService } from './calendars.service.js';
import { Round } from './round.entity.js';
import type { AmendRound, CloseRound, DropRound, OpenRound, ReopenRound, RoundAt } from './round.inputs.js';
import { brokenChange, brokenRound } from './round.rules.js';
import { opening, roundWorkflow } from './round.workflow.js';
import { RoundsQueries } from './rounds.queries.js';
import { RoundsService } from './rounds.service.js';

/** Rounds as they are opened, amended, closed, reopened and dropped. */
@Injectable()
export class RoundActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RoundsQueries,
    private readonly rounds: RoundsService,
    private readonly calendars: CalendarsService,
    private readonly catalogue: CatalogueService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Opens a round. Refusals: FORBIDDEN; RULE with every form that the rule set does not have or that cannot go on by
   * it, and days said twice or out of their order.
   */
  openRound(caller: Caller, commune: string, { calendar: days, ruleSet: named, ...input }: OpenRound): Promise<Round> {
    return this.records.add(caller, { commune, entity: Round, kind: 'round.opened' }, async (reach) => {
      caller.demandFor('openRound', commune, wholeCommune);
      const ruleSet = named ?? (await this.catalogue.ruleSetOn(caller, caller.on));
      const calendar = await this.calendars.planned(reach, days ?? {}, { openedOn: caller.on });
      refuse(brokenRound({ ...input, calendar }, await this.catalogue.formsNamed(caller, input.forms, { ruleSet })));
      const round = complete(Round, {
        ...input,
        calendar,
        ruleSet,
        communeId: reach.communeId,
        id: v7(),
        version: 1,
        state: opening.to,
        openedOn: caller.on,
        audience: 'INSIDE',
      });
      await this.database.manager.insert(Round, round);
      return round;
    });
  }

  /**
   * Amends a round; what its nominations go by stays. Refusals: FORBIDDEN; STALE; RULE with all that `brokenRound` and
   * `brokenChange` find, or NOTHING_CHANGED.
   */
  amendRound(caller: Caller, at: AtVersion<RoundAt>, { reason, calendar: days, ...given }: AmendRound): Promise<Round> {
    const step = { type: this.rounds.recordType, act: 'amendRound', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      if (Object.keys(given).length === 0 && !days) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      const reach = caller.reachIn(at.commune);
      const { openedOn, calendar: planned } = before;
      const calendar = await this.calendars.planned(reach, days ?? {}, { openedOn, before: planned });
      const after = { ...before, ...given, calendar };
      const { forms, ruleSet } = after;
      const nominated = await this.queries.nominatedForms(reach, at.id);
      refuse([
        ...brokenChange(before, after, nominated),
        ...brokenRound(after, await this.catalogue.formsNamed(caller, forms, { ruleSet })),
      ]);
      return { ...given, calendar };
    });
  }

  /** Drops a round. Refusals: FORBIDDEN; STALE; STILL_REFERRED_TO while it has nominations. */
  dropRound(caller: Caller, at: AtVersion<RoundAt>, { reason }: DropRound): Promise<Round> {
    const step = { type: this.rounds.recordType, act: 'dropRound', at, reason } as const;
    return this.removals.act(caller, step, () => undefined);
  }

  /**
   * Closes a round: what was submitted goes on, drafts wait. Refusals: FORBIDDEN; STALE; STATE; NOMINATIONS_OPEN
   * without a reason; RULE for a legal date before its opening.
   */
  closeRound(caller: Caller, at: AtVersion<RoundAt>, { reason }: CloseRound): Promise<Round> {
    const step = { type: this.rounds.recordType, act: 'closeRound', at, reason } as const;
    return this.records.act(caller, step, async () => {
      if (reason === undefined) await this.rounds.demandSettled(caller.reachIn(at.commune), at.id);
      return { state: roundWorkflow.closeRound.to, closedOn: caller.on };
    });
  }

  /** Reopens a round: it takes nominations again. Refusals: FORBIDDEN; STALE; STATE; RULE before its closing. */
  reopenRound(caller: Caller, at: AtVersion<RoundAt>, { reason }: ReopenRound): Promise<Round> {
    return this.records.act(caller, { type: this.rounds.recordType, act: 'reopenRound', at, reason }, () => ({
      state: roundWorkflow.reopenRound.to,
      closedOn: null,
    }));
  }
}
