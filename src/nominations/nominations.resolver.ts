import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Acts, Edge, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller } from '../api/request.js';
import { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { NominationActsService } from './nomination-acts.service.js';
import { Nomination } from './nomination.entity.js';
import {
  AppraiseNomination,
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
    private readonly rounds: RoundsService,
    private readonly catalogue: CatalogueService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('nominations', Connection(Nomination))
  async nominations(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListNominations) {
    return connection(await this.service.nominations(actor, at.commune, list));
  }

  @Reads('nomination', Nomination)
  nomination(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: NominationAt) {
    return this.service.nomination(actor, at.commune, which.id);
  }

  @Acts('nominate', Nomination)
  nominate(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: Nominate) {
    return this.acts.nominate(actor, at.commune, input);
  }

  @Acts('submitNomination', Nomination)
  submitNomination(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() version: number,
    @Input() input: SubmitNomination,
  ) {
    return this.acts.submitNomination(actor, at.commune, which.id, version, input);
  }

  @Acts('returnNomination', Nomination)
  returnNomination(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() version: number,
    @Input() input: ReturnNomination,
  ) {
    return this.acts.returnNomination(actor, at.commune, which.id, version, input);
  }

  @Acts('appraiseNomination', Nomination)
  appraiseNomination(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() version: number,
    @Input() input: AppraiseNomination,
  ) {
    return this.acts.appraiseNomination(actor, at.commune, which.id, version, input);
  }

  @Acts('withdrawNomination', Nomination)
  withdrawNomination(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: NominationAt,
    @ExpectedVersion() version: number,
    @Input() input: WithdrawNomination,
  ) {
    return this.acts.withdrawNomination(actor, at.commune, which.id, version, input);
  }

  @Edge('nominationActions', 'actions', [PossibleAct], 'What you may do with it now, and why not.')
  async actions(@Parent() { communeId, id }: Nomination, @Caller() actor: Actor) {
    return (await this.service.nominationActions(actor, actor.inCommune(communeId).key, id)).items;
  }

  @Edge('awardForm', 'form', AwardForm, 'What it is for, as its rule set has it.')
  form(@Parent() { ruleSet, formCode: code }: Nomination, @Caller() actor: Actor) {
    return this.loaders.load('awardForm', { ruleSet, code }, (asked) => this.catalogue.formsOf(actor, asked));
  }

  @Edge('round', 'round', Round, 'The round it belongs to.')
  round(@Parent() { communeId, roundId }: Nomination, @Caller() actor: Actor) {
    return this.loaders.load('round', { communeId, id: roundId }, (asked) => this.rounds.roundsById(actor, asked));
  }
}
