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
import { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { NominationActsService } from './nomination-acts.service.js';
import { NominationAmendmentsService } from './nomination-amendments.service.js';
import { Nomination } from './nomination.entity.js';
import {
  AmendNomination,
  AppraiseNomination,
  DropNomination,
  ListNominations,
  Nominate,
  NominationAt,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';
import { Round } from './round.entity.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => Nomination)
export class NominationsResolver {
  constructor(
    private readonly service: NominationsService,
    private readonly acts: NominationActsService,
    private readonly amendments: NominationAmendmentsService,
    private readonly rounds: RoundsService,
    private readonly catalogue: CatalogueService,
    private readonly records: RecordsService,
  ) {}

  @Reads('nominations', Connection(Nomination))
  async nominations(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListNominations,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.nominations(caller, at.commune, list, members));
  }

  @Reads('nomination', Nomination)
  nomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.nomination(caller, at.commune, which.id, members);
  }

  @Acts('nominate', Nomination)
  nominate(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: Nominate) {
    return this.acts.nominate(caller, at.commune, input);
  }

  @Acts('amendNomination', Nomination)
  amendNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendNomination,
  ) {
    return this.amendments.amendNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('dropNomination', Nomination)
  dropNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropNomination,
  ) {
    return this.amendments.dropNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('submitNomination', Nomination)
  submitNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SubmitNomination,
  ) {
    return this.acts.submitNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('returnNomination', Nomination)
  returnNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReturnNomination,
  ) {
    return this.acts.returnNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('appraiseNomination', Nomination)
  appraiseNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AppraiseNomination,
  ) {
    return this.acts.appraiseNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('withdrawNomination', Nomination)
  withdrawNomination(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: WithdrawNomination,
  ) {
    return this.acts.withdrawNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('nominationActions')
  actions({ parents }: Level<Nomination>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('awardForm', AwardForm, 'Award form of the nomination, by its rule set.')
  @Needs<Nomination>('ruleSet', 'formCode')
  form({ parents }: Level<Nomination>, caller: Caller) {
    return this.catalogue.formsOf(
      caller,
      parents.map(({ ruleSet, formCode: code }) => ({ ruleSet, code })),
    );
  }

  @Edge('round', Round, 'Round of the nomination.')
  @Needs<Nomination>('roundId')
  round(level: Level<Nomination>, caller: Caller) {
    return level.named('roundId', (asked, members) => this.rounds.roundsById(caller, asked, members));
  }
}
