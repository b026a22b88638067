import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { fold, likeFolded } from '../database/text.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { ClarificationGiven } from './indicator-members.inputs.js';
import { Indicator } from './indicator.entity.js';
import type { Clarification } from './indicator-members.view.js';
import type {
  AddIndicator,
  AmendIndicator,
  ClarifyIndicator,
  IndicatorPlace,
  ListIndicators,
  RetireIndicator,
} from './indicator.inputs.js';
import { broken, hindered, readAs } from './indicator.rules.js';
import { IndicatorsQueries } from './indicators.queries.js';
import type { Plan } from './plan.entity.js';
import { indicatorWorkflow, planWorkflow } from './plan.workflow.js';
import { PlansService, reasonGiven } from './plans.service.js';

/** One step of an indicator's life. */
interface Step {
  act: keyof typeof indicatorWorkflow;
  kind: `indicator.${string}`;
  expectedVersion: number;
  reason?: string;
}

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly queries: IndicatorsQueries,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** The indicators of a plan, in the order of the document. */
  indicators(caller: Caller, commune: string, plan: string, list: ListIndicators): Promise<Page<Indicator>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(await this.indicatorsOf(caller, [await this.plans.plan(caller, commune, plan)], list)),
    );
  }

  /** The same page of several plans, in the order asked. */
  indicatorsOf(
    caller: Caller,
    plans: readonly Pick<Plan, 'communeId' | 'id'>[],
    { section, search, ...page }: ListIndicators,
  ): Promise<Page<Indicator>[]> {
    return this.database.read(caller, async () => {
      const after = keysAfter(page.after, ['int', 'uuid']) as readonly [number, string] | null;
      const first = firstOf(page);
      const places = plans.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), planId: id }));
      const rows = await this.queries.indicators(places, {
        section,
        like: likeFolded(search),
        after,
        limit: first + 1,
      });
      return plans.map(({ id }) =>
        pageOf(
          rows.filter(({ planId }) => planId === id),
          first,
          (indicator) => [indicator.sortOrder, indicator.id],
        ),
      );
    });
  }

  indicator(caller: Caller, { commune, plan, code }: IndicatorPlace): Promise<Indicator> {
    return this.database.read(caller, async () => found(await this.queries.indicator(caller.in(commune), plan, code)));
  }

  /** Indicators by id, in the order asked; undefined where there is nothing to see. */
  indicatorsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(Indicator | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.indicatorsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** What the caller may do with an indicator now, and why not. */
  indicatorActions(caller: Caller, place: IndicatorPlace): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const indicator = await this.indicator(caller, place);
      const { state, unitPath } = await this.plans.plan(caller, place.commune, place.plan);
      return possibleActs(indicatorWorkflow, state, (act) => [
        caller.refusalFor(act, place.commune, unitPath),
        hindered(act, indicator, caller.on).length > 0 ? 'RULE' : undefined,
      ]);
    });
  }

  /** Adds an indicator; to an issued plan with a reason. Refusals: STATE when it is closed; CODE_TAKEN; RULE with every rule it breaks. */
  addIndicator(
    caller: Caller,
    commune: string,
    planKey: string,
    { partOf, responsibleUnitCode, measure, clarification, reason, ...input }: AddIndicator,
  ): Promise<Indicator> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const plan = await this.plans.planToChange(caller, 'addIndicator', commune, planKey);
      demandState(planWorkflow, 'addIndicator', plan);
      reasonGiven(plan, reason);
      const whole = partOf === undefined ? null : found(await this.queries.indicator(reach, planKey, partOf));
      const blank = {
        printedLabel: null,
        target: null,
        targetText: null,
        upperTarget: null,
        outOf: null,
        derived: false,
        counted: false,
        baseline: null,
        assessedBy: null,
      };
      const row = {
        ...blank,
        evidenceRequired: false,
        notPrinted: [],
        expectedShare: [],
        ...input,
        clarification: clarification ? asked(clarification) : null,
      };
      refuseBroken({ ...row, measure }, plan);
      await this.database.manager.insert(Indicator, {
        ...row,
        communeId: reach.commune,
        id: v7(),
        planId: plan.id,
        version: 1,
        folded: fold(row.name),
        measureUnit: measure.unit,
        displayUnit: measure.displayUnit,
        scale: measure.scale,
        partOfId: whole?.id ?? null,
        responsibleUnitId: await this.answering(caller, commune, responsibleUnitCode),
        needsClarification: row.clarification !== null,
        audience: plan.audience,
      });
      if (whole) await this.partAdded(caller, reach, whole, reason);
      const added = found(await this.queries.indicator(reach, planKey, input.code));
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'indicator.added',
        view: Indicator,
        record: added,
        seen: { before: null, after: added.audience },
        reason,
      });
      return added;
    });
  }

  /** Amends an indicator; of an issued plan with a reason. Refusals: STALE; STATE when it is closed; RULE with every rule it would break. */
  amendIndicator(
    caller: Caller,
    place: IndicatorPlace,
    expectedVersion: number,
    { reason, responsibleUnitCode, ...given }: AmendIndicator,
  ): Promise<Indicator> {
    return this.changed(
      caller,
      place,
      { act: 'amendIndicator', kind: 'indicator.amended', expectedVersion, reason },
      async (before, plan) => {
        reasonGiven(plan, reason);
        if (Object.keys(given).length === 0 && responsibleUnitCode === undefined)
          throw new Refusal('RULE', {}, [{ pointer: '', code: 'NOTHING_CHANGED', detail: 'Say what is to change.' }]);
        refuseBroken({ ...before, ...given }, plan);
        return {
          ...given,
          ...(given.name !== undefined && { folded: fold(given.name) }),
          ...(responsibleUnitCode !== undefined && {
            responsibleUnitId: await this.answering(caller, place.commune, responsibleUnitCode),
          }),
        };
      },
    );
  }

  /** Says from when an indicator no longer applies. Refusals: STALE; STATE; RULE when it is retired already. */
  retireIndicator(
    caller: Caller,
    place: IndicatorPlace,
    expectedVersion: number,
    { from = caller.on, reason }: RetireIndicator,
  ): Promise<Indicator> {
    return this.changed(
      caller,
      place,
      { act: 'retireIndicator', kind: 'indicator.retired', expectedVersion, reason },
      () => ({ retiredOn: from }),
    );
  }

  /** Answers an indicator's open question by one of its readings. Refusals: STALE; STATE; RULE when no question is open, for a reading it does not have, or one that needs a target. */
  clarifyIndicator(
    caller: Caller,
    place: IndicatorPlace,
    expectedVersion: number,
    { reading, target, reason }: ClarifyIndicator,
  ): Promise<Indicator> {
    return this.changed(
      caller,
      place,
      { act: 'clarifyIndicator', kind: 'indicator.clarified', expectedVersion, reason },
      (before, plan) => {
        const read = readAs(before, reading, target);
        refuseBroken({ ...before, ...read }, plan);
        return { ...read, needsClarification: false };
      },
    );
  }

  private changed(
    caller: Caller,
    place: IndicatorPlace,
    { act, kind, expectedVersion, reason }: Step,
    set: (before: Indicator, plan: Plan) => object | Promise<object>,
  ): Promise<Indicator> {
    const reach = caller.in(place.commune);
    return this.database.write(caller, reach.commune, async () => {
      const plan = await this.plans.planToChange(caller, act, place.commune, place.plan);
      const before = found(await this.queries.indicator(reach, place.plan, place.code));
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(indicatorWorkflow, act, { state: plan.state, version: before.version });
      const against = hindered(act, before, caller.on);
      if (against.length > 0) throw new Refusal('RULE', {}, against);
      await this.database.change(
        Indicator,
        { commune: reach.commune, id: before.id, version: before.version },
        await set(before, plan),
      );
      const after = found(await this.queries.indicator(reach, place.plan, place.code));
      this.journal.record({
        caller,
        commune: reach.commune,
        kind,
        view: Indicator,
        record: after,
        seen: { before: before.audience, after: after.audience },
        reason,
      });
      return after;
    });
  }

  /** A whole that has one part more is another record: it gets a version and a line of its own. */
  private async partAdded(
    caller: Caller,
    reach: Reach,
    { id, version, plan, code }: Indicator,
    reason: string | undefined,
  ): Promise<void> {
    await this.database.change(Indicator, { commune: reach.commune, id, version }, {});
    const record = found(await this.queries.indicator(reach, plan, code));
    this.journal.record({
      caller,
      commune: reach.commune,
      kind: 'indicator.amended',
      view: Indicator,
      record,
      seen: { before: record.audience, after: record.audience },
      reason,
    });
  }

  private async answering(caller: Caller, commune: string, code: string | null | undefined): Promise<string | null> {
    return code == null ? null : (await this.units.unitNamed(caller, commune, code, '/responsibleUnitCode')).id;
  }
}

/** A question as it is kept: what its readings leave out is null. */
const asked = ({ question, readings }: ClarificationGiven): Clarification => ({
  question,
  readings: readings.map((reading) => ({
    ...reading,
    target: reading.target ?? null,
    upperTarget: reading.upperTarget ?? null,
  })),
});

function refuseBroken(indicator: Parameters<typeof broken>[0], { year }: Plan): void {
  const points = broken(indicator, year);
  if (points.length > 0) throw new Refusal('RULE', {}, points);
}
