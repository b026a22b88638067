import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import { allot } from './allotment.rules.js';
import type { Indicator } from './indicator.entity.js';
import type { IndicatorAt } from './indicator.inputs.js';
import { isRetired } from './applying.rules.js';
import { IndicatorsQueries } from './indicators.queries.js';
import type { PlanAt } from './plan.inputs.js';
import { periodOf, spanOf } from './period.js';
import { countedOn, daysOfSeasons } from './plan.rules.js';
import { PlansService } from './plans.service.js';
import type { Allotment } from './allotment.view.js';
import type { Target } from './target.entity.js';
import type { ListTargets } from './target.inputs.js';
import { TargetsQueries, type TargetRow } from './targets.queries.js';

const documentOrder = {
  types: ['int', 'text', 'text', 'text'],
  keysOf: ({ sortOrder, indicatorCode, unitCode, period }: TargetRow) => [sortOrder, indicatorCode, unitCode, period],
} as const;

/** Targets as they are read, and how they add up. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TargetsQueries,
    private readonly indicators: IndicatorsQueries,
    private readonly plans: PlansService,
  ) {}

  /** The targets of a plan, in the order of its indicators, then by unit and period. Refusal: NOT_FOUND. */
  targets(
    caller: Caller,
    { commune, plan }: CommuneAt & PlanAt,
    { indicator, unit, period, ...page }: ListTargets,
    members?: Projection,
  ): Promise<Page<Target>> {
    return this.database.read(caller, async () => {
      const { id } = await this.plans.plan(caller, commune, plan, keysAlone);
      const filter = { indicator, unit, period };
      return paged(page, documentOrder, (slice) =>
        this.queries.targets(caller.reachIn(commune), id, { ...filter, ...slice }, members),
      );
    });
  }

  /**
   * How the targets of units and parts add up to an indicator's own: places and parts as on the day the plan is
   * counted. Refusal: NOT_FOUND.
   */
  allotment(caller: Caller, { commune, plan, code }: CommuneAt & PlanAt & IndicatorAt): Promise<Allotment> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const of = await this.plans.plan(caller, commune, plan);
      const on = countedOn(of, caller.on);
      const indicator = found(await this.indicators.indicator(reach, { plan, code }));
      const parts: Indicator[] = [];
      for (const part of indicator.parts)
        parts.push(found(await this.indicators.indicator(reach, { plan, code: part })));
      const ofParts = parts.filter((part) => !isRetired(part, on)).map(({ target }) => target);
      // A caller who is shown some units' targets only would be told that they do not add up.
      const adding = reach.units === null ? indicator : { ...indicator, overUnits: 'COMMUNE_ONLY' as const };
      const seasons = daysOfSeasons(of.settings);
      const targets = (await this.queries.allotted(reach, indicator.id, on)).map((target) => ({
        ...target,
        ended: target.unitLastDay !== null && target.unitLastDay < spanOf(target.period, seasons).to,
      }));
      return allot(adding, periodOf(of), { targets, parts: ofParts });
    });
  }
}
