import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CurrentCaller, Needed } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import type { Projection } from '../database/projection.js';
import { Completeness } from '../progress/completeness.view.js';
import { Standing } from '../standings/standing.entity.js';
import { Result } from '../submissions/result.entity.js';
import {
  ListAwardsOfAll,
  ListCompletenessOfAll,
  ListProgressOfAll,
  ListResultsOfAll,
  ListStandingsOfAll,
} from './across.inputs.js';
import { AcrossService } from './across.service.js';
import { ProgressOfAllService } from './progress-of-all.service.js';
import { ProgressOfAll } from './progress-of-all.view.js';

/** For callers that ask again and again: the ETag is that of the content. */
const polled = { etagOfContent: true } as const;

@Controller('v1')
export class AcrossController {
  constructor(
    private readonly service: AcrossService,
    private readonly computed: ProgressOfAllService,
  ) {}

  @Get('results')
  @ApiTags('results')
  @Operation('resultsOfAll', many(Result, polled))
  resultsOfAll(@CurrentCaller() caller: Caller, @Query() list: ListResultsOfAll, @Needed() members?: Projection) {
    return this.service.resultsOfAll(caller, list, members);
  }

  @Get('progress')
  @ApiTags('results')
  @Operation('progressOfAll', many(ProgressOfAll, polled))
  progressOfAll(@CurrentCaller() caller: Caller, @Query() list: ListProgressOfAll) {
    return this.computed.progressOfAll(caller, list);
  }

  @Get('completeness')
  @ApiTags('results')
  @Operation('completenessOfAll', many(Completeness, polled))
  completenessOfAll(@CurrentCaller() caller: Caller, @Query() list: ListCompletenessOfAll) {
    return this.computed.completenessOfAll(caller, list);
  }

  @Get('standings')
  @ApiTags('standings')
  @Operation('standingsOfAll', many(Standing, { ...polled, without: ['inputs', 'tree'] }))
  standingsOfAll(@CurrentCaller() caller: Caller, @Query() list: ListStandingsOfAll, @Needed() members?: Projection) {
    return this.service.standingsOfAll(caller, list, members);
  }

  @Get('awards')
  @ApiTags('awards')
  @Operation('awardsOfAll', many(Award, polled))
  awardsOfAll(@CurrentCaller() caller: Caller, @Query() list: ListAwardsOfAll, @Needed() members?: Projection) {
    return this.service.awardsOfAll(caller, list, members);
  }
}
