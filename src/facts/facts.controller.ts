import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Fact } from './fact.entity.js';
import { AmendFact, EndFact, FactAt, ListFacts, RecordFact, RemoveFact } from './fact.inputs.js';
import { FactsService } from './facts.service.js';

@ApiTags('facts')
@Controller('v1/communes/:commune/facts')
export class FactsController {
  constructor(private readonly service: FactsService) {}

  @Get()
  @Operation('facts', many(Fact, { beside: ['unit.name'] }))
  facts(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListFacts,
    @Needed() members?: Projection,
  ) {
    return this.service.facts(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('fact', one(Fact))
  fact(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FactAt,
    @Needed() members?: Projection,
  ) {
    return this.service.fact(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('factActions', many(PossibleAct, { sheet: false }))
  factActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: FactAt) {
    return this.service.factActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('recordFact', created(Fact, ({ id }) => id))
  recordFact(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: RecordFact) {
    return this.service.recordFact(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendFact', one(Fact))
  amendFact(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FactAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendFact,
  ) {
    return this.service.amendFact(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/end')
  @Operation('endFact', one(Fact))
  endFact(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FactAt,
    @IfMatch() expectedVersion: number,
    @Body() input: EndFact,
  ) {
    return this.service.endFact(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/remove')
  @Operation('removeFact', one(Fact))
  removeFact(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FactAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveFact,
  ) {
    return this.service.removeFact(caller, { ...at, ...which, expectedVersion }, input);
  }
}
