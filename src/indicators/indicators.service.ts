import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { firstOrNotFound, found, withReach, type RecordKey } from '../api/found.js';
import { pagedEach } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { keysAlone, type Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { likeFolded } from '../database/text.js';
import type { Hindrances, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Indicator } from './indicator.entity.js';
import type { IndicatorAt, ListIndicators } from './indicator.inputs.js';
import { hindered } from './indicator.rules.js';
import { indicatorActs, indicatorWorkflow, type IndicatorAct } from './indicator.workflow.js';
import { IndicatorsQueries } from './indicators.queries.js';
import type { Plan } from './plan.entity.js';
import type { PlanAt } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

const documentOrder = { types: ['int', 'uuid'], keysOf: ({ sortOrder, id }: Indicator) => [sortOrder, id] } as const;

/** The plan an indicator belongs to. */
export interface OfPlan {
  ofPlan: Plan;
}

/** Indicators as they are read, and the right to act on one. */
@Injectable()
export class IndicatorsService {
  readonly recordType: RecordType<Indicator, PlanAt & IndicatorAt, typeof indicatorWorkflow, OfPlan> = {
    entity: Indicator,
    workflow: indicatorWorkflow,
    lock: (reach, { plan }) => this.plans.recordType.lock(reach, { plan }),
    read: (caller, at) => this.indicator(caller, at),
    readEach: (caller, asked) => this.indicatorsById(caller, asked),
    facts: async (caller, rows) => {
      const plans = await this.plans.plansById(
        caller,
        rows.map(({ communeId, planId: id }) => ({ communeId, id })),
      );
      return plans.map((ofPlan) => ({ ofPlan: found(ofPlan) }));
    },
    pathOf: ({ ofPlan }) => ofPlan.unitPath,
    states: 'plan',
    stateOf: ({ ofPlan }) => ofPlan.state,
    hindrances: async (caller, rows) => {
      const held = await this.queries.hold(withReach(caller, rows));
      return rows.map((indicator, index) => ({
        ...hindrances(indicator, caller.on),
        ...(indicator.ofPlan.state === 'DRAFT' && held[index] && { dropIndicator: 'STILL_REFERRED_TO' }),
      }));
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: IndicatorsQueries,
    private readonly plans: PlansService,
    private readonly records: RecordsService,
  ) {}

  /** The indicators of a plan, in the order of the document. Refusal: NOT_FOUND. */
  indicators(
    caller: Caller,
    { commune, plan }: CommuneAt & PlanAt,
    list: ListIndicators,
    members?: Projection,
  ): Promise<Page<Indicator>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await this.indicatorsOf(caller, [await this.plans.plan(caller, commune, plan, keysAlone)], list, members),
      ),
    );
  }

  /** The same page of several plans, in the order asked. */
  indicatorsOf(
    caller: Caller,
    plans: readonly RecordKey[],
    { section, search, retired, ...page }: ListIndicators,
    members?: Projection,
  ): Promise<Page<Indicator>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, documentOrder, async (slice) => {
        const asked = withReach(caller, plans);
        const rows = await this.queries.indicators(
          asked,
          { section, retired, like: likeFolded(search), ...slice },
          members,
        );
        return ofEach(asked, rows, ({ planId }) => planId);
      }),
    );
  }

  /** One indicator. Refusal: NOT_FOUND. */
  indicator(
    caller: Caller,
    { commune, ...at }: CommuneAt & PlanAt & IndicatorAt,
    members?: Projection,
  ): Promise<Indicator> {
    return this.database.read(caller, async () =>
      found(await this.queries.indicator(caller.reachIn(commune), at, members)),
    );
  }

  /** The indicator of one code in each plan. */
  indicatorsByCode(
    caller: Caller,
    { plans, code }: { plans: readonly RecordKey[]; code: string },
    members?: Projection,
  ): Promise<InAskedOrder<Indicator>> {
    return this.database.read(caller, async () => {
      const asked = withReach(caller, plans);
      const rows = await this.queries.indicatorsByCode(asked, code, members);
      return ofEach(asked, rows, ({ planId }) => planId).map(([only]) => only);
    });
  }

  /** Indicators by id. */
  indicatorsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Indicator>> {
    return this.database.read(caller, () => this.queries.indicatorsById(withReach(caller, asked), members));
  }

  /** The acts on an indicator: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  indicatorActions(caller: Caller, at: CommuneAt & PlanAt & IndicatorAt): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, at);
  }
}

/** Codes of what stands against acts besides right and state. */
const hindrances = (indicator: Indicator, on: string): Hindrances<IndicatorAct> =>
  Object.fromEntries(indicatorActs.map((act) => [act, hindered(act, indicator, on).length > 0 ? 'RULE' : undefined]));
