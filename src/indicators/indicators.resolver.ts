import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { IndicatorActsService } from './indicator-acts.service.js';
import { Indicator } from './indicator.entity.js';
import {
  AddIndicator,
  AmendIndicator,
  ClarifyIndicator,
  DropIndicator,
  IndicatorAt,
  ListIndicators,
  RetireIndicator,
} from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { PlanDropsService } from './plan-drops.service.js';
import { PlanAt } from './plan.inputs.js';
import { TargetActsService } from './target-acts.service.js';
import { Target } from './target.entity.js';
import { Allotment } from './allotment.view.js';
import { ListTargets, RemoveTarget, SetTarget, TargetAt } from './target.inputs.js';
import { TargetsService } from './targets.service.js';

@Resolver(() => Indicator)
export class IndicatorsResolver {
  constructor(
    private readonly service: IndicatorsService,
    private readonly acts: IndicatorActsService,
    private readonly drops: PlanDropsService,
    private readonly targetsService: TargetsService,
    private readonly targetActs: TargetActsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('indicators', Connection(Indicator))
  async indicators(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListIndicators,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.indicators(caller, { ...at, ...of }, list, members));
  }

  @Reads('indicator', Indicator)
  indicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @Needed() members?: Projection,
  ) {
    return this.service.indicator(caller, { ...at, ...of, ...which }, members);
  }

  @Acts('addIndicator', Indicator)
  addIndicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Input() input: AddIndicator,
  ) {
    return this.acts.addIndicator(caller, { ...at, ...of }, input);
  }

  @Acts('amendIndicator', Indicator)
  amendIndicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendIndicator,
  ) {
    return this.acts.amendIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('dropIndicator', Indicator)
  dropIndicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropIndicator,
  ) {
    return this.drops.dropIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('retireIndicator', Indicator)
  retireIndicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RetireIndicator,
  ) {
    return this.acts.retireIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('clarifyIndicator', Indicator)
  clarifyIndicator(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ClarifyIndicator,
  ) {
    return this.acts.clarifyIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Reads('targets', Connection(Target))
  async targets(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListTargets,
    @Needed() members?: Projection,
  ) {
    return connection(await this.targetsService.targets(caller, { ...at, ...of }, list, members));
  }

  @Acts('setTarget', Target)
  setTarget(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @Args() target: TargetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetTarget,
  ) {
    return this.targetActs.setTarget(caller, { ...at, ...of, ...which, ...target, expectedVersion }, input);
  }

  @Acts('removeTarget', Target)
  removeTarget(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @Args() target: TargetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveTarget,
  ) {
    return this.targetActs.removeTarget(caller, { ...at, ...of, ...which, ...target, expectedVersion }, input);
  }

  @Reads('allotment', Allotment)
  allotment(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() of: PlanAt, @Args() which: IndicatorAt) {
    return this.targetsService.allotment(caller, { ...at, ...of, ...which });
  }

  @ActionsEdge('indicatorActions')
  actions({ parents }: Level<Indicator>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'The unit that answers for it, as it is today.')
  @Needs<Indicator>('responsibleUnitId')
  responsibleUnit(level: Level<Indicator>, caller: Caller) {
    return level.named('responsibleUnitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
