import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { pagedWhole } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { periodOf, spanOf, touches } from '../indicators/period.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { OwedQueries } from '../periods/owed.queries.js';
import { reportedFor } from '../periods/owed.rules.js';
import { PeriodsService } from '../periods/periods.service.js';
import { wrong } from '../refusals.js';
import { completenessOf } from './completeness.rules.js';
import type { Completeness } from './completeness.view.js';
import type { ListCompleteness } from './progress.inputs.js';
import { ProgressQueries } from './progress.queries.js';

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
   * Completeness of a period: the commune's row for everybody, those of the units for officials and superiors. Reports
   * are those submitted by `asOf`, in the state they have now. Refusals: NOT_FOUND; RULE for a period of other years,
   * or a day ahead.
   */
  completeness(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { period: asked, asOf = caller.on, ...page }: ListCompleteness,
  ): Promise<Page<Completeness>> {
    if (asOf > caller.on) throw wrong('/asOf', 'AHEAD', `${asOf} lies ahead of ${caller.on}.`);
    const whole = caller.unbound();
    return this.database.read(whole, async () => {
      const plan = await this.plans.plan(whole, at.commune, at.plan);
      const reach = whole.in(at.commune);
      const { settings } = plan;
      const seasons = daysOfSeasons(settings);
      const period = asked ?? periodOf(plan);
      if (!touches(period, plan, seasons))
        throw wrong('/period', 'NOT_OF_THE_YEAR', `No day of ${period} lies in the years of the plan.`);
      const span = spanOf(period, seasons);
      const [owing, reports, dueDay] = await Promise.all([
        this.owed.owing(reach, [plan.id]),
        this.queries.reports(reach, { planId: plan.id, period, asOf }),
        this.periods.dueDays(reach, { planId: plan.id, period, settings }),
      ]);
      const indicators = reportedFor(owing, period, { plan, seasons });
      const named = indicators.flatMap(({ reportedBy }) => reportedBy ?? []);
      const ids = indicators.flatMap(({ responsibleUnitId: one, targeted }) => (one ? [...targeted, one] : targeted));
      const reporters = await this.queries.reporters(
        reach,
        {
          ids: [...new Set(ids)],
          codes: named.flatMap(({ units }) => units),
          kinds: named.flatMap(({ kinds }) => kinds),
        },
        [span],
      );
      const view = { communeId: reach.commune, plan: plan.key, period, asOf, last: span.to };
      const [commune, ...units] = completenessOf({ view, indicators, reporters, reports, dueDay });
      const own = caller.unitIds;
      const seen = reach.sees === 'PUBLIC' ? [] : units.filter(({ unitId }) => own?.includes(unitId ?? '') ?? true);
      return pagedWhole(page, communeFirst, commune ? [commune, ...seen] : seen);
    });
  }
}
