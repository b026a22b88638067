import { Injectable } from '@nestjs/common';
import Big from 'big.js';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { CommuneAt } from '../api/place.js';
import { demandState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import type { LaunchState } from './launch.view.js';
import { AcknowledgementsQueries } from './acknowledgements.queries.js';
import type { AcknowledgePlan, PlanAt } from './plan.inputs.js';
import { countedOn, untimely } from './plan.rules.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansService } from './plans.service.js';

/** Making an issued plan known, and how far that has come. */
@Injectable()
export class AcknowledgementsService {
  constructor(
    private readonly database: Database,
    private readonly queries: AcknowledgementsQueries,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * A unit has made the plan known, says a reporter of it or of a unit above, or the clerk on its behalf. Refusals:
   * FORBIDDEN for another's unit; ON_BEHALF_MISSING; STATE unless the plan is issued; ALREADY_ACKNOWLEDGED; RULE for
   * a day ahead, or before the plan was issued.
   */
  acknowledgePlan(
    caller: Caller,
    { commune, plan: key }: CommuneAt & PlanAt,
    { unit: code, ...input }: AcknowledgePlan,
  ): Promise<Acknowledgement> {
    const addition = { commune, view: Acknowledgement, kind: 'acknowledgement.given' } as const;
    return this.records.add(caller, addition, async ({ commune: communeId }) => {
      const plan = await this.plans.plan(caller, commune, key);
      const unit = await this.units.unitNamed(caller, { commune, unit: code }, '/unit');
      caller.demandOwnStatement('acknowledgePlan', commune, unit);
      demandState(planWorkflow, 'acknowledgePlan', plan);
      refuse(untimely(plan, input.heldOn, caller.on));
      const acknowledgement: Acknowledgement = {
        peopleReached: null,
        note: null,
        ...input,
        communeId,
        id: v7(),
        version: 1,
        planId: plan.id,
        plan: plan.key,
        unitId: unit.id,
        unitCode: unit.code,
      };
      await this.database.manager.insert(Acknowledgement, acknowledgement);
      return acknowledgement;
    });
  }

  /**
   * How far a plan has been made known: the figure of `gov.plan-dissemination`. A child plan is for its unit and the
   * units below. Refusal: NOT_FOUND.
   */
  launchState(caller: Caller, commune: string, planKey: string): Promise<LaunchState> {
    return this.database.read(caller, async () => {
      const plan = await this.plans.plan(caller, commune, planKey);
      const asOf = countedOn(plan, caller.on);
      const units = await this.queries.launchUnits(caller.in(commune), [{ ...plan, on: asOf }]);
      const acknowledged = units.filter((unit) => unit.acknowledged).length;
      return {
        plan: plan.key,
        asOf,
        expected: units.length,
        acknowledged,
        percent: units.length === 0 ? null : new Big(acknowledged).times(100).div(units.length).round(2).toFixed(),
        peopleReached: units.reduce((sum, { peopleReached }) => sum + (peopleReached ?? 0), 0),
        units,
      };
    });
  }
}
