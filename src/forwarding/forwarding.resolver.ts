import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationAt } from '../nominations/nomination.inputs.js';
import { ForwardNomination, ReceiveNomination, RecordOutcome } from './forwarding.inputs.js';
import { ForwardingService } from './forwarding.service.js';
import { OutcomeActsService } from './outcome-acts.service.js';
import { Outcome } from './outcome.entity.js';
import { OutcomesService } from './outcomes.service.js';

@Resolver(() => Nomination)
export class ForwardingResolver {
  constructor(
    private readonly forwarding: ForwardingService,
    private readonly acts: OutcomeActsService,
    private readonly service: OutcomesService,
  ) {}

  @Acts('forwardNomination', Nomination)
  forwardNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ForwardNomination,
  ) {
    return this.forwarding.forwardNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('receiveNomination', Nomination)
  receiveNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReceiveNomination,
  ) {
    return this.forwarding.receiveNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('recordOutcome', Nomination)
  recordOutcome(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RecordOutcome,
  ) {
    return this.acts.recordOutcome(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Reads('outcomes', Connection(Outcome))
  async outcomes(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.outcomes(caller, { ...at, ...which }, members));
  }
}

@Resolver(() => Nomination)
export class NominationOutcomesResolver {
  constructor(private readonly service: OutcomesService) {}

  @Edge('outcomes', [Outcome], 'Outcomes from above, oldest first: the last stands.')
  outcomes({ parents, members }: Level<Nomination>, caller: Caller) {
    return this.service.outcomesOf(caller, parents, members);
  }
}

@Resolver(() => Outcome)
export class OutcomeDocumentResolver {
  constructor(private readonly documents: DocumentsService) {}

  @Edge('document', Document, 'Document of the outcome.')
  @Needs<Outcome>('documentId')
  document(level: Level<Outcome>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
