import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Objection } from './objection.entity.js';
import { AnswerObjection, ListObjections, ObjectionAt, RaiseObjection } from './objection.inputs.js';
import { ObjectionsService } from './objections.service.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/objections')
export class ObjectionsController {
  constructor(private readonly service: ObjectionsService) {}

  @Get()
  @Operation('objections', many(Objection))
  objections(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListObjections,
    @Needed() members?: Projection,
  ) {
    return this.service.objections(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('objection', one(Objection))
  objection(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ObjectionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.objection(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('objectionActions', many(PossibleAct, { sheet: false }))
  objectionActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: ObjectionAt) {
    return this.service.objectionActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('raiseObjection', created(Objection, ({ id }) => id))
  raiseObjection(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: RaiseObjection) {
    return this.service.raiseObjection(caller, at.commune, input);
  }

  @Post(':id/answer')
  @Operation('answerObjection', one(Objection))
  answerObjection(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ObjectionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AnswerObjection,
  ) {
    return this.service.answerObjection(caller, { ...at, ...which, expectedVersion }, input);
  }
}
