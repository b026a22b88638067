import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Reads } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { AwardFormAt, ListAwardForms } from './award-form.inputs.js';
import { AwardForm } from './award-form.view.js';
import { CatalogueService } from './catalogue.service.js';

@Resolver(() => AwardForm)
export class AwardFormsResolver {
  constructor(private readonly service: CatalogueService) {}

  @Reads('awardForms', Connection(AwardForm))
  async awardForms(@CurrentCaller() caller: Caller, @Args() list: ListAwardForms) {
    return connection(await this.service.awardForms(caller, list));
  }

  @Reads('awardForm', AwardForm)
  awardForm(@CurrentCaller() caller: Caller, @Args() which: AwardFormAt, @Args() on: AsOf) {
    return this.service.awardForm(caller, which.code, on.asOf);
  }
}
