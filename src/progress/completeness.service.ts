import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { pagedWhole, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { periodOf } from '../indicators/period.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { OwedQueries } from '../periods/owed.queries.js';
import { figuresWithin } from '../periods/owed.rules.js';
import { PeriodsService } from '../periods/periods.service.js';
import { refuse } from '../refusals.js';
import { completenessOf } from './completeness.rules.js';
import type { Completeness } from './completeness.view.js';
import type { ListCompleteness } from './progress.inputs.js';
import { ProgressQueries } from './progress.queries.js';
import { ahead, eachOnce, ofOtherYears, reporting } from './reporting.rules.js';

/** The commune's row first. */
const communeFirst = { types: ['text'], keysOf: ({ unitCode }: Completeness) => [unitCode ?? ''] } as const;

/** Completeness of a period: the owed figures and their reports, computed when it is read. */
@Injectable()
export class CompletenessService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProgressQueries,
    private readonly plans: PlansService,
    private readonly periods: PeriodsService,
    private readonly owed: OwedQueries,
  ) {}

  /**
   * Completeness of a period: the commune's row for everybody, those of the units for officials and superiors; for a
   * reporter those of the own unit and below. Reports are those submitted by `asOf`, in the state they have now.
   * Refusals: NOT_FOUND; RULE for a period of other years, or a day ahead.
   */
  async completeness(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { first, after, ...view }: ListCompleteness,
  ): Promise<Page<Completeness>> {
    return pagedWhole({ first, after }, communeFirst, await this.rowsOf(caller, at, view));
  }

  /** All rows of a period, as `completeness` has them. */
  rowsOf(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { period: asked, asOf = caller.on }: Omit<ListCompleteness, keyof Paging>,
  ): Promise<Completeness[]> {
    refuse(ahead(asOf, caller.on));
    const whole = caller.unbound();
    return this.database.read(whole, async () => {
      const plan = await this.plans.plan(whole, at.commune, at.plan);
      const reach = whole.reachIn(at.commune);
      const { settings } = plan;
      const seasons = daysOfSeasons(settings);
      const period = asked ?? periodOf(plan);
      refuse(ofOtherYears(period, plan));
      const { id: planId } = plan;
      const figures = figuresWithin(await this.owed.owing(reach, [planId]), period, { plan, seasons });
      const periods = [...new Set([period, ...figures.map(({ part }) => part.period)])];
      const [reports, dueDay] = await Promise.all([
        this.queries.reports(reach, { planId, periods, asOf }),
        this.periods.dueDays(reach, { planId, period, settings }),
      ]);
      const indicators = [...new Set(figures.map(({ indicator }) => indicator))];
      const targeted = indicators.flatMap((each) => each.targeted);
      const spans = eachOnce(figures.map(({ part }) => part));
      const reporters = await this.queries.reporters(reach, reporting(indicators, targeted), spans);
      const view = { communeId: reach.communeId, plan: plan.key, period, asOf };
      const [commune, ...units] = completenessOf({ view, figures, reporters, reports, dueDay });
      const isOwn = (unitId: string) =>
        (caller.unitIds?.includes(unitId) ?? true) &&
        reporters.some(({ id, path }) => id === unitId && caller.seesReportsAt(at.commune, path));
      const seen = reach.sees === 'PUBLIC' ? [] : units.filter(({ unitId }) => unitId !== null && isOwn(unitId));
      return commune ? [commune, ...seen] : seen;
    });
  }
}
