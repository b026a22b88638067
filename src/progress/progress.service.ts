import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { pagedWhole } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { AcknowledgementsQueries } from '../indicators/acknowledgements.queries.js';
import { everyRow, IndicatorsQueries } from '../indicators/indicators.queries.js';
import { periodOf, shiftYears, spanOf, spanOfYears, touches } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { countedOn, daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { wrong } from '../refusals.js';
import type { Facts, View } from './facts.js';
import type { ListProgress } from './progress.inputs.js';
import { ProgressQueries } from './progress.queries.js';
import { progressOf, type Rows } from './progress.rules.js';
import type { Progress } from './progress.view.js';

interface Placed extends Progress {
  sortOrder: number;
}

const documentOrder = {
  types: ['int', 'uuid', 'text'],
  keysOf: ({ sortOrder, indicatorId, unitCode }: Placed) => [sortOrder, indicatorId, unitCode ?? ''],
} as const;

/** Progress of plans, computed when it is read. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProgressQueries,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsQueries,
    private readonly acknowledgements: AcknowledgementsQueries,
  ) {}

  /**
   * Progress of a plan's indicators in a period, in the order of the document: the commune's row, then those of the
   * units where they are asked for and seen. Refusals: NOT_FOUND; RULE for a period of other years, or a day ahead.
   */
  progress(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { period, asOf = caller.on, indicator, units = false, ...page }: ListProgress,
  ): Promise<Page<Progress>> {
    if (asOf > caller.on) throw wrong('/asOf', 'AHEAD', `${asOf} lies ahead of ${caller.on}.`);
    const whole = caller.unbound();
    return this.database.read(whole, async () => {
      const plan = await this.plans.plan(whole, at.commune, at.plan);
      const view = { period: period ?? periodOf(plan), asOf };
      if (!touches(view.period, plan, daysOfSeasons(plan.settings)))
        throw wrong('/period', 'NOT_OF_THE_YEAR', `No day of ${view.period} lies in the years of the plan.`);
      const facts = await this.facts(whole, plan, asOf);
      const own = caller.unitIds;
      const below = units && caller.in(at.commune).sees !== 'PUBLIC';
      const shown = progressOf(facts, view, await this.earlier(whole, facts, view))
        .filter((each) => indicator === undefined || indicator.includes(each.indicator.code))
        .flatMap(({ indicator: { sortOrder }, commune, units: each }): Placed[] =>
          [commune, ...(below ? each.filter(({ unitId }) => own === null || own.includes(unitId ?? '')) : [])].map(
            (row) => ({ ...row, sortOrder }),
          ),
        );
      return pagedWhole(page, documentOrder, shown);
    });
  }

  /** Progress of the plan that this one continues, in the same period of its year; none without one. */
  private async earlier(caller: Caller, { plan, indicators }: Facts, { period, asOf }: View): Promise<Rows[]> {
    const [key] = indicators.flatMap(({ continues }) => continues?.split('/')[0] ?? []);
    if (key === undefined) return [];
    const before = await this.plans.plan(caller, caller.inCommune(plan.communeId).key, key);
    const view = { period: shiftYears(period, before.year - plan.year), asOf };
    if (!touches(view.period, before, daysOfSeasons(before.settings))) return [];
    return progressOf(await this.facts(caller, before, asOf), view);
  }

  private async facts(caller: Caller, plan: Plan, asOf: string): Promise<Facts> {
    const reach = caller.inCommune(plan.communeId);
    const of = { planId: plan.id, asOf };
    const seasons = daysOfSeasons(plan.settings);
    const [indicators, targets, results, nothing, launch] = await Promise.all([
      this.indicators.indicators([{ reach, id: plan.id }], everyRow),
      this.queries.targets(reach, plan.id),
      this.queries.results(reach, of),
      this.queries.nothing(reach, of),
      this.acknowledgements.launchUnits(reach, plan, countedOn(plan, asOf)),
    ]);
    const ids = [
      ...indicators.flatMap(({ responsibleUnitId }) => responsibleUnitId ?? []),
      ...targets.map(({ unitId }) => unitId),
      ...results.map(({ unitId }) => unitId),
    ];
    const named = indicators.flatMap(({ reportedBy }) => reportedBy ?? []);
    const reporters = await this.queries.reporters(
      reach,
      {
        ids: [...new Set(ids)],
        codes: named.flatMap(({ units }) => units),
        kinds: named.flatMap(({ kinds }) => kinds),
      },
      spanOfYears(plan),
    );
    return {
      plan,
      seasons,
      indicators,
      targets,
      results: results.map((each) => ({ ...each, ...spanOf(each.period, seasons) })),
      nothing: nothing.map((each) => ({ ...each, ...spanOf(each.period, seasons) })),
      reporters,
      launch: { acknowledged: launch.filter(({ acknowledged }) => acknowledged).length, expected: launch.length },
    };
  }
}
