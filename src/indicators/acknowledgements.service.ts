import { Injectable, type OnModuleInit } from '@nestjs/common';
import Big from 'big.js';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import { demandState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { isDay, vietnameseDate } from '../day.js';
import { DocumentTiesService, type DocumentChange } from '../documents/document-ties.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import { acknowledgementWorkflow } from './acknowledgement.workflow.js';
import type { LaunchState } from './launch.view.js';
import { AcknowledgementsQueries } from './acknowledgements.queries.js';
import type { Plan } from './plan.entity.js';
import type {
  AcknowledgementAt,
  AcknowledgePlan,
  AmendAcknowledgement,
  PlanAt,
  RemoveAcknowledgement,
} from './plan.inputs.js';
import { countedOn, untimely } from './plan.rules.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansService } from './plans.service.js';

type AcknowledgementPlace = PlanAt & AcknowledgementAt;

/** Making an issued plan known, and how far that has come. */
@Injectable()
export class AcknowledgementsService implements OnModuleInit {
  private readonly recordType: RecordType<
    Acknowledgement & { unitPath: string },
    AcknowledgementPlace,
    typeof acknowledgementWorkflow,
    { ofPlan: Plan }
  > = {
    entity: Acknowledgement,
    workflow: acknowledgementWorkflow,
    lock: (reach, { plan }) => this.plans.recordType.lock(reach, { plan }),
    read: async (caller, { commune, plan, unit }) =>
      found(await this.queries.acknowledgement(caller.reachIn(commune), { plan, unit, on: caller.on })),
    facts: async (caller, rows) => {
      const plans = rows.map(({ communeId, planId: id }) => ({ communeId, id }));
      return (await this.plans.plansById(caller, plans)).map((plan) => ({ ofPlan: found(plan) }));
    },
    demandRight: (caller, { act, commune }, { unitCode, unitPath }) =>
      caller.demandOwnStatement(act, commune, { code: unitCode, path: unitPath }),
    states: 'plan',
    stateOf: ({ ofPlan }) => ofPlan.state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: AcknowledgementsQueries,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
    private readonly ties: DocumentTiesService,
  ) {}

  /** Documents are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.ties.following.push((caller, change) => this.refuseIssueAfter(caller, change));
  }

  /** Refuses another day of the paper of a plan that was made known before that day. Refusal: RULE. */
  private async refuseIssueAfter(caller: Caller, { before, after }: DocumentChange): Promise<void> {
    const { issuedOn: day } = after;
    if (day === null || day === before.issuedOn || !isDay(day)) return;
    const made = await this.queries.madeKnownBefore(caller.reachById(before.communeId), { documentId: before.id, day });
    if (made === undefined) return;
    const { unitCode, heldOn } = made;
    throw wrong('/issuedOn', 'BEFORE_ISSUE', {
      en: `"${unitCode}" made the plan known on ${heldOn}, before ${day}: mend its acknowledgement first.`,
      vi:
        `"${unitCode}" đã phổ biến kế hoạch ngày ${vietnameseDate(heldOn)}, trước ngày ${vietnameseDate(day)}; ` +
        'hãy sửa hoặc gỡ xác nhận ấy trước.',
    });
  }

  /**
   * A unit has made the plan known, says a reporter of it or of a unit above, or the clerk on its behalf. Refusals:
   * FORBIDDEN for another's unit; ON_BEHALF_MISSING; STATE unless the plan is issued; ALREADY_ACKNOWLEDGED; RULE for
   * a day ahead, before the plan was issued, or on which the unit is not valid.
   */
  acknowledgePlan(
    caller: Caller,
    { commune, plan: key }: CommuneAt & PlanAt,
    { unit: code, ...input }: AcknowledgePlan,
  ): Promise<Acknowledgement> {
    const addition = { commune, entity: Acknowledgement, kind: 'acknowledgement.given' } as const;
    return this.records.add(caller, addition, async ({ communeId }) => {
      const plan = await this.plans.plan(caller, commune, key);
      const unit = await this.units.unitNamed(caller, { commune, unit: code, on: input.heldOn }, '/unit');
      caller.demandOwnStatement('acknowledgePlan', commune, { code, path: unit.pathToday });
      demandState(planWorkflow, 'acknowledgePlan', { of: 'plan', ...plan });
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
   * Amends what a unit has said about making the plan known. Refusals: NOT_FOUND; FORBIDDEN for another's unit;
   * ON_BEHALF_MISSING; STALE; STATE unless the plan is issued; RULE for a day as for `acknowledgePlan`, or
   * NOTHING_CHANGED.
   */
  amendAcknowledgement(
    caller: Caller,
    at: AtVersion<AcknowledgementPlace>,
    { reason, ...given }: AmendAcknowledgement,
  ): Promise<Acknowledgement> {
    const step = { type: this.recordType, act: 'amendAcknowledgement', at, reason } as const;
    return this.records.act(caller, step, async ({ ofPlan, heldOn }) => {
      if (Object.keys(given).length === 0) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      if (given.heldOn !== undefined)
        await this.units.unitNamed(caller, { commune: at.commune, unit: at.unit, on: given.heldOn }, '/heldOn');
      refuse(untimely(ofPlan, given.heldOn ?? heldOn, caller.on));
      return given;
    });
  }

  /**
   * Takes out what a unit never said. Refusals: NOT_FOUND; FORBIDDEN for another's unit; ON_BEHALF_MISSING; STALE;
   * STATE unless the plan is issued.
   */
  removeAcknowledgement(
    caller: Caller,
    at: AtVersion<AcknowledgementPlace>,
    { reason }: RemoveAcknowledgement,
  ): Promise<Acknowledgement> {
    return this.removals.act(caller, { type: this.recordType, act: 'removeAcknowledgement', at, reason }, () => {});
  }

  /**
   * How far a plan has been made known: the figure of `gov.plan-dissemination`. A child plan is for its unit and the
   * units below. Refusal: NOT_FOUND.
   */
  launchState(caller: Caller, commune: string, planKey: string): Promise<LaunchState> {
    return this.database.read(caller, async () => {
      const plan = await this.plans.plan(caller, commune, planKey);
      const asOf = countedOn(plan, caller.on);
      const units = await this.queries.launchUnits(caller.reachIn(commune), [{ ...plan, on: asOf }]);
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
