import { Args, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Reads } from '../api/operation.js';
import { Caller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { AwardFormAt, ListAwardForms } from './award-form.inputs.js';
import { AwardForm } from './award-form.view.js';
import { CatalogueService } from './catalogue.service.js';

@Resolver(() => AwardForm)
export class AwardFormsResolver {
  constructor(private readonly service: CatalogueService) {}

  @Reads('awardForms', Connection(AwardForm))
  async awardForms(@Caller() actor: Actor, @Args() list: ListAwardForms) {
    return connection(await this.service.awardForms(actor, list));
  }

  @Reads('awardForm', AwardForm)
  awardForm(@Caller() actor: Actor, @Args() which: AwardFormAt, @Args() on: AsOf) {
    return this.service.awardForm(actor, which.code, on.asOf);
  }
}
