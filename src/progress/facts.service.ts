import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { byCommune, grouped } from '../database/batch.js';
import { asksFor, Projection } from '../database/projection.js';
import { AcknowledgementsQueries } from '../indicators/acknowledgements.queries.js';
import { everyRow, IndicatorsQueries } from '../indicators/indicators.queries.js';
import { spanOfYears } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { countedOn, daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { awardFigures } from './award-figures.rules.js';
import { ruled, type Facts, type IndicatorFacts } from './facts.js';
import { ProgressQueries } from './progress.queries.js';
import { eachOnce, reporting } from './reporting.rules.js';

const members = new Projection(new Set(ruled));

/** Legal date of the facts, and the members of progress that are shown; absent: all. */
interface ShownFacts {
  asOf: string;
  shown: Projection | undefined;
}

/** Facts of a plan, and those of the plan that it continues. */
export interface FactsInTime {
  now: Facts;
  earlier: Facts | undefined;
}

/** Reads the facts of plans: of all plans of a commune by one set of statements. */
@Injectable()
export class FactsService {
  constructor(
    private readonly queries: ProgressQueries,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsQueries,
    private readonly acknowledgements: AcknowledgementsQueries,
  ) {}

  /**
   * Facts of each plan, as they were known on a legal date; only as far as the members of progress that are shown need
   * them. Part of a read.
   */
  facts(caller: Caller, plans: readonly Plan[], { asOf, shown }: ShownFacts): Promise<FactsInTime[]> {
    return byCommune(plans, async (communeId, ofCommune) => {
      const reach = caller.reachById(communeId);
      const ids = ofCommune.map(({ id }) => id);
      const continued = asksFor(shown, 'yearBefore') ? await this.queries.continued(reach, ids) : [];
      const earlierIds = continued.map(({ earlierId }) => earlierId).filter((id) => !ids.includes(id));
      const others =
        earlierIds.length === 0
          ? []
          : await this.plans.plansById(
              caller,
              [...new Set(earlierIds)].map((id) => ({ communeId, id })),
            );
      const all = [...ofCommune, ...others.flatMap((plan) => plan ?? [])];
      const read = await this.ofCommune(reach, all, { asOf, shown });
      const factsOf = new Map(read.map((facts) => [facts.plan.id, facts]));
      const earlierOf = new Map(continued.map(({ planId, earlierId }) => [planId, factsOf.get(earlierId)]));
      return ids.map((id) => ({ now: factsOf.get(id) as Facts, earlier: earlierOf.get(id) }));
    });
  }

  private async ofCommune(
    reach: Reach,
    plans: readonly Plan[],
    { asOf, shown }: ShownFacts,
  ): Promise<(Facts & { plan: Plan })[]> {
    const ids = asksFor(shown, 'resultIds') ? 'with ids' : 'without ids';
    const planIds = plans.map(({ id }) => id);
    const [indicators, targets, results, nothing] = await Promise.all([
      this.indicators.indicators(
        planIds.map((id) => ({ reach, id })),
        everyRow,
        members,
      ),
      this.queries.targets(reach, planIds),
      this.queries.results(reach, { planIds, asOf, ids }),
      this.queries.nothing(reach, { planIds, asOf }),
    ]);
    const isLaunch = new Set(
      indicators.flatMap(({ planId, derivation }) => (derivation === 'DISSEMINATION' ? planId : [])),
    );
    const launching = plans
      .filter(({ id }) => isLaunch.has(id))
      .map((plan) => ({ ...plan, on: countedOn(plan, asOf) }));
    const derived = indicators.filter(({ derivation }) => derivation === 'AWARDS');
    const awards = derived.length === 0 ? [] : await this.queries.awards(reach, { ...formsOf(derived, plans), asOf });
    const unitIds = [
      ...[...targets, ...awards].map(({ unitId }) => unitId),
      ...results.flatMap((each) => [...each.unitIds]),
    ];
    const [launch, reporters] = await Promise.all([
      launching.length === 0 ? [] : this.acknowledgements.launchUnits(reach, launching),
      this.queries.reporters(reach, reporting(indicators, unitIds), eachOnce(plans.map(spanOfYears))),
    ]);
    const resultsOf = new Map([
      ...results.map((each) => [each.indicatorId, each.results] as const),
      // Figures that were reported before it was derived are not counted.
      ...derived.map((each) => [each.id, () => awardFigures(each, awards)] as const),
    ]);
    const figures = {
      targetsOf: grouped(targets, ({ indicatorId }) => [indicatorId]),
      resultsOf: (indicatorId: string) => resultsOf.get(indicatorId)?.() ?? [],
      nothingOf: grouped(nothing, ({ indicatorId }) => [indicatorId]),
    };
    const indicatorsOf = grouped(indicators, ({ planId }) => [planId]);
    const launchOf = grouped(launch, ({ planId }) => [planId]);
    const reportersOf = grouped(reporters, ({ from, to }) => [from, to]);
    return plans.map((plan) => {
      const units = launchOf(plan.id);
      const { from, to } = spanOfYears(plan);
      return {
        plan,
        seasons: daysOfSeasons(plan.settings),
        indicators: indicatorsOf(plan.id),
        ...figures,
        reporters: reportersOf(from, to),
        launch: { acknowledged: units.filter(({ acknowledged }) => acknowledged).length, expected: units.length },
      };
    });
  }
}

/** Forms that indicators of plans count, and the years of the plans. */
const formsOf = (indicators: readonly Pick<IndicatorFacts, 'awardForm'>[], plans: readonly Plan[]) => ({
  forms: [...new Set(indicators.flatMap(({ awardForm }) => awardForm ?? []))],
  years: {
    year: Math.min(...plans.map(({ year }) => year)),
    untilYear: Math.max(...plans.map(({ year, untilYear }) => untilYear ?? year)),
  },
});
