import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { firstOrNotFound } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { PapersService } from '../documents/papers.service.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { RecordsService } from '../journal/records.service.js';
import type { Point } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { isStale } from './carry-over.rules.js';
import { Indicator } from './indicator.entity.js';
import { everyRow, IndicatorsQueries } from './indicators.queries.js';
import { PlanCarryOverService } from './plan-carry-over.service.js';
import { printedOf, unsaid } from './plan-paper.rules.js';
import { Plan } from './plan.entity.js';
import type { AmendPlan, ClosePlan, ReopenPlan, DraftPlan, IssuePlan, PlanAt, SetPlanSettings } from './plan.inputs.js';
import {
  brokenIssue,
  brokenKey,
  brokenSettings,
  headings,
  lastYearOf,
  movesSeasons,
  noSettings,
  restOf,
  wordOf,
} from './plan.rules.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansService } from './plans.service.js';
import { Target } from './target.entity.js';
import { TargetsQueries } from './targets.queries.js';

/** Refuses a change of an issued plan that gives no reason. Refusal: RULE. */
export function refuseWithoutReason({ state }: Pick<Plan, 'state'>, reason: string | undefined): void {
  if (state === 'ISSUED' && reason === undefined)
    throw wrong('/reason', 'REASON_REQUIRED', 'An issued plan is changed with a reason.');
}

/** Plans as they are drafted, amended, issued and closed. */
@Injectable()
export class PlanActsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsQueries,
    private readonly targets: TargetsQueries,
    private readonly documents: DocumentActsService,
    private readonly papers: PapersService,
    private readonly signedPapers: SignedPapersService,
    private readonly units: UnitsService,
    private readonly carryOver: PlanCarryOverService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Drafts a plan together with its document. Refusals: FORBIDDEN; CODE_TAKEN; RULE for a key that does not fit its
   * kind, or another year than that of the plan above.
   */
  draftPlan(
    caller: Caller,
    commune: string,
    { document, from, parentPlan, unit: unitCode, ...input }: DraftPlan,
  ): Promise<Plan> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const plan = await this.records.add(caller, { commune, entity: Plan, kind: 'plan.drafted' }, async () => {
        await (input.kind === 'MOVEMENT' ? this.units.hold(reach) : this.units.holdShared(reach));
        const above = parentPlan === undefined ? undefined : await this.plans.plan(caller, commune, parentPlan);
        const untilYear = lastYearOf(input) ?? above?.untilYear ?? null;
        const on = restOf({ ...input, untilYear }, caller.on);
        const unit =
          unitCode === undefined
            ? undefined
            : await this.units.unitNamed(caller, { commune, unit: unitCode, on }, '/unit');
        caller.demandFor('draftPlan', commune, unit?.pathToday ?? wholeCommune);
        const word = wordOf(input.key);
        const wordIsUnit = await this.units.hasCode(caller, commune, word);
        refuse(brokenKey({ ...input, parentPlan, unit: unitCode }, wordIsUnit));
        if (above && above.year !== input.year)
          throw wrong('/year', 'OTHER_YEAR', {
            en: `"${above.key}" is for ${above.year}.`,
            vi: `Kế hoạch "${above.key}" là của năm ${above.year}; kế hoạch con phải cùng năm.`,
          });
        const earlier = from === undefined ? undefined : await this.plans.plan(caller, commune, from);
        const { id: documentId } = await this.documents.recordWith(caller, { commune, pointer: '/document' }, document);
        const id = v7();
        if (input.kind === 'MOVEMENT') await this.units.takeWord(reach, word, id);
        await this.database.manager.insert(Plan, {
          ...blankOr(earlier),
          ...input,
          sections: headings(input.sections ?? earlier?.sections ?? []),
          communeId: reach.communeId,
          id,
          version: 1,
          documentId,
          untilYear,
          parentPlanId: above?.id ?? null,
          unitId: unit?.id ?? null,
          state: 'DRAFT',
          issuedOn: null,
          closedOn: null,
          audience: 'INSIDE',
        });
        return this.plans.plan(caller, commune, input.key);
      });
      if (from !== undefined) await this.carryOver.takeOver(caller, await this.plans.plan(caller, commune, from), plan);
      return { ...plan, withoutBaseline: firstOrNotFound(await this.plans.withoutBaseline(caller, [plan])) };
    });
  }

  /**
   * Amends a plan; an issued one with a reason. Refusals: FORBIDDEN; STALE; STATE when it is closed; RULE when
   * nothing is to change.
   */
  amendPlan(caller: Caller, at: AtVersion<PlanAt>, { reason, sections, ...given }: AmendPlan): Promise<Plan> {
    return this.records.act(caller, { type: this.plans.recordType, act: 'amendPlan', at, reason }, (plan) => {
      refuseWithoutReason(plan, reason);
      if (Object.keys(given).length === 0 && sections === undefined)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      return { ...given, ...(sections && { sections: headings(sections) }) };
    });
  }

  /**
   * Sets how a plan is reported on, as a whole; of an issued one with a reason. Reports that were submitted keep the
   * due day they were judged by. Refusals: FORBIDDEN; STALE; STATE when it is closed; PERIOD_CLOSED for other days of
   * seasons while a period is closed; RULE.
   */
  setPlanSettings(
    caller: Caller,
    at: AtVersion<PlanAt>,
    { reason, dueByFrequency = [], ...given }: SetPlanSettings,
  ): Promise<Plan> {
    return this.records.act(
      caller,
      { type: this.plans.recordType, act: 'setPlanSettings', at, reason },
      async (plan) => {
        refuseWithoutReason(plan, reason);
        const { dueDays, dueIn } = noSettings;
        const dues = dueByFrequency.map((each) => ({ dueDays, dueIn, ...each }));
        const settings = { ...noSettings, ...given, dueByFrequency: dues };
        refuse(brokenSettings(settings));
        if (movesSeasons(plan.settings, settings)) await this.plans.refuseClosed(caller.reachIn(at.commune), plan);
        return { settings };
      },
    );
  }

  /** Closes an issued plan: nothing of it is changed until it is reopened. Refusals: FORBIDDEN; STALE; STATE. */
  closePlan(caller: Caller, at: AtVersion<PlanAt>, { reason }: ClosePlan): Promise<Plan> {
    return this.records.act(caller, { type: this.plans.recordType, act: 'closePlan', at, reason }, () => ({
      state: planWorkflow.closePlan.to,
      closedOn: caller.on,
    }));
  }

  /** Reopens a closed plan; its periods stay closed. Refusals: FORBIDDEN; STALE; STATE; RULE before its closing. */
  reopenPlan(caller: Caller, at: AtVersion<PlanAt>, { reason }: ReopenPlan): Promise<Plan> {
    return this.records.act(caller, { type: this.plans.recordType, act: 'reopenPlan', at, reason }, () => ({
      state: planWorkflow.reopenPlan.to,
      closedOn: null,
    }));
  }

  /**
   * Issues a plan: with its document, indicators and targets it is public from now on. The document gets the number
   * and day of its paper. Refusals: FORBIDDEN; STALE; STATE unless it is a draft, and the plan above it issued;
   * NUMBER_TAKEN; RULE for a plan without content, for the file and signer, or for what the clerk does not say of a
   * signed paper.
   */
  issuePlan(caller: Caller, at: AtVersion<PlanAt>, paper: IssuePlan = {}): Promise<Plan> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const audience = 'PUBLIC' as const;
      const issued = await this.records.act(
        caller,
        { type: this.plans.recordType, act: 'issuePlan', at },
        async ({ parentPlan, version, documentId, ...plan }) => {
          const above = parentPlan === null ? undefined : await this.plans.plan(caller, at.commune, parentPlan);
          if (above && above.state !== 'ISSUED') throw wrongState({ of: 'plan', state: above.state, version });
          const indicators = await this.indicators.indicators([{ reach, id: plan.id }], everyRow);
          const broken = brokenIssue(plan, indicators);
          await this.signPaper(caller, at.commune, { documentId, paper, broken });
          return { state: planWorkflow.issuePlan.to, issuedOn: caller.on, audience };
        },
      );
      await this.documents.publish(caller, reach.communeId, { id: issued.documentId, audience });
      await this.publishParts(caller, reach, issued.id);
      return issued;
    });
  }

  /** Gives the document of a plan what its signed paper shows. Part of its issue. */
  private async signPaper(
    caller: Caller,
    commune: string,
    { documentId, paper, broken: issue }: { documentId: string; paper: IssuePlan; broken: readonly Point[] },
  ): Promise<void> {
    const document = await this.signedPapers.documentForUpdate(caller, caller.reachIn(commune).communeId, documentId);
    const by = await this.papers.signing(caller, commune, { act: 'issuePlan', authority: paper.authority });
    const broken = [...issue, ...(by.way === 'RECORD' ? unsaid(paper, document) : [])];
    const { number, ...shown } = paper;
    const roles = caller.rolesOf(commune);
    const isHead = by.way === 'DELEGATION' || roles.includes('CHAIRPERSON');
    const self = by.way === 'RECORD' || roles.length === 0 ? undefined : { name: caller.name, isHead };
    const isSigned = self === undefined || document.signer.name !== null;
    if (isSigned && number === null && broken.length === 0 && Object.keys(shown).length === 0) return;
    const printed = printedOf(paper, document, { by, on: caller.on, self });
    await this.signedPapers.complete(caller, document, { ...printed, broken });
  }

  /** Lets everybody see the indicators and targets of an issued plan. Part of its issue. */
  private async publishParts(caller: Caller, reach: Reach, planId: string): Promise<void> {
    const { communeId } = reach;
    const { manager } = this.database;
    const raised = { audience: 'PUBLIC', version: () => 'version + 1' } as const;
    await manager.update(Indicator, { communeId, planId }, raised);
    const indicators = await this.indicators.indicators([{ reach, id: planId }], everyRow);
    const indicatorIds = indicators.map(({ id }) => id);
    await manager.update(Target, { communeId, indicatorId: In(indicatorIds) }, raised);
    const targets = await this.targets.targets(reach, planId, everyRow);
    const seenBefore = 'INSIDE';
    this.records.journalAll(caller, { entity: Indicator, kind: 'indicator.issued', seenBefore }, indicators);
    this.records.journalAll(caller, { entity: Target, kind: 'target.issued', seenBefore }, targets);
  }
}

/** A plan's own text before it is given: empty, or what lasts of the plan it takes over. */
const blankOr = (earlier: Pick<Plan, 'year' | 'untilYear' | 'purposes' | 'duties' | 'settings'> | undefined) => ({
  alsoCalled: null,
  ...lasting(earlier),
  // A day of registering is of its year.
  settings: { ...(earlier?.settings ?? noSettings), registerBy: null },
  deadline: null,
});

/** Purposes and duties that name no year gone by. */
function lasting(earlier: Pick<Plan, 'year' | 'untilYear' | 'purposes' | 'duties'> | undefined) {
  if (!earlier) return { purposes: [], duties: [] };
  const over = earlier.untilYear ?? earlier.year;
  const stays = (text: string) => !isStale(text, over);
  return { purposes: earlier.purposes.filter(stays), duties: earlier.duties.filter(stays) };
}
