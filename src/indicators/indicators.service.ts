import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { fold, likeFolded } from '../database/text.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsQueries } from '../units/units.queries.js';
import { Indicator } from './indicator.entity.js';
import type { AmendIndicator, ListIndicators } from './indicator.inputs.js';
import { broken } from './indicator.rules.js';
import { IndicatorsQueries } from './indicators.queries.js';
import type { Plan } from './plan.entity.js';
import { PlansQueries } from './plans.queries.js';

type Optional = 'printedLabel' | 'target' | 'targetText' | 'upperTarget' | 'outOf' | 'derived' | 'counted' | 'baseline' | 'assessedBy' | 'evidenceRequired' | 'clarification' | 'notPrinted';

/** An indicator as it is to be added to a draft. */
export type AddIndicator = Pick<Indicator, 'code' | 'name' | 'sectionPath' | 'sortOrder' | 'measure' | 'direction' | 'comparator' | 'rawText' | 'frequency' | 'reported' | 'overTime' | 'overUnits'> &
  Partial<Pick<Indicator, Optional>> & { partOf?: string; responsibleUnitCode?: string };

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly queries: IndicatorsQueries,
    private readonly plans: PlansQueries,
    private readonly units: UnitsQueries,
    private readonly journal: JournalService,
  ) {}

  /** The indicators of a plan, in the order of the document. */
  indicators(actor: Actor, commune: string, plan: string, list: ListIndicators): Promise<Page<Indicator>> {
    return this.database.read(actor, async () => {
      const parent = found(only(await this.plans.plansByKey([{ reach: actor.in(commune), key: plan }])));
      return only(await this.indicatorsOf(actor, [parent], list));
    });
  }

  /** The same page of several plans, in the order asked. */
  indicatorsOf(actor: Actor, plans: readonly Pick<Plan, 'communeId' | 'id'>[], { section, search, ...page }: ListIndicators): Promise<Page<Indicator>[]> {
    return this.database.read(actor, async () => {
      const after = keysAfter(page.after, ['number', 'string']) as readonly [number, string] | null;
      const first = firstOf(page);
      const places = plans.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), planId: id }));
      const rows = await this.queries.indicators(places, { section, like: likeFolded(search), after, limit: first + 1 });
      return plans.map(({ id }) => pageOf(rows.filter(({ planId }) => planId === id), first, (indicator) => [indicator.sortOrder, indicator.id]));
    });
  }

  indicator(actor: Actor, commune: string, plan: string, code: string): Promise<Indicator> {
    return this.database.read(actor, async () => found(await this.queries.indicator(actor.in(commune), plan, code)));
  }

  /** Adds an indicator to a draft. Refusals: STATE unless the plan is a draft; CODE_TAKEN; RULE with every rule it breaks. */
  addIndicator(actor: Actor, commune: string, planKey: string, { partOf, responsibleUnitCode, measure, ...input }: AddIndicator): Promise<Indicator> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const plan = found(only(await this.plans.plansByKey([{ reach, key: planKey }])));
      if (plan.state !== 'DRAFT') throw new Refusal('STATE', { state: plan.state });
      const whole = partOf === undefined ? null : found(await this.queries.indicator(reach, planKey, partOf)).id;
      const blank = { printedLabel: null, target: null, targetText: null, upperTarget: null, outOf: null, derived: false, counted: false, baseline: null, assessedBy: null };
      const row = { ...blank, evidenceRequired: false, clarification: null, notPrinted: [], expectedShare: [], ...input };
      refuseBroken({ ...row, measure });
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
        partOfId: whole,
        responsibleUnitId: await this.unitNamed(actor, commune, responsibleUnitCode),
        needsClarification: row.clarification !== null,
        audience: 'INSIDE',
      });
      const added = found(await this.queries.indicator(reach, planKey, input.code));
      this.journal.record({ actor, commune: reach.commune, kind: 'indicator.added', view: Indicator, record: added, seen: { before: null, after: added.audience } });
      return added;
    });
  }

  /**
   * Amends an indicator; of an issued plan with a reason.
   * Refusals: STALE; STATE when the plan is closed; RULE with every rule the amended indicator would break.
   */
  amendIndicator(actor: Actor, commune: string, planKey: string, code: string, expectedVersion: number, { reason, responsibleUnitCode, ...given }: AmendIndicator): Promise<Indicator> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const before = found(await this.queries.indicator(reach, planKey, code));
      const plan = found(only(await this.plans.plansByKey([{ reach, key: planKey }])));
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      if (plan.state === 'CLOSED') throw new Refusal('STATE', { state: plan.state });
      if (plan.state === 'ISSUED' && reason === undefined) throw new Refusal('RULE', {}, [{ pointer: '/reason', code: 'REASON_REQUIRED', detail: 'An issued plan is amended with a reason.' }]);
      refuseBroken({ ...before, ...given });

      const set = {
        ...given,
        ...(given.name !== undefined && { folded: fold(given.name) }),
        ...(responsibleUnitCode !== undefined && { responsibleUnitId: await this.unitNamed(actor, commune, responsibleUnitCode) }),
      };
      await this.database.change(Indicator, { commune: reach.commune, id: before.id, version: before.version }, set);
      const after = found(await this.queries.indicator(reach, planKey, code));
      this.journal.record({ actor, commune: reach.commune, kind: 'indicator.amended', view: Indicator, record: after, seen: { before: before.audience, after: after.audience }, reason });
      return after;
    });
  }

  private async unitNamed(actor: Actor, commune: string, code: string | null | undefined): Promise<string | null> {
    if (code == null) return null;
    const unit = await this.units.unit(actor.in(commune), code, actor.on);
    if (!unit || (unit.validTo !== null && unit.validTo < actor.on)) {
      throw new Refusal('RULE', {}, [{ pointer: '/responsibleUnitCode', code: 'NOT_VALID', detail: `There is no unit "${code}" on ${actor.on}.` }]);
    }
    return unit.id;
  }
}

function refuseBroken(indicator: Parameters<typeof broken>[0]): void {
  const points = broken(indicator);
  if (points.length > 0) throw new Refusal('RULE', {}, points);
}
