import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { CandidateStanding } from './candidate.view.js';
import { PublicationActsService } from './publication-acts.service.js';
import { Publication } from './publication.entity.js';
import {
  DecideTie,
  DropCandidate,
  ListCandidateStandings,
  ListPublications,
  PublicationAt,
  PublishStandings,
  ScoreStandings,
} from './publication.inputs.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('standings')
@Controller('v1/communes/:commune/plans/:plan/publications')
export class PublicationsController {
  constructor(
    private readonly service: PublicationsService,
    private readonly acts: PublicationActsService,
  ) {}

  @Get()
  @Operation('publications', many(Publication))
  publications(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListPublications,
    @Needed() members?: Projection,
  ) {
    return this.service.publications(caller, { ...at, ...of }, list, members);
  }

  @Get(':id')
  @Operation('publication', one(Publication))
  publication(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.publication(caller, { ...at, ...of, ...which }, members);
  }

  @Get(':id/actions')
  @Operation('publicationActions', many(PossibleAct, { sheet: false }))
  publicationActions(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
  ) {
    return this.service.publicationActions(caller, { ...at, ...of, ...which });
  }

  @Get(':id/candidate')
  @Operation('candidateStandings', many(CandidateStanding, { beside: ['unit.name'] }))
  candidateStandings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
    @Query() list: ListCandidateStandings,
  ) {
    return this.service.candidateStandings(caller, { ...at, ...of, ...which }, list);
  }

  @Post()
  @Operation('scoreStandings', created(Publication, ({ id }) => id))
  scoreStandings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Body() input: ScoreStandings,
  ) {
    return this.acts.scoreStandings(caller, { ...at, ...of }, input);
  }

  @Post(':id/ties')
  @Operation('decideTie', one(Publication))
  decideTie(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DecideTie,
  ) {
    return this.acts.decideTie(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':id/drop')
  @Operation('dropCandidate', one(Publication))
  dropCandidate(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropCandidate,
  ) {
    return this.acts.dropCandidate(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':id/publish')
  @Operation('publishStandings', one(Publication))
  publishStandings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PublicationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: PublishStandings,
  ) {
    return this.acts.publishStandings(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
