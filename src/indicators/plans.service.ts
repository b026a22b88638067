import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Indicator } from './indicator.entity.js';
import { everyRow, IndicatorsQueries } from './indicators.queries.js';
import { PlanCarryOverService } from './plan-carry-over.service.js';
import { Plan } from './plan.entity.js';
import type { AmendPlan, ClosePlan, DraftPlan, ListPlans } from './plan.inputs.js';
import { brokenKey, headings, wordOf } from './plan.rules.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansQueries } from './plans.queries.js';
import { Target } from './target.entity.js';
import { TargetsQueries } from './targets.queries.js';

/** Refuses a change of an issued plan that gives no reason. */
export function reasonGiven({ state }: Pick<Plan, 'state'>, reason: string | undefined): void {
  if (state === 'ISSUED' && reason === undefined)
    throw new Refusal('RULE', {}, [
      { pointer: '/reason', code: 'REASON_REQUIRED', detail: 'An issued plan is changed with a reason.' },
    ]);
}

@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly queries: PlansQueries,
    private readonly indicators: IndicatorsQueries,
    private readonly targets: TargetsQueries,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly takingOver: PlanCarryOverService,
    private readonly journal: JournalService,
  ) {}

  /** The plans of a commune, newest year first. */
  async plans(caller: Caller, commune: string, list: ListPlans): Promise<Page<Plan>> {
    return firstOrNotFound(await this.plansOf(caller, [caller.in(commune)], list));
  }

  /** The same page of several communes, in the order asked. */
  plansOf(caller: Caller, reaches: readonly Reach[], { year, kind, state, ...page }: ListPlans): Promise<Page<Plan>[]> {
    return this.database.read(caller, async () => {
      const after = keysAfter(page.after, ['int', 'text']) as readonly [number, string] | null;
      const first = firstOf(page);
      const rows = await this.queries.plans(reaches, {
        year,
        kinds: kind,
        states: state,
        after,
        limit: first + 1,
        on: caller.on,
      });
      return reaches.map(({ commune }) =>
        pageOf(
          rows.filter(({ communeId }) => communeId === commune),
          first,
          (plan) => [plan.year, plan.key],
        ),
      );
    });
  }

  async plan(caller: Caller, commune: string, key: string): Promise<Plan> {
    return found(firstOrNotFound(await this.plansByKey(caller, [{ communeId: caller.in(commune).commune, key }])));
  }

  /** Plans by key, in the order asked; undefined where there is nothing to see. */
  plansByKey(caller: Caller, asked: readonly { communeId: number; key: string }[]): Promise<(Plan | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.plansByKey(
        asked.map(({ communeId, key }) => ({ reach: caller.inCommune(communeId), key })),
        caller.on,
      ),
    );
  }

  /** Codes of a plan's indicators without a baseline: of each plan asked. */
  withoutBaseline(caller: Caller, plans: readonly Pick<Plan, 'communeId' | 'id'>[]): Promise<string[][]> {
    return this.database.read(caller, () =>
      this.indicators.withoutBaseline(
        plans.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), planId: id })),
      ),
    );
  }

  /** What the caller may do with a plan now, and why not. */
  planActions(caller: Caller, commune: string, key: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const plan = await this.plan(caller, commune, key);
      return possibleActs(planWorkflow, plan.state, (act) => [
        act === 'acknowledgePlan' ? caller.refusalFor(act, commune) : caller.refusalFor(act, commune, plan.unitPath),
      ]);
    });
  }

  /** A plan about to be changed: the caller must hold the act's right for the plan's unit, or for the whole commune. */
  async planToChange(caller: Caller, act: OperationId, commune: string, key: string): Promise<Plan> {
    // Whoever adds to a plan and whoever issues it must not pass each other.
    await this.queries.lock(caller.in(commune), key);
    const plan = await this.plan(caller, commune, key);
    caller.demandFor(act, commune, plan.unitPath);
    return plan;
  }

  /** A plan about to be reported on: it is not closed meanwhile. */
  async planToReport(caller: Caller, commune: string, key: string): Promise<Plan> {
    await this.queries.share(caller.in(commune), key);
    return this.plan(caller, commune, key);
  }

  /** Drafts a plan together with its document. Refusals: CODE_TAKEN; RULE for a key that does not fit its kind. */
  draftPlan(
    caller: Caller,
    commune: string,
    { document, from, parentPlan, unit: unitCode, ...input }: DraftPlan,
  ): Promise<Plan> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const unit = unitCode === undefined ? undefined : await this.units.unitNamed(caller, commune, unitCode, '/unit');
      caller.demandFor('draftPlan', commune, unit?.path ?? '');
      if (input.kind === 'MOVEMENT') await this.units.hold(reach);
      const points = brokenKey(
        { ...input, parentPlan, unit: unitCode },
        await this.units.hasCode(caller, commune, wordOf(input.key)),
      );
      if (points.length > 0) throw new Refusal('RULE', {}, points);
      const above = parentPlan === undefined ? undefined : await this.plan(caller, commune, parentPlan);
      if (above && above.year !== input.year)
        throw new Refusal('RULE', {}, [
          { pointer: '/year', code: 'OTHER_YEAR', detail: `"${above.key}" is for ${above.year}.` },
        ]);
      const earlier = from === undefined ? undefined : await this.plan(caller, commune, from);

      const { id: documentId } = await this.documents.recordDocument(caller, commune, document);
      const taken = earlier && { purposes: earlier.purposes, duties: earlier.duties, sections: earlier.sections };
      const blank = { alsoCalled: null, purposes: [], duties: [], sections: [], deadline: null, ...taken };
      const id = v7();
      if (input.kind === 'MOVEMENT') await this.units.takeWord(caller, commune, wordOf(input.key), id);
      await this.database.manager.insert(Plan, {
        ...blank,
        ...input,
        sections: headings(input.sections ?? blank.sections),
        communeId: reach.commune,
        id,
        version: 1,
        documentId,
        parentPlanId: above?.id ?? null,
        unitId: unit?.id ?? null,
        state: 'DRAFT',
        issuedOn: null,
        audience: 'INSIDE',
      });
      const plan = await this.plan(caller, commune, input.key);
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'plan.drafted',
        view: Plan,
        record: plan,
        seen: { before: null, after: plan.audience },
      });
      if (earlier) await this.takingOver.takeOver(caller, reach, earlier, plan);
      return {
        ...plan,
        withoutBaseline: firstOrNotFound(await this.indicators.withoutBaseline([{ reach, planId: plan.id }])),
      };
    });
  }

  /** Amends a plan; an issued one with a reason. Refusals: STALE; STATE when it is closed; RULE when nothing is to change. */
  amendPlan(
    caller: Caller,
    commune: string,
    key: string,
    expectedVersion: number,
    { reason, sections, ...given }: AmendPlan,
  ): Promise<Plan> {
    return this.changed(caller, { act: 'amendPlan', commune, key, expectedVersion, reason }, 'plan.amended', (plan) => {
      reasonGiven(plan, reason);
      if (Object.keys(given).length === 0 && sections === undefined)
        throw new Refusal('RULE', {}, [{ pointer: '', code: 'NOTHING_CHANGED', detail: 'Say what is to change.' }]);
      return { ...given, ...(sections && { sections: headings(sections) }) };
    });
  }

  /** Closes an issued plan: nothing of it is changed afterwards. Refusals: STALE; STATE. */
  closePlan(
    caller: Caller,
    commune: string,
    key: string,
    expectedVersion: number,
    { reason }: ClosePlan,
  ): Promise<Plan> {
    return this.changed(caller, { act: 'closePlan', commune, key, expectedVersion, reason }, 'plan.closed', () => ({
      state: planWorkflow.closePlan.to,
    }));
  }

  /** Issues a plan: with its document, indicators and targets it is public from now on. Refusals: STALE; STATE unless it is a draft, and the plan above it issued. */
  issuePlan(caller: Caller, commune: string, key: string, expectedVersion: number): Promise<Plan> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const audience = 'PUBLIC' as const;
      const plan = await this.changed(
        caller,
        { act: 'issuePlan', commune, key, expectedVersion },
        'plan.issued',
        async ({ parentPlan }) => {
          const above = parentPlan === null ? undefined : await this.plan(caller, commune, parentPlan);
          if (above && above.state !== 'ISSUED') throw new Refusal('STATE', { state: above.state });
          return { state: planWorkflow.issuePlan.to, issuedOn: caller.on, audience };
        },
      );
      const seen = { before: 'INSIDE', after: audience } as const;
      await this.documents.publish(caller, reach.commune, plan.documentId, audience);
      const raised = { audience, version: () => 'version + 1' };
      await this.database.manager.update(Indicator, { communeId: reach.commune, planId: plan.id }, raised);
      const indicators = await this.indicators.indicators([{ reach, planId: plan.id }], everyRow);
      await this.database.manager.update(
        Target,
        { communeId: reach.commune, indicatorId: In(indicators.map(({ id }) => id)) },
        raised,
      );
      for (const record of indicators)
        this.journal.record({
          caller,
          commune: reach.commune,
          kind: 'indicator.issued',
          view: Indicator,
          record,
          seen,
        });
      for (const record of await this.targets.targets(reach, plan.id, everyRow))
        this.journal.record({ caller, commune: reach.commune, kind: 'target.issued', view: Target, record, seen });
      return plan;
    });
  }

  /** One step of a plan's life: right, version, state, change, journal. */
  private changed(
    caller: Caller,
    {
      act,
      commune,
      key,
      expectedVersion,
      reason,
    }: { act: keyof typeof planWorkflow; commune: string; key: string; expectedVersion: number; reason?: string },
    kind: `plan.${string}`,
    set: (plan: Plan) => Partial<Plan> | Promise<Partial<Plan>>,
  ): Promise<Plan> {
    const { commune: communeId } = caller.in(commune);
    return this.database.write(caller, communeId, async () => {
      const before = await this.planToChange(caller, act, commune, key);
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(planWorkflow, act, before);
      await this.database.change(
        Plan,
        { commune: communeId, id: before.id, version: before.version },
        await set(before),
      );
      const plan = await this.plan(caller, commune, key);
      this.journal.record({
        caller,
        commune: communeId,
        kind,
        view: Plan,
        record: plan,
        seen: { before: before.audience, after: plan.audience },
        reason,
      });
      return plan;
    });
  }
}
