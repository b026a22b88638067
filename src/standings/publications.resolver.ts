import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Costs, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { limits } from '../limits/limits.js';
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

@Resolver(() => Publication)
export class PublicationsResolver {
  constructor(
    private readonly service: PublicationsService,
    private readonly acts: PublicationActsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('publications', Connection(Publication))
  async publications(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListPublications,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.publications(caller, { ...at, ...of }, list, members));
  }

  @Reads('publication', Publication)
  publication(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PublicationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.publication(caller, { ...at, ...of, ...which }, members);
  }

  @Reads('candidateStandings', Connection(CandidateStanding))
  async candidateStandings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PublicationAt,
    @Args() list: ListCandidateStandings,
  ) {
    return connection(await this.service.candidateStandings(caller, { ...at, ...of, ...which }, list));
  }

  @Edge('publication', [CandidateStanding], 'Rows of a candidate that the caller sees; null once published.')
  @Needs()
  @Costs(limits.standings.table)
  rows({ parents }: Level<Publication>, caller: Caller) {
    return this.service.rowsOfEach(caller, parents);
  }

  @ActionsEdge('publicationActions')
  actions({ parents }: Level<Publication>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Acts('scoreStandings', Publication)
  scoreStandings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Input() input: ScoreStandings,
  ) {
    return this.acts.scoreStandings(caller, { ...at, ...of }, input);
  }

  @Acts('decideTie', Publication)
  decideTie(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PublicationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DecideTie,
  ) {
    return this.acts.decideTie(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('dropCandidate', Publication)
  dropCandidate(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PublicationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropCandidate,
  ) {
    return this.acts.dropCandidate(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('publishStandings', Publication)
  publishStandings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PublicationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: PublishStandings,
  ) {
    return this.acts.publishStandings(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
