import { Injectable } from '@nestjs/common';
import { refusalOf, type Caller, type Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal, wrong } from '../refusals.js';
import { Nomination } from './nomination.entity.js';
import type { ListNominations, ListOwnNominations } from './nomination.inputs.js';
import { missing, returnedOnce } from './nomination.rules.js';
import { nominationWorkflow, type NominationAct } from './nomination.workflow.js';
import { NominationsQueries, type Asked, type NominationRow } from './nominations.queries.js';

/** What a signed decision makes of a nomination. */
export interface NominationOutcome {
  nomination: NominationRow;
  outcome: 'GRANTED' | 'REFUSED';
  reason: string | null;
  decisionId: string;
}

const kinds = {
  RECOMMENDED: 'recommended',
  NOT_RECOMMENDED: 'notRecommended',
  GRANTED: 'granted',
  REFUSED: 'refused',
} as const;

/** Nominations as they are read, and as meetings and decisions take them further. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly journal: JournalService,
  ) {}

  /** The nominations of a commune, the newest first. */
  nominations(
    caller: Caller,
    commune: string,
    { round, form, unit, state, type, restsOn, decision, ...page }: ListNominations,
  ): Promise<Page<Nomination>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const filter = {
        rounds: round,
        forms: form,
        units: unit,
        states: state,
        types: type,
        restsOn,
        decisions: decision,
        ...behind(page, first),
      };
      return pageOf(await this.queries.nominations(caller.in(commune), filter, caller.on), first, ({ id }) => [id]);
    });
  }

  /** The same page of those of each unit, or that rest on each result or the figures of each indicator; in the order asked. */
  nominationsOf(
    caller: Caller,
    of: Asked,
    records: readonly { communeId: number; id: string }[],
    { state, ...page }: ListOwnNominations,
  ): Promise<Page<Nomination>[]> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const asked = records.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }));
      const rows = await this.queries.nominationsOf(of, asked, { states: state, ...behind(page, first) }, caller.on);
      return records.map((record) =>
        pageOf(
          rows.filter((row) => row.communeId === record.communeId && row.of === record.id),
          first,
          ({ id }) => [id],
        ),
      );
    });
  }

  nomination(caller: Caller, commune: string, id: string): Promise<NominationRow> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.nominationsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Nominations by id, in the order asked; undefined where there is nothing to see. */
  nominationsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(NominationRow | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.nominationsById(
        asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id })),
        caller.on,
      ),
    );
  }

  /** What the caller may do with a nomination now, and why not. */
  nominationActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const row = await this.nomination(caller, commune, id);
      const hindrances: Partial<Record<NominationAct, string | false>> = {
        submitNomination:
          nominationWorkflow.submitNomination.from.some((state) => state === row.state) &&
          missing(row.dossier).length > 0 &&
          'RULE',
        returnNomination: row.state === 'SUBMITTED' && returnedOnce(row).length > 0 && 'RULE',
        withdrawNomination:
          row.state === 'APPRAISED' &&
          ((row.meetingId !== null && 'ALREADY_BEFORE_MEETING') || (row.draftId !== null && 'ALREADY_IN_DECISION')),
      };
      return possibleActs(nominationWorkflow, row.state, (act) => [
        refusalOf(() => demandNominationRight(caller, act as NominationAct, commune, row)),
        hindrances[act as NominationAct] || undefined,
      ]);
    });
  }

  /** The nominations a decision or meeting names, in that order, held for the write it is part of; those that are not there are left out. */
  async toDecide(caller: Caller, reach: Reach, ids: readonly string[]): Promise<NominationRow[]> {
    await this.queries.lock(reach, ids);
    const rows = await this.queries.nominationsById(
      [...new Set(ids)].map((id) => ({ reach, id })),
      caller.on,
    );
    return rows.filter((row) => row !== undefined);
  }

  /** A meeting was closed: what it advises. Part of that write. */
  advised(
    caller: Caller,
    reach: Reach,
    { nomination, outcome }: { nomination: NominationRow; outcome: 'RECOMMENDED' | 'NOT_RECOMMENDED' },
  ): Promise<void> {
    return this.stepped(caller, reach, nomination, { state: outcome });
  }

  /** A decision was signed: what it says. Part of that write. Refusal: RULE for a legal date before the last step. */
  decided(caller: Caller, reach: Reach, { nomination, outcome, reason, decisionId }: NominationOutcome): Promise<void> {
    return this.stepped(caller, reach, nomination, {
      state: outcome,
      decisionId,
      decidedOn: caller.on,
      outcomeReason: reason,
    });
  }

  private async stepped(
    caller: Caller,
    reach: Reach,
    before: NominationRow,
    given: Partial<Nomination> & { state: keyof typeof kinds },
  ): Promise<void> {
    refuseEarlierDate(caller, before);
    await this.database.change(
      Nomination,
      { commune: reach.commune, id: before.id, version: before.version },
      { ...given, lastOn: caller.on },
    );
    const record = found(firstOrNotFound(await this.queries.nominationsById([{ reach, id: before.id }], caller.on)));
    this.journal.record({
      caller,
      commune: reach.commune,
      kind: `nomination.${kinds[given.state]}`,
      view: Nomination,
      record,
      seen: { before: before.audience, after: record.audience },
    });
  }
}

const behind = (page: ListOwnNominations, first: number) => ({
  after: keysAfter(page.after, ['uuid']) as readonly [string] | null,
  limit: first + 1,
});

/** Refuses an act on a nomination without the right to it, or on what one has submitted oneself. Refusals: FORBIDDEN, SCOPE_MISSING, FOUR_EYES. */
export function demandNominationRight(
  caller: Caller,
  act: NominationAct,
  commune: string,
  { unitPath, submittedBy }: NominationRow,
): void {
  caller.demandFor(act, commune, unitPath);
  const judges = act === 'returnNomination' || act === 'appraiseNomination';
  if (judges && caller.id !== null && caller.id === submittedBy) throw new Refusal('FOUR_EYES');
}

/** Refuses a legal date before that of the last step. */
export function refuseEarlierDate({ on }: Caller, { lastOn }: Pick<Nomination, 'lastOn'>): void {
  if (on < lastOn)
    throw wrong('/headers/legal-date', 'TOO_EARLY', `${on} lies before ${lastOn}, the day of the step before.`);
}
