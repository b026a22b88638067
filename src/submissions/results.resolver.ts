import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Edge, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Result } from './result.entity.js';
import { ListResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';
import { Submission } from './submission.entity.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Result)
export class ResultsResolver {
  constructor(
    private readonly service: ResultsService,
    private readonly submissions: SubmissionsService,
    private readonly indicators: IndicatorsService,
    private readonly units: UnitsService,
  ) {}

  @Reads('results', Connection(Result))
  async results(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListResults,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.results(caller, at.commune, list, members));
  }

  @Edge('indicator', Indicator, 'Indicator of the figure.')
  @Needs<Result>('indicatorId')
  indicator(level: Level<Result>, caller: Caller) {
    return level.named('indicatorId', (asked, members) => this.indicators.indicatorsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Unit of the figure, as the unit is today.')
  @Needs<Result>('unitId')
  unit(level: Level<Result>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('submission', Submission, 'Approved report of the result.')
  @Needs<Result>('submissionId')
  submission(level: Level<Result>, caller: Caller) {
    return level.named('submissionId', (asked, members) => this.submissions.submissionsById(caller, asked, members));
  }
}
