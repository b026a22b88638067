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
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { AwardActsService } from './award-acts.service.js';
import { AwardRevocationsService } from './award-revocations.service.js';
import { AwardVerification } from './award-verification.view.js';
import { Award } from './award.entity.js';
import {
  AmendAward,
  AwardAt,
  CodeAt,
  CorrectAward,
  ListAwards,
  RecordAward,
  RemoveAward,
  RestoreAward,
  RevokeAward,
} from './award.inputs.js';
import { AwardsService } from './awards.service.js';
import { RecordedAwardsService } from './recorded-awards.service.js';
import { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';

@Resolver(() => Award)
export class AwardsResolver {
  constructor(
    private readonly service: AwardsService,
    private readonly acts: AwardActsService,
    private readonly revocations: AwardRevocationsService,
    private readonly recorded: RecordedAwardsService,
    private readonly decisions: DecisionsService,
    private readonly nominations: NominationsService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('awards', Connection(Award))
  async awards(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListAwards,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.awards(caller, at.commune, list, members));
  }

  @Reads('award', Award)
  award(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @Needed() members?: Projection,
  ) {
    return this.service.award(caller, at.commune, which.id, members);
  }

  @Reads('verifyAward', AwardVerification)
  verifyAward(@CurrentCaller() caller: Caller, @Args() which: CodeAt) {
    return this.service.verifyAward(caller, which.code);
  }

  @Acts('recordAward', Award)
  recordAward(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: RecordAward) {
    return this.acts.recordAward(caller, at.commune, input);
  }

  @Acts('amendAward', Award)
  amendAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendAward,
  ) {
    return this.recorded.amendAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeAward', Award)
  removeAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveAward,
  ) {
    return this.recorded.removeAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('correctAward', Award)
  correctAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CorrectAward,
  ) {
    return this.acts.correctAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('restoreAward', Award)
  restoreAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RestoreAward,
  ) {
    return this.revocations.restoreAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('revokeAward', Award)
  revokeAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RevokeAward,
  ) {
    return this.revocations.revokeAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('awardActions')
  actions({ parents }: Level<Award>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'Unit or person of the award, as valid today.')
  @Needs<Award>('unitId')
  unit(level: Level<Award>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('decision', Decision, 'Decision that gave the award.')
  @Needs<Award>('decisionId')
  decision(level: Level<Award>, caller: Caller) {
    return level.named('decisionId', (decisions, members) => this.decisions.decisionsById(caller, decisions, members));
  }

  @Edge('decision', Decision, 'Decision that revoked the award.')
  @Needs<Award>('revokingDecisionId')
  revokingDecision(level: Level<Award>, caller: Caller) {
    return level.named('revokingDecisionId', (decisions, members) =>
      this.decisions.decisionsById(caller, decisions, members),
    );
  }

  @Edge('nomination', Nomination, 'Nomination that led to the award.')
  @Needs<Award>('nominationId')
  nomination(level: Level<Award>, caller: Caller) {
    return level.named('nominationId', (asked, members) => this.nominations.nominationsById(caller, asked, members));
  }

  @Edge('document', Document, 'Document of the decision that gave the award.')
  @Needs<Award>('documentId')
  document(level: Level<Award>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
