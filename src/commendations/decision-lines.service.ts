import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { groups } from '../database/batch.js';
import { Database } from '../database/database.js';
import { beforeBound } from '../journal/bound.rules.js';
import { RemovalsService } from '../journal/removals.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { refuse } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { AwardActsService, type Giving } from './award-acts.service.js';
import { AwardAmountsService } from './award-amounts.service.js';
import { Award } from './award.entity.js';
import { AwardsService } from './awards.service.js';
import { brokenTakingBack } from './decision-correction.rules.js';
import { DecisionItem } from './decision.entity.js';
import { brokenDecision, dissolvedOn, type Decidable, type DecisionLine } from './decision.rules.js';
import { DecisionsQueries } from './decisions.queries.js';

/** Records that follow a decision, held by the write. */
export interface Held {
  awards: readonly Award[];
  nominations: readonly NominationRow[];
}

/** Nominations that are taken out of a decision, and how many lines come instead. */
interface TakingBack {
  decisionId: string;
  without: readonly string[];
  added: number;
  held: Held;
  reason: string;
}

/** Lines of decisions, and what nominations and awards become by them. Part of the write of an act on the decision. */
@Injectable()
export class DecisionLinesService {
  constructor(
    private readonly database: Database,
    private readonly queries: DecisionsQueries,
    private readonly nominations: NominationOutcomesService,
    private readonly catalogue: CatalogueService,
    private readonly awards: AwardsService,
    private readonly awardActs: AwardActsService,
    private readonly amounts: AwardAmountsService,
    private readonly unitActs: UnitActsService,
    private readonly removals: RemovalsService,
  ) {}

  /** The nominations of lines, held by this write, with the facts that decide about them on a day. */
  async decidable(
    caller: Caller,
    reach: Reach,
    { id, lines, on = caller.on }: { id: string; lines: readonly DecisionLine[]; on?: string },
  ): Promise<(NominationRow & Decidable)[]> {
    const ids = lines.map(({ nominationId }) => nominationId);
    const nominations = await this.nominations.nominationsForUpdate(caller, reach, ids);
    const codes = nominations.map(({ formCode }) => formCode);
    const forms = await this.catalogue.formsNamed(caller, codes, { on });
    return nominations.map((nomination) => ({
      ...nomination,
      competent: forms.get(nomination.formCode)?.authority.here ?? false,
      dissolvedOn: dissolvedOn(nomination, on),
      otherDecision: nomination.draftId === id ? null : nomination.draftId,
    }));
  }

  /** Inserts lines behind so many others. */
  async insert(
    { communeId }: Reach,
    { decisionId, lines, behind = 0 }: { decisionId: string; lines: readonly DecisionLine[]; behind?: number },
  ): Promise<void> {
    const rows = lines.map((line, index) => ({ ...line, communeId, decisionId, ordinal: behind + index + 1 }));
    await this.database.insert(DecisionItem, rows);
  }

  async delete({ communeId }: Reach, decisionId: string): Promise<void> {
    await this.database.manager.delete(DecisionItem, { communeId, decisionId });
  }

  /**
   * Awards and nominations of a signed decision, with other nominations (`ids`), held by this write: awards first, each
   * in one order, as who revokes holds them.
   */
  async held(
    caller: Caller,
    reach: Reach,
    { decisionId, ids = [] }: { decisionId: string; ids?: readonly string[] },
  ): Promise<Held> {
    const awards = await this.awards.awardsForUpdate(caller, reach, await this.queries.awardsOf(reach, decisionId));
    const own = await this.queries.nominationsOf(reach, decisionId);
    return { awards, nominations: await this.nominations.nominationsForUpdate(caller, reach, [...own, ...ids]) };
  }

  /**
   * Takes back what a signed decision says of nominations that its paper does not name: their awards are taken out, and
   * they stand where they stood before it. Refusal: RULE of `brokenTakingBack`.
   */
  async takeBack(
    caller: Caller,
    reach: Reach,
    { decisionId, without, added, held, reason }: TakingBack,
  ): Promise<void> {
    refuse(brokenTakingBack(without, { lines: await this.queries.items(reach, decisionId), added }));
    const named = new Set<string | null>(without);
    const gone = held.awards.filter(({ nominationId }) => named.has(nominationId));
    for (const before of gone)
      await this.removals.takeOut(caller, { entity: Award, before, kind: 'award.removed', reason });
    await this.amounts.settle(caller, reach, { unitIds: gone.map(({ unitId }) => unitId), reason });
    const { communeId } = reach;
    await this.database.manager.delete(DecisionItem, { communeId, decisionId, nominationId: In([...without]) });
    for (const before of held.nominations.filter(({ id }) => named.has(id)))
      await this.nominations.takeBack(caller, before, reason);
  }

  /**
   * Adds what the paper of a signed decision says of nominations that its record does not name. Refusals: RULE with
   * every rule the lines break on its day; ALREADY_IN_DECISION; ALREADY_RECORDED.
   */
  async add(
    caller: Caller,
    reach: Reach,
    { lines, giving }: { lines: readonly DecisionLine[]; giving: Giving },
  ): Promise<void> {
    const { decisionId, grantedOn } = giving;
    const nominations = await this.decidable(caller, reach, { id: decisionId, lines, on: grantedOn });
    const ids = lines.map(({ nominationId }) => nominationId);
    refuse(
      [
        ...beforeBound(caller.on, { day: grantedOn, of: 'GRANT' }),
        ...beforeBound(grantedOn, await this.queries.groundOf(reach, ids), '/grants'),
        ...brokenDecision(lines, nominations),
      ],
      'ALREADY_IN_DECISION',
    );
    const last = (await this.queries.items(reach, decisionId)).at(-1);
    await this.insert(reach, { decisionId, lines, behind: last?.ordinal });
    const decided = { decisionId, decidedOn: grantedOn, lines, nominations };
    const granted = await this.decide(caller, reach, decided);
    for (const { unitId, formCode, period } of granted)
      await this.awards.refuseRecorded(reach, { ...giving, unitId, formCode, period });
    await this.awardActs.issue(caller, reach, { nominations: granted, giving });
  }

  /** Grants or refuses the nominations of lines; answers those granted, whose recipients superiors see from now on. */
  async decide(
    caller: Caller,
    reach: Reach,
    {
      lines,
      nominations,
      ...decided
    }: { decisionId: string; decidedOn: string; lines: readonly DecisionLine[]; nominations: readonly NominationRow[] },
  ): Promise<NominationRow[]> {
    const byId = new Map(nominations.map((each) => [each.id, each]));
    const named = lines.map((line) => ({
      ...line,
      nomination: expected(byId.get(line.nominationId), `The nomination ${line.nominationId} is not there.`),
    }));
    for (const alike of groups(named, ({ outcome, reason }) => [outcome, reason ?? ''])) {
      const [{ outcome: state, reason: outcomeReason }] = alike;
      const before = alike.map(({ nomination }) => nomination);
      await this.nominations.recordOutcomes(caller, before, { state, ...decided, outcomeReason });
    }
    const granted = named.filter(({ outcome }) => outcome === 'GRANTED').map(({ nomination }) => nomination);
    const ids = granted.map(({ unitId }) => unitId);
    await this.unitActs.publish(caller, reach, { ids, audience: 'SUPERIOR' });
    return granted;
  }
}
