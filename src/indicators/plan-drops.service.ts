import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { DocumentRemovalsService } from '../documents/document-removals.service.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { stillReferredTo } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Indicator } from './indicator.entity.js';
import type { DropIndicator, IndicatorAt } from './indicator.inputs.js';
import { everyRow, IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import type { Plan } from './plan.entity.js';
import type { DropPlan, PlanAt } from './plan.inputs.js';
import { PlansService } from './plans.service.js';
import { Target } from './target.entity.js';
import { TargetsQueries } from './targets.queries.js';

/** Drafted plans and their indicators as they are dropped: keys and codes are free again. */
@Injectable()
export class PlanDropsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly indicatorsQueries: IndicatorsQueries,
    private readonly targets: TargetsQueries,
    private readonly documents: DocumentRemovalsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Drops a drafted plan with its document, indicators and targets. Refusals: FORBIDDEN; STALE; STATE once issued;
   * STILL_REFERRED_TO while another plan stands below it or continues its indicators.
   */
  dropPlan(caller: Caller, at: AtVersion<PlanAt>, { reason }: DropPlan): Promise<Plan> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const plan = await this.removals.act(
        caller,
        { type: this.plans.recordType, act: 'dropPlan', at, reason },
        async ({ id }) => {
          await this.dropIndicators(caller, reach, { planId: id, reason });
          await this.units.releaseWord(reach, id);
        },
      );
      await this.documents.takeOut(caller, reach, { id: plan.documentId, reason });
      return plan;
    });
  }

  /**
   * Drops an indicator of a drafted plan with its targets. Refusals: FORBIDDEN; STALE; STATE once the plan is issued;
   * STILL_REFERRED_TO while it has parts, or another indicator may not be above it.
   */
  dropIndicator(caller: Caller, at: AtVersion<PlanAt & IndicatorAt>, { reason }: DropIndicator): Promise<Indicator> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const before = await this.records.load(caller, { type: this.indicators.recordType, act: 'dropIndicator', at });
      const { code, planId } = before;
      const all = await this.indicatorsQueries.indicators([{ reach, id: planId }], everyRow);
      const bounded = all.find(({ notAbove }) => notAbove === code);
      if (bounded) throw stillReferredTo({ type: 'indicator', id: bounded.id });
      const targets = await this.targets.targets(reach, planId, { ...everyRow, indicator: code });
      await this.dropTargets(caller, reach, { targets, reason });
      const kind = 'indicator.dropped' as const;
      const dropped = await this.removals.takeOut<Indicator>(caller, { entity: Indicator, before, kind, reason });
      const whole = all.find(({ parts }) => parts.includes(code));
      if (whole) {
        // A whole with one part less is another record: it gets a version and a line of its own.
        const read = () => this.indicators.indicator(caller, { ...at, code: whole.code });
        const change = { entity: Indicator, before: whole, kind: 'indicator.amended', reason, read } as const;
        await this.records.change(caller, change, {});
      }
      return dropped;
    });
  }

  private async dropIndicators(
    caller: Caller,
    reach: Reach,
    { planId, reason }: { planId: string; reason?: string },
  ): Promise<void> {
    const targets = await this.targets.targets(reach, planId, everyRow);
    await this.dropTargets(caller, reach, { targets, reason });
    const indicators = await this.indicatorsQueries.indicators([{ reach, id: planId }], everyRow);
    await this.database.manager.delete(Indicator, { communeId: reach.communeId, planId });
    this.removals.journalAll(caller, { entity: Indicator, kind: 'indicator.dropped', reason }, indicators);
  }

  private async dropTargets(
    caller: Caller,
    { communeId }: Reach,
    { targets, reason }: { targets: readonly Target[]; reason?: string },
  ): Promise<void> {
    if (targets.length === 0) return;
    await this.database.manager.delete(Target, { communeId, id: In(targets.map(({ id }) => id)) });
    this.removals.journalAll(caller, { entity: Target, kind: 'target.removed', reason }, targets);
  }
}
