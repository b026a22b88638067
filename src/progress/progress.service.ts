import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected, type RecordKey } from '../api/found.js';
import { pagedWhole } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { grouped, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { Projection } from '../database/projection.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { periodOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import type { Figure } from '../indicators/verdict.rules.js';
import { refuse } from '../refusals.js';
import { FactsService } from './facts.service.js';
import type { View } from './facts.js';
import type { ListOwnProgress, ListProgress, ListUnitProgress, ListViewed } from './progress.inputs.js';
import type { Completion } from './completion.rules.js';
import { cumulativeIn, progressOf, standOf, type Rows, type Stand } from './progress.rules.js';
import type { Progress } from './progress.view.js';
import { ahead, ofOtherYears } from './reporting.rules.js';

const documentOrder = {
  types: ['int', 'uuid', 'text'],
  keysOf: ({ sortOrder, indicatorId, unitCode }: Progress) => [sortOrder, indicatorId, unitCode ?? ''],
} as const;

/** Period and day of an overview, and further periods whose figures stand beside it. */
export interface OverviewAt {
  period: string;
  asOf: string;
  along: readonly string[];
}

/** The commune's rows of a plan, in the order of the document, its n of N, and figures of further periods. */
export interface Overview {
  rows: readonly Progress[];
  completion: Completion;
  /** The figure of an indicator at the end of each of the further periods; null: there is none. */
  along(this: void, indicatorId: string): (Figure | null)[];
}

/** Members of a row in an overview: it looks at no other plan, and names no result. */
const ofOverview = new Projection(new Set<keyof Progress>(['state', 'cumulative']));

/** Members of a row by which nominees are judged. */
const ofStand = new Projection(new Set<keyof Progress>(['state', 'cumulative', 'target']));

/** Members of a row that a table of standings takes. */
const ofFigures = new Projection(new Set<keyof Progress>(['cumulative', 'target', 'resultIds']));

/**
 * Progress of plans, computed when it is read. The commune's rows are for everybody, those of units for officials and
 * superiors. Refusal: RULE for a day ahead.
 */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly facts: FactsService,
  ) {}

  /**
   * Progress of a plan's indicators in a period, in the order of the document: the commune's row, then those of the
   * units where they are asked for and seen. Refusals: NOT_FOUND; RULE for a period of other years.
   */
  progress(caller: Caller, at: CommuneAt & PlanAt, list: ListProgress): Promise<Page<Progress>> {
    return this.read(caller, list, async (whole) => {
      const plan = await this.plans.plan(whole, at.commune, at.plan);
      refuse(outOfYears(plan, list));
      const [rows = []] = await this.rowsOf(whole, [plan], list);
      return pagedWhole(list, documentOrder, shown(caller, rows, list));
    });
  }

  /** The same page of the progress of each plan; empty for a period of other years. */
  progressOfPlans(
    caller: Caller,
    plans: readonly RecordKey[],
    list: ListProgress,
    members?: Projection,
  ): Promise<Page<Progress>[]> {
    return this.read(caller, list, async (whole) => {
      const rows = await this.rowsOf(whole, await this.plans.plansById(whole, plans), { ...list, members });
      return pages(
        list,
        rows.map((each) => shown(caller, each, list)),
      );
    });
  }

  /** The same page of the progress of each indicator; empty for a period of other years. */
  progressOfIndicators(
    caller: Caller,
    indicators: readonly Pick<Indicator, 'communeId' | 'id' | 'planId'>[],
    list: ListOwnProgress,
    members?: Projection,
  ): Promise<Page<Progress>[]> {
    return this.read(caller, list, async (whole) => {
      const ofPlans = indicators.map(({ communeId, planId: id }) => ({ communeId, id }));
      const rows = await this.rowsOf(whole, await this.plans.plansById(whole, ofPlans), { ...list, members });
      const own = indicators.map(({ id }, index) => rows[index]?.filter(({ indicator }) => indicator.id === id) ?? []);
      return pages(
        list,
        own.map((each) => shown(caller, each, list)),
      );
    });
  }

  /**
   * Rows of the plan of a key in each commune, with their indicators: the commune's row, then those of the units where
   * they are asked for and seen. None where the commune has no such plan, or the period is of other years.
   */
  progressOfCommunes(
    caller: Caller,
    { communeIds, key }: { communeIds: readonly number[]; key: string },
    list: ListOwnProgress,
  ): Promise<{ indicator: Rows['indicator']; rows: Progress[] }[][]> {
    return this.read(caller, list, async (whole) => {
      const rows = await this.rowsOf(whole, await this.plans.plansByKey(whole, { communeIds, key }), list);
      return rows.map((each) =>
        each.map((ofOne) => ({ indicator: ofOne.indicator, rows: shown(caller, [ofOne], list) })),
      );
    });
  }

  /** The same page of each unit's progress in the plan of a key; empty without such a plan, and for the public. */
  progressOfUnits(
    caller: Caller,
    units: readonly RecordKey[],
    { plan: key, ...list }: ListUnitProgress,
    members?: Projection,
  ): Promise<Page<Progress>[]> {
    return this.read(caller, list, async (whole) => {
      const communeIds = [...new Set(units.map(({ communeId }) => communeId))].filter((id) => seesUnits(caller, id));
      const plans = await this.plans.plansByKey(whole, { communeIds, key });
      const rows = await this.rowsOf(whole, plans, { ...list, members });
      const placed = rows.flatMap((each) => shown(caller, each, { ...list, units: true }));
      const rowsOf = grouped(placed, ({ communeId, unitId }) => [communeId, unitId ?? '']);
      return pages(
        list,
        units.map(({ communeId, id }) => rowsOf(communeId, id)),
      );
    });
  }

  /** An overview of a plan: one reading of its facts for all periods. Refusal: RULE for a day ahead. */
  overview(caller: Caller, plan: Plan, { period, asOf, along }: OverviewAt): Promise<Overview> {
    return this.read(caller, { asOf }, async (whole) => {
      const [facts] = await this.facts.facts(whole, [plan], { asOf, shown: ofOverview });
      const { now } = expected(facts, `The plan ${plan.key} has no facts.`);
      const { rows, completion } = standOf(now, { period, asOf });
      const figures = along.map((each) => cumulativeIn(now, { period: each, asOf }));
      return {
        rows: rows.map(({ commune }) => commune),
        completion,
        along: (indicatorId) => figures.map((ofPeriod) => ofPeriod.get(indicatorId) ?? null),
      };
    });
  }

  /** Rows of a plan, of the commune and of every unit, with the n of N of each. Refusal: RULE for a day ahead. */
  stand(caller: Caller, plan: Plan, view: View): Promise<Stand> {
    return this.read(caller, view, async (whole) => {
      const [facts] = await this.facts.facts(whole, [plan], { asOf: view.asOf, shown: ofStand });
      return standOf(expected(facts, `The plan ${plan.key} has no facts.`).now, view);
    });
  }

  /** Rows of a plan for a table of standings: of the commune and of every unit. Refusal: RULE for a day ahead. */
  figures(caller: Caller, plan: Plan, { period, asOf }: View): Promise<readonly Rows[]> {
    return this.read(caller, { asOf }, async (whole) => {
      const [rows = []] = await this.rowsOf(whole, [plan], { period, asOf, members: ofFigures });
      return rows;
    });
  }

  /** Reads the figures of the whole commune, whatever unit the key is bound to. */
  private async read<T>(caller: Caller, { asOf }: ListViewed, work: (whole: Caller) => Promise<T>): Promise<T> {
    refuse(ahead(asOf ?? caller.on, caller.on));
    const whole = caller.unbound();
    return this.database.read(whole, () => work(whole));
  }

  /** Rows of each plan; none of a plan that is not there, or without a day in the period. */
  private async rowsOf(
    whole: Caller,
    asked: InAskedOrder<Plan>,
    { members: shown, ...list }: ListViewed & { members?: Projection },
  ): Promise<Rows[][]> {
    const { asOf = whole.on } = list;
    const plans = [...new Set(asked)]
      .filter((plan) => plan !== undefined)
      .filter((plan) => outOfYears(plan, list).length === 0);
    const facts = await this.facts.facts(whole, plans, { asOf, shown });
    const rows = facts.map(({ now, earlier }, index) =>
      progressOf(now, viewOf(plans[index] as Plan, list, asOf), earlier),
    );
    const rowsOf = new Map(plans.map((plan, index) => [plan, rows[index]]));
    return asked.map((plan) => (plan && rowsOf.get(plan)) ?? []);
  }
}

const viewOf = (plan: Plan, { period }: ListViewed, asOf: string): View => ({ period: period ?? periodOf(plan), asOf });

const outOfYears = (plan: Plan, { period }: ListViewed) => (period === undefined ? [] : ofOtherYears(period, plan));

const seesUnits = (caller: Caller, communeId: number) => caller.reachById(communeId).sees !== 'PUBLIC';

/** Rows as they are asked for and seen, in the order of the document. A bound key sees those of its units. */
function shown(caller: Caller, rows: readonly Rows[], { indicator: codes, units = false }: ListProgress): Progress[] {
  const own = caller.unitIds;
  return rows
    .filter(({ indicator: { code } }) => codes?.includes(code) ?? true)
    .flatMap((each) => {
      const below = units && seesUnits(caller, each.commune.communeId) ? each.units : [];
      const seen = below.filter(({ unitId }) => own?.includes(unitId ?? '') ?? true);
      return [each.commune, ...seen];
    });
}

const pages = (page: ListViewed, lists: readonly Progress[][]): Promise<Page<Progress>[]> =>
  Promise.all(lists.map((each) => pagedWhole(page, documentOrder, each)));
