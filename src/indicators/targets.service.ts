import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { demandState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { allot } from './allotment.rules.js';
import type { Indicator } from './indicator.entity.js';
import type { IndicatorPlace } from './indicator.inputs.js';
import { broken, hindered, isRetired } from './indicator.rules.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { touches } from './period.js';
import { countedOn } from './plan.rules.js';
import { indicatorWorkflow } from './plan.workflow.js';
import { PlansService, reasonGiven } from './plans.service.js';
import { Target } from './target.entity.js';
import type { Allotment } from './allotment.view.js';
import type { ListTargets, SetTarget, TargetAt } from './target.inputs.js';
import { TargetsQueries } from './targets.queries.js';

@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TargetsQueries,
    private readonly indicators: IndicatorsQueries,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** The targets of a plan, in the order of its indicators, then by unit and period. */
  targets(
    caller: Caller,
    commune: string,
    plan: string,
    { indicator, unit, period, ...page }: ListTargets,
  ): Promise<Page<Target>> {
    return this.database.read(caller, async () => {
      const { id } = await this.plans.plan(caller, commune, plan);
      const after = keysAfter(page.after, ['int', 'text', 'text', 'text']) as
        readonly [number, string, string, string] | null;
      const first = firstOf(page);
      const rows = await this.queries.targets(caller.in(commune), id, {
        indicator,
        unit,
        period,
        after,
        limit: first + 1,
      });
      return pageOf(rows, first, (target) => [target.sortOrder, target.indicatorCode, target.unitCode, target.period]);
    });
  }

  /** How the targets of units and parts add up to an indicator's own: places and parts as on the day the plan is counted. */
  allotment(caller: Caller, { commune, plan, code }: IndicatorPlace): Promise<Allotment> {
    return this.database.read(caller, async () => {
      const reach = caller.in(commune);
      const of = await this.plans.plan(caller, commune, plan);
      const on = countedOn(of, caller.on);
      const indicator = found(await this.indicators.indicator(reach, plan, code));
      const parts: Indicator[] = [];
      for (const part of indicator.parts) parts.push(found(await this.indicators.indicator(reach, plan, part)));
      const applying = parts.filter((part) => !isRetired(part, on)).map(({ target }) => target);
      // Who is shown some units' targets only would be told that they do not add up.
      const adding = reach.units === null ? indicator : { ...indicator, overUnits: 'COMMUNE_ONLY' as const };
      return allot(adding, of.year, await this.queries.allotted(reach, indicator.id, on), applying);
    });
  }

  /**
   * Sets the target of a unit and period; version 0: there is none yet. In an issued plan with a reason.
   * Refusals: STALE; STATE when the plan is closed; RULE when the indicator is retired or has no figure, the unit is not valid or the period not of the plan's year.
   */
  setTarget(
    caller: Caller,
    place: IndicatorPlace,
    at: TargetAt,
    expectedVersion: number,
    { value, reason }: SetTarget,
  ): Promise<Target> {
    const reach = caller.in(place.commune);
    return this.database.write(caller, reach.commune, async () => {
      const plan = await this.plans.planToChange(caller, 'setTarget', place.commune, place.plan);
      demandState(indicatorWorkflow, 'setTarget', plan);
      const indicator = found(await this.indicators.indicator(reach, place.plan, place.code));
      const unit = await this.units.unitNamed(caller, place.commune, at.unit, '/unit');
      const here = { indicatorId: indicator.id, unitId: unit.id, period: at.period };
      const before = await this.queries.target(reach, here);
      if ((before?.version ?? 0) !== expectedVersion) throw new Refusal('STALE', { current: before?.version ?? 0 });
      const against = hindered('setTarget', indicator, caller.on);
      if (against.length > 0) throw new Refusal('RULE', {}, against);
      reasonGiven(plan, reason);
      if (plan.unitPath !== '' && !`${unit.path}/`.startsWith(`${plan.unitPath}/`))
        throw new Refusal('RULE', {}, [
          { pointer: '/unit', code: 'NOT_BELOW', detail: `"${unit.code}" is not below the plan's unit.` },
        ]);
      const points = broken({ ...indicator, target: value }, plan.year).map((point) =>
        point.pointer === '/target' ? { ...point, pointer: '/value' } : point,
      );
      if (points.length > 0) throw new Refusal('RULE', {}, points);
      if (!touches(at.period, plan.year))
        throw new Refusal('RULE', {}, [
          { pointer: '/period', code: 'NOT_OF_THE_YEAR', detail: `No day of ${at.period} lies in ${plan.year}.` },
        ]);

      if (before)
        await this.database.change(
          Target,
          { commune: reach.commune, id: before.id, version: before.version },
          { value, revision: () => 'revision + 1' },
        );
      else
        await this.database.manager.insert(Target, {
          ...here,
          communeId: reach.commune,
          id: v7(),
          version: 1,
          revision: 1,
          value,
          audience: plan.audience,
        });
      const record = found(await this.queries.target(reach, here));
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'target.set',
        view: Target,
        record,
        seen: { before: before?.audience ?? null, after: record.audience },
        reason,
      });
      return record;
    });
  }
}
