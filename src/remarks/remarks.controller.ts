import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RemarkActsService } from './remark-acts.service.js';
import { Remark } from './remark.entity.js';
import { AddRemark, AnswerRemark, ListRemarks, RemarkAt, WithdrawRemark } from './remark.inputs.js';
import { RemarksService } from './remarks.service.js';

@ApiTags('results')
@Controller('v1/communes/:commune/remarks')
export class RemarksController {
  constructor(
    private readonly service: RemarksService,
    private readonly acts: RemarkActsService,
  ) {}

  @Get()
  @Operation('remarks', many(Remark, { beside: ['unit.name'] }))
  remarks(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListRemarks,
    @Needed() members?: Projection,
  ) {
    return this.service.remarks(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('remark', one(Remark))
  remark(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RemarkAt,
    @Needed() members?: Projection,
  ) {
    return this.service.remark(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('remarkActions', many(PossibleAct, { sheet: false }))
  remarkActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: RemarkAt) {
    return this.service.remarkActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('addRemark', created(Remark, ({ id }) => id))
  addRemark(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: AddRemark) {
    return this.acts.addRemark(caller, at.commune, input);
  }

  @Post(':id/answer')
  @Operation('answerRemark', one(Remark))
  answerRemark(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RemarkAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AnswerRemark,
  ) {
    return this.acts.answerRemark(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/withdraw')
  @Operation('withdrawRemark', one(Remark))
  withdrawRemark(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RemarkAt,
    @IfMatch() expectedVersion: number,
    @Body() input: WithdrawRemark,
  ) {
    return this.acts.withdrawRemark(caller, { ...at, ...which, expectedVersion }, input);
  }
}
