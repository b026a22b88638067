import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { Award } from './award.entity.js';
import { AwardsService } from './awards.service.js';
import { DecisionActsService } from './decision-acts.service.js';
import { DecisionCorrectionsService } from './decision-corrections.service.js';
import { Decision } from './decision.entity.js';
import {
  AmendDecision,
  CancelDecision,
  CorrectDecision,
  DecisionAt,
  DraftDecision,
  ListDecisions,
  SignDecision,
} from './decision.inputs.js';
import { DecisionsService } from './decisions.service.js';

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly acts: DecisionActsService,
    private readonly corrections: DecisionCorrectionsService,
    private readonly awardsService: AwardsService,
    private readonly nominationsService: NominationsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('decisions', Connection(Decision))
  async decisions(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListDecisions,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.decisions(caller, at.commune, list, members));
  }

  @Reads('decision', Decision)
  decision(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DecisionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.decision(caller, at.commune, which.id, members);
  }

  @Acts('draftDecision', Decision)
  draftDecision(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: DraftDecision) {
    return this.acts.draftDecision(caller, at.commune, input);
  }

  @Acts('amendDecision', Decision)
  amendDecision(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DecisionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendDecision,
  ) {
    return this.acts.amendDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('cancelDecision', Decision)
  cancelDecision(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DecisionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CancelDecision,
  ) {
    return this.acts.cancelDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('signDecision', Decision)
  signDecision(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DecisionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SignDecision,
  ) {
    return this.acts.signDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('correctDecision', Decision)
  correctDecision(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DecisionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CorrectDecision,
  ) {
    return this.corrections.correctDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('decisionActions')
  actions({ parents }: Level<Decision>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('awards', [Award], 'Awards that the decision gave.')
  @Needs()
  awards({ parents, members }: Level<Decision>, caller: Caller) {
    return this.awardsService.awardsOfDecisions(caller, parents, members);
  }

  @Edge('nominations', [Nomination], 'Nominations that the decision grants.')
  @Needs<Decision>('grants')
  nominations(level: Level<Decision>, caller: Caller) {
    return level.lists(
      ({ grants }) => grants.map(({ nominationId }) => nominationId),
      (asked, members) => this.nominationsService.nominationsById(caller, asked, members),
    );
  }

  @Edge('document', Document, 'Document of the decision, once signed.')
  @Needs<Decision>('documentId')
  document(level: Level<Decision>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
