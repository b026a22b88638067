import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, InputOrNone, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import { LaunchState } from './launch.view.js';
import { AcknowledgementsService } from './acknowledgements.service.js';
import { PlanActsService } from './plan-acts.service.js';
import { PlanDropsService } from './plan-drops.service.js';
import { Plan } from './plan.entity.js';
import {
  AcknowledgementAt,
  AcknowledgePlan,
  AmendAcknowledgement,
  RemoveAcknowledgement,
  AmendPlan,
  ClosePlan,
  DraftPlan,
  DropPlan,
  IssuePlan,
  ListPlans,
  PlanAt,
  ReopenPlan,
  SetPlanSettings,
} from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@Resolver(() => Plan)
export class PlansResolver {
  constructor(
    private readonly service: PlansService,
    private readonly acts: PlanActsService,
    private readonly drops: PlanDropsService,
    private readonly acknowledgements: AcknowledgementsService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('plans', Connection(Plan))
  async plans(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListPlans,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.plans(caller, at.commune, list, members));
  }

  @Reads('plan', Plan)
  plan(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: PlanAt, @Needed() members?: Projection) {
    return this.service.plan(caller, at.commune, which.plan, members);
  }

  @Acts('draftPlan', Plan)
  draftPlan(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: DraftPlan) {
    return this.acts.draftPlan(caller, at.commune, input);
  }

  @Acts('amendPlan', Plan)
  amendPlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendPlan,
  ) {
    return this.acts.amendPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('dropPlan', Plan)
  dropPlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropPlan,
  ) {
    return this.drops.dropPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('setPlanSettings', Plan)
  setPlanSettings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetPlanSettings,
  ) {
    return this.acts.setPlanSettings(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('issuePlan', Plan)
  issuePlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @InputOrNone(() => IssuePlan) input?: IssuePlan,
  ) {
    return this.acts.issuePlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('closePlan', Plan)
  closePlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ClosePlan,
  ) {
    return this.acts.closePlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('reopenPlan', Plan)
  reopenPlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReopenPlan,
  ) {
    return this.acts.reopenPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('acknowledgePlan', Acknowledgement)
  acknowledgePlan(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @Input() input: AcknowledgePlan,
  ) {
    return this.acknowledgements.acknowledgePlan(caller, { ...at, ...which }, input);
  }

  @Acts('amendAcknowledgement', Acknowledgement)
  amendAcknowledgement(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @Args() of: AcknowledgementAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendAcknowledgement,
  ) {
    return this.acknowledgements.amendAcknowledgement(caller, { ...at, ...which, ...of, expectedVersion }, input);
  }

  @Acts('removeAcknowledgement', Acknowledgement)
  removeAcknowledgement(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PlanAt,
    @Args() of: AcknowledgementAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveAcknowledgement,
  ) {
    return this.acknowledgements.removeAcknowledgement(caller, { ...at, ...which, ...of, expectedVersion }, input);
  }

  @Reads('launchState', LaunchState)
  launchState(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: PlanAt) {
    return this.acknowledgements.launchState(caller, at.commune, which.plan);
  }

  @Edge('document', Document, 'The document that states the plan.')
  @Needs<Plan>('documentId')
  document(level: Level<Plan>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }

  @ActionsEdge('planActions')
  actions({ parents }: Level<Plan>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('indicators', [String], 'Codes of its indicators without a baseline.')
  @Needs()
  withoutBaseline({ parents }: Level<Plan>, caller: Caller) {
    return this.service.withoutBaseline(caller, parents);
  }

  @Edge('unit', Unit, 'Unit of a child plan, as it is today.')
  @Needs<Plan>('unitId')
  unit(level: Level<Plan>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
