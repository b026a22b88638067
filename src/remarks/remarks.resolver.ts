import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { Result } from '../submissions/result.entity.js';
import { ResultsService } from '../submissions/results.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { RemarkActsService } from './remark-acts.service.js';
import { Remark } from './remark.entity.js';
import { AddRemark, AnswerRemark, ListRemarks, RemarkAt, WithdrawRemark } from './remark.inputs.js';
import { RemarksService } from './remarks.service.js';

@Resolver(() => Remark)
export class RemarksResolver {
  constructor(
    private readonly service: RemarksService,
    private readonly acts: RemarkActsService,
    private readonly results: ResultsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('remarks', Connection(Remark))
  async remarks(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListRemarks,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.remarks(caller, at.commune, list, members));
  }

  @Reads('remark', Remark)
  remark(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RemarkAt,
    @Needed() members?: Projection,
  ) {
    return this.service.remark(caller, at.commune, which.id, members);
  }

  @Acts('addRemark', Remark)
  addRemark(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: AddRemark) {
    return this.acts.addRemark(caller, at.commune, input);
  }

  @Acts('answerRemark', Remark)
  answerRemark(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RemarkAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AnswerRemark,
  ) {
    return this.acts.answerRemark(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('withdrawRemark', Remark)
  withdrawRemark(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RemarkAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: WithdrawRemark,
  ) {
    return this.acts.withdrawRemark(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('remarkActions')
  actions({ parents }: Level<Remark>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('results', Result, 'Result that is asked about.')
  @Needs<Remark>('resultId')
  result(level: Level<Remark>, caller: Caller) {
    return level.named('resultId', (asked, members) => this.results.resultsById(caller, asked, members));
  }

  @Edge('results', Result, 'Result by which the figure was corrected.')
  @Needs<Remark>('correctionId')
  correction(level: Level<Remark>, caller: Caller) {
    return level.named('correctionId', (asked, members) => this.results.resultsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Unit of the result, as the unit is today.')
  @Needs<Remark>('unitId')
  unit(level: Level<Remark>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
