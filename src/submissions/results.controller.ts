import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Result } from './result.entity.js';
import { ListResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';

@ApiTags('results')
@Controller('v1/communes/:commune/results')
export class ResultsController {
  constructor(private readonly service: ResultsService) {}

  @Get()
  @Operation('results', many(Result, { sheet: true }))
  results(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListResults) {
    return this.service.results(actor, at.commune, list);
  }
}
