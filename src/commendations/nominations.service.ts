import { Injectable } from '@nestjs/common';
import type { Actor, Reach } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { wrong } from '../refusals.js';
import { Nomination } from './nomination.entity.js';
import { NominationsQueries, type NominationRow } from './nominations.queries.js';

/** What a signed decision makes of a nomination. */
export interface Verdict {
  nomination: NominationRow;
  outcome: 'GRANTED' | 'REFUSED';
  reason: string | null;
  decisionId: string;
}

const kinds = { RECOMMENDED: 'recommended', NOT_RECOMMENDED: 'notRecommended', GRANTED: 'granted', REFUSED: 'refused' } as const;

/** Nominations as they are read, and as meetings and decisions take them further. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly journal: JournalService,
  ) {}

  nomination(actor: Actor, commune: string, id: string): Promise<NominationRow> {
    return this.database.read(actor, async () => found(only(await this.nominationsById(actor, [{ communeId: actor.in(commune).commune, id }]))));
  }

  /** Nominations by id, in the order asked; undefined where there is nothing to see. */
  nominationsById(actor: Actor, asked: readonly { communeId: number; id: string }[]): Promise<(NominationRow | undefined)[]> {
    return this.database.read(actor, () => this.queries.nominationsById(asked.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), id })), actor.on));
  }

  /** The nominations a decision or meeting names, in that order, held for the write it is part of; those that are not there are left out. */
  async toDecide(actor: Actor, reach: Reach, ids: readonly string[]): Promise<NominationRow[]> {
    await this.queries.lock(reach, ids);
    const rows = await this.queries.nominationsById([...new Set(ids)].map((id) => ({ reach, id })), actor.on);
    return rows.filter((row) => row !== undefined);
  }

  /** A meeting was closed: what it advises. Part of that write. */
  advised(actor: Actor, reach: Reach, { nomination, outcome }: { nomination: NominationRow; outcome: 'RECOMMENDED' | 'NOT_RECOMMENDED' }): Promise<void> {
    return this.stepped(actor, reach, nomination, { state: outcome });
  }

  /** A decision was signed: what it says. Part of that write. Refusal: RULE for a legal date before the last step. */
  decided(actor: Actor, reach: Reach, { nomination, outcome, reason, decisionId }: Verdict): Promise<void> {
    return this.stepped(actor, reach, nomination, { state: outcome, decisionId, decidedOn: actor.on, outcomeReason: reason });
  }

  private async stepped(actor: Actor, reach: Reach, before: NominationRow, given: Partial<Nomination> & { state: keyof typeof kinds }): Promise<void> {
    inOrder(actor, before);
    await this.database.change(Nomination, { commune: reach.commune, id: before.id, version: before.version }, { ...given, lastOn: actor.on });
    const record = found(only(await this.queries.nominationsById([{ reach, id: before.id }], actor.on)));
    this.journal.record({ actor, commune: reach.commune, kind: `nomination.${kinds[given.state]}`, view: Nomination, record, seen: { before: before.audience, after: record.audience } });
  }
}

/** Refuses a legal date before that of the last step. */
export function inOrder({ on }: Actor, { lastOn }: Pick<Nomination, 'lastOn'>): void {
  if (on < lastOn) throw wrong('/headers/legal-date', 'TOO_EARLY', `${on} lies before ${lastOn}, the day of the step before.`);
}
