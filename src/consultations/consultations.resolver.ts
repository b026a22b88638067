import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Round } from '../nominations/round.entity.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { ConsultationActsService } from './consultation-acts.service.js';
import { Consultation } from './consultation.entity.js';
import {
  CancelConsultation,
  CloseConsultation,
  ConsultationAt,
  ListConsultations,
  ListListings,
  OpenConsultation,
} from './consultation.inputs.js';
import { ConsultationsService } from './consultations.service.js';
import { Listing } from './listing.entity.js';

@Resolver(() => Consultation)
export class ConsultationsResolver {
  constructor(
    private readonly service: ConsultationsService,
    private readonly acts: ConsultationActsService,
    private readonly rounds: RoundsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('consultations', Connection(Consultation))
  async consultations(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListConsultations,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.consultations(caller, at.commune, list, members));
  }

  @Reads('consultation', Consultation)
  consultation(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ConsultationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.consultation(caller, at.commune, which.id, members);
  }

  @Reads('listings', Connection(Listing))
  async listings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ConsultationAt,
    @Args() list: ListListings,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.listings(caller, { ...at, ...which }, list, members));
  }

  @Acts('openConsultation', Consultation)
  openConsultation(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: OpenConsultation) {
    return this.acts.openConsultation(caller, at.commune, input);
  }

  @Acts('closeConsultation', Consultation)
  closeConsultation(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ConsultationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CloseConsultation,
  ) {
    return this.acts.closeConsultation(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('cancelConsultation', Consultation)
  cancelConsultation(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ConsultationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CancelConsultation,
  ) {
    return this.acts.cancelConsultation(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('consultationActions')
  actions({ parents }: Level<Consultation>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('round', Round, 'Round of the consultation.')
  @Needs<Consultation>('roundId')
  round(level: Level<Consultation>, caller: Caller) {
    return level.named('roundId', (asked, members) => this.rounds.roundsById(caller, asked, members));
  }

  @Edge('document', Document, 'Document of the notice.')
  @Needs<Consultation>('documentId')
  document(level: Level<Consultation>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
