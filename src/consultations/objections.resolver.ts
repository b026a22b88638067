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
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { Consultation } from './consultation.entity.js';
import { ConsultationsService } from './consultations.service.js';
import { Objection } from './objection.entity.js';
import { AnswerObjection, ListObjections, ObjectionAt, RaiseObjection } from './objection.inputs.js';
import { ObjectionsService } from './objections.service.js';

@Resolver(() => Objection)
export class ObjectionsResolver {
  constructor(
    private readonly service: ObjectionsService,
    private readonly consultations: ConsultationsService,
    private readonly nominations: NominationsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('objections', Connection(Objection))
  async objections(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListObjections,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.objections(caller, at.commune, list, members));
  }

  @Reads('objection', Objection)
  objection(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ObjectionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.objection(caller, at.commune, which.id, members);
  }

  @Acts('raiseObjection', Objection)
  raiseObjection(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: RaiseObjection) {
    return this.service.raiseObjection(caller, at.commune, input);
  }

  @Acts('answerObjection', Objection)
  answerObjection(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ObjectionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AnswerObjection,
  ) {
    return this.service.answerObjection(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('objectionActions')
  actions({ parents }: Level<Objection>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('consultation', Consultation, 'Consultation in which the objection was raised.')
  @Needs<Objection>('consultationId')
  consultation(level: Level<Objection>, caller: Caller) {
    return level.named('consultationId', (asked, members) =>
      this.consultations.consultationsById(caller, asked, members),
    );
  }

  @Edge('nomination', Nomination, 'Nomination objected to.')
  @Needs<Objection>('nominationId')
  nomination(level: Level<Objection>, caller: Caller) {
    return level.named('nominationId', (asked, members) => this.nominations.nominationsById(caller, asked, members));
  }
}
