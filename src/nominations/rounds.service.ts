import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs } from '../api/workflow.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { brokenRound } from './nomination.rules.js';
import { Round } from './round.entity.js';
import type { CloseRound, ListRounds, OpenRound } from './round.inputs.js';
import { opened, roundWorkflow } from './round.workflow.js';
import { RoundsQueries } from './rounds.queries.js';

/** Rounds: what is considered, for which period, by which rules. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RoundsQueries,
    private readonly catalogue: CatalogueService,
    private readonly journal: JournalService,
  ) {}

  /** The rounds of a commune, the newest first. */
  rounds(caller: Caller, commune: string, page: ListRounds): Promise<Page<Round>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['uuid']) as readonly [string] | null;
      return pageOf(await this.queries.rounds(caller.in(commune), { after, limit: first + 1 }), first, ({ id }) => [
        id,
      ]);
    });
  }

  round(caller: Caller, commune: string, id: string): Promise<Round> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.roundsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Rounds by id, in the order asked; undefined where there is nothing to see. */
  roundsById(caller: Caller, asked: readonly { communeId: number; id: string }[]): Promise<(Round | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.roundsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** What the caller may do with a round now, and why not. */
  roundActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const { state } = await this.round(caller, commune, id);
      return possibleActs(roundWorkflow, state, (act) => [
        act === 'nominate' ? caller.refusalFor(act, commune) : caller.refusalFor(act, commune, ''),
      ]);
    });
  }

  /** Opens a round. Refusals: RULE with every form the rule set does not have, and days out of their order. */
  openRound(caller: Caller, commune: string, { calendar: given, ruleSet: asked, ...input }: OpenRound): Promise<Round> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('openRound', commune, '');
      const ruleSet = asked ?? (await this.catalogue.ruleSetOn(caller, caller.on));
      const calendar = { nominateBy: null, meetBy: null, decideBy: null, ...given };
      refuse(brokenRound({ ...input, calendar }, await this.catalogue.formsNamed(caller, input.forms, { ruleSet })));
      const row: Round = {
        ...input,
        calendar,
        ruleSet,
        communeId: reach.commune,
        id: v7(),
        version: 1,
        state: opened.to,
        openedOn: caller.on,
        closedOn: null,
        audience: 'INSIDE',
      };
      await this.database.manager.insert(Round, row);
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'round.opened',
        view: Round,
        record: row,
        seen: { before: null, after: row.audience },
      });
      return row;
    });
  }

  /** Closes a round; the nominations it has go on. Refusals: STALE; STATE; RULE for a legal date before its opening. */
  closeRound(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: CloseRound,
  ): Promise<Round> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lock(reach, id, 'update');
      const before = await this.round(caller, commune, id);
      caller.demandFor('closeRound', commune, '');
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(roundWorkflow, 'closeRound', before.state);
      if (caller.on < before.openedOn)
        throw wrong(
          '/headers/legal-date',
          'TOO_EARLY',
          `${caller.on} lies before ${before.openedOn}, the day it was opened.`,
        );
      await this.database.change(
        Round,
        { commune: reach.commune, id, version: before.version },
        { state: roundWorkflow.closeRound.to, closedOn: caller.on },
      );
      const record = await this.round(caller, commune, id);
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'round.closed',
        view: Round,
        record,
        seen: { before: before.audience, after: record.audience },
        reason,
      });
      return record;
    });
  }

  /** The round somebody is about to be put forward in; it is not closed meanwhile. Part of that write. Refusals: RULE for one that is not there; STATE. */
  async roundToNominate(caller: Caller, reach: Reach, id: string): Promise<Round> {
    await this.queries.lock(reach, id, 'share');
    const [round] = await this.queries.roundsById([{ reach, id }]);
    if (!round) throw wrong('/round', 'UNKNOWN', `There is no round ${id}.`);
    demandState(roundWorkflow, 'nominate', round.state);
    if (caller.on < round.openedOn)
      throw wrong(
        '/headers/legal-date',
        'TOO_EARLY',
        `${caller.on} lies before ${round.openedOn}, the day the round was opened.`,
      );
    return round;
  }
}
