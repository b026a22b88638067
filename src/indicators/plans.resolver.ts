import { Args, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Acts, Edge, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Indicator } from './indicator.entity.js';
import { AmendIndicator, IndicatorAt, ListIndicators } from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { Plan } from './plan.entity.js';
import { ListPlans, PlanAt } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@Resolver(() => Plan)
export class PlansResolver {
  constructor(
    private readonly service: PlansService,
    private readonly indicatorsService: IndicatorsService,
    private readonly documents: DocumentsService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('plans', Connection(Plan))
  async plans(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListPlans) {
    return connection(await this.service.plans(actor, at.commune, list));
  }

  @Reads('plan', Plan)
  plan(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: PlanAt) {
    return this.service.plan(actor, at.commune, which.plan);
  }

  @Reads('indicators', Connection(Indicator))
  async indicators(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() of: PlanAt, @Args() list: ListIndicators) {
    return connection(await this.indicatorsService.indicators(actor, at.commune, of.plan, list));
  }

  @Reads('indicator', Indicator)
  indicator(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() of: PlanAt, @Args() which: IndicatorAt) {
    return this.indicatorsService.indicator(actor, at.commune, of.plan, which.code);
  }

  @Acts('amendIndicator', Indicator)
  amendIndicator(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: IndicatorAt,
    @Args('expectedVersion', { type: () => Int, description: 'The version you have read.' }) version: number,
    @Args('input', { description: 'What to change.' }) input: AmendIndicator,
  ) {
    return this.indicatorsService.amendIndicator(actor, at.commune, of.plan, which.code, version, input);
  }

  @Edge('document', 'document', Document, 'The document that states the plan.')
  document(@Parent() { communeId, documentId }: Plan, @Caller() actor: Actor) {
    return this.loaders.load('document', { communeId, id: documentId }, (asked) => this.documents.documents(actor, asked));
  }

  @Edge('indicators', 'indicators', Connection(Indicator), 'Its indicators, in the order of the document.')
  async planIndicators(@Parent() { communeId, id }: Plan, @Caller() actor: Actor, @Args() list: ListIndicators) {
    return connection(await this.loaders.load(`plan.indicators ${JSON.stringify(list)}`, { communeId, id }, (plans) => this.indicatorsService.indicatorsOf(actor, plans, list)));
  }
}
