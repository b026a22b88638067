import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import type { InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { Plan } from './plan.entity.js';
import type { ListPlans, PlanAt } from './plan.inputs.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansQueries } from './plans.queries.js';

const newestYearFirst = { types: ['int', 'text'], keysOf: ({ year, key }: Plan) => [year, key] } as const;

/** Plans as they are read, and the right to act on one. */
@Injectable()
export class PlansService {
  readonly recordType: RecordType<Plan, PlanAt, typeof planWorkflow> = {
    entity: Plan,
    workflow: planWorkflow,
    // An act that adds to a plan and the issue of the plan must not pass each other.
    lock: (reach, { plan }) => this.queries.lock(reach, plan),
    read: (caller, { commune, plan }) => this.plan(caller, commune, plan),
    readEach: (caller, asked) => this.plansById(caller, asked),
    // An acknowledgement names its own unit.
    pathOf: ({ unitPath }, act) => (act === 'acknowledgePlan' ? undefined : unitPath),
    states: 'plan',
    stateOf: ({ state }) => state,
    notBefore: ({ closedOn }, act) =>
      act === 'reopenPlan' && closedOn !== null ? { day: closedOn, of: 'CLOSING' } : null,
    hindrances: async (caller, rows) => {
      const tied = await this.queries.ties(withReach(caller, rows));
      return rows.map(({ state }, index) =>
        state === 'DRAFT'
          ? {
              dropPlan: tied[index]?.held ? 'STILL_REFERRED_TO' : undefined,
              issuePlan: tied[index]?.waits ? 'STATE' : undefined,
            }
          : {},
      );
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: PlansQueries,
    private readonly indicators: IndicatorsQueries,
    private readonly records: RecordsService,
  ) {}

  /** The plans of a commune, newest year first. */
  async plans(caller: Caller, commune: string, list: ListPlans, members?: Projection): Promise<Page<Plan>> {
    return firstOrNotFound(await this.plansOf(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. */
  plansOf(
    caller: Caller,
    reaches: readonly Reach[],
    { year, kind, state, ...page }: ListPlans,
    members?: Projection,
  ): Promise<Page<Plan>[]> {
    const filter = { year, kinds: kind, states: state, on: caller.on };
    return this.database.read(caller, () =>
      pagedEach(page, newestYearFirst, (slice) => this.queries.plans(reaches, { ...filter, ...slice }, members)),
    );
  }

  /** One plan. Refusal: NOT_FOUND. */
  async plan(caller: Caller, commune: string, key: string, members?: Projection): Promise<Plan> {
    return firstOrNotFound(
      await this.plansByKey(caller, { communeIds: [caller.reachIn(commune).communeId], key }, members),
    );
  }

  /** The plan of one key in each commune. */
  plansByKey(
    caller: Caller,
    { communeIds, key }: { communeIds: readonly number[]; key: string },
    members?: Projection,
  ): Promise<InAskedOrder<Plan>> {
    const reaches = communeIds.map((id) => caller.reachById(id));
    return this.database.read(caller, () => this.queries.plansByKey(reaches, { key, on: caller.on }, members));
  }

  /** Plans by id. */
  plansById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Plan>> {
    return this.database.read(caller, () => this.queries.plansById(withReach(caller, asked), caller.on, members));
  }

  /** Codes of a plan's indicators without a baseline: of each plan asked. */
  withoutBaseline(caller: Caller, plans: readonly RecordKey[]): Promise<string[][]> {
    return this.database.read(caller, () => this.indicators.withoutBaseline(withReach(caller, plans)));
  }

  /** The acts on a plan: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  planActions(caller: Caller, commune: string, plan: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, plan });
  }

  /** Refuses what no plan with a closed period takes. Part of a write that holds the plan. Refusal: PERIOD_CLOSED. */
  async refuseClosed(reach: Reach, { id }: Pick<Plan, 'id'>): Promise<void> {
    const period = await this.queries.closedPeriod(reach, id);
    if (period !== undefined) throw new Refusal('PERIOD_CLOSED', { period });
  }

  /** A plan about to be reported on: it is not closed meanwhile. Part of that write. */
  async planToReport(caller: Caller, commune: string, key: string): Promise<Plan> {
    await this.queries.share(caller.reachIn(commune), key);
    return this.plan(caller, commune, key);
  }
}
