import { Injectable } from '@nestjs/common';
import Big from 'big.js';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { demandState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import type { LaunchState } from './launch.view.js';
import { AcknowledgementsQueries } from './acknowledgements.queries.js';
import type { AcknowledgePlan } from './plan.inputs.js';
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
    private readonly journal: JournalService,
  ) {}

  /**
   * A unit says that it has made the plan known; for itself and the units below it, or the clerk on its behalf.
   * Refusals: STATE unless the plan is issued; FORBIDDEN for another's unit; ALREADY_ACKNOWLEDGED; RULE for a day ahead, or before the plan was issued.
   */
  acknowledgePlan(
    caller: Caller,
    commune: string,
    planKey: string,
    { unit: code, ...input }: AcknowledgePlan,
  ): Promise<Acknowledgement> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const plan = await this.plans.plan(caller, commune, planKey);
      const unit = await this.units.unitNamed(caller, commune, code, '/unit');
      caller.demandSaying('acknowledgePlan', commune, unit);
      demandState(planWorkflow, 'acknowledgePlan', plan);
      const points = untimely(plan, input.heldOn, caller.on);
      if (points.length > 0) throw new Refusal('RULE', {}, points);
      const record: Acknowledgement = {
        peopleReached: null,
        note: null,
        ...input,
        communeId: reach.commune,
        id: v7(),
        version: 1,
        planId: plan.id,
        plan: plan.key,
        unitId: unit.id,
        unitCode: unit.code,
      };
      await this.database.manager.insert(Acknowledgement, record);
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'acknowledgement.given',
        view: Acknowledgement,
        record,
        seen: { before: null, after: 'INSIDE' },
      });
      return record;
    });
  }

  /** How far an issued plan has been made known: the figure of `gov.plan-dissemination`. Of a child plan its unit and those below it are expected to. */
  launchState(caller: Caller, commune: string, planKey: string): Promise<LaunchState> {
    return this.database.read(caller, async () => {
      const plan = await this.plans.plan(caller, commune, planKey);
      const asOf = countedOn(plan, caller.on);
      const units = await this.queries.launchUnits(caller.in(commune), plan, asOf);
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
