import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Result } from './result.entity.js';
import { ListResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';

@ApiTags('results')
@Controller('v1/communes/:commune/results')
export class ResultsController {
  constructor(private readonly service: ResultsService) {}

  @Get()
  @Operation('results', many(Result, { beside: ['indicator.name', 'indicator.measure.baseUnit', 'unit.name'] }))
  results(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListResults,
    @Needed() members?: Projection,
  ) {
    return this.service.results(caller, at.commune, list, members);
  }
}
