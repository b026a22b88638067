import { Args, Resolver } from '@nestjs/graphql';
import { connection, Connection } from './connection.js';
import { Reads } from './operation.js';
import { RefusalAt } from './refusal.inputs.js';
import { RefusalText } from './refusal.view.js';
import { RefusalsService } from './refusals.service.js';

@Resolver(() => RefusalText)
export class RefusalsResolver {
  constructor(private readonly service: RefusalsService) {}

  @Reads('refusals', Connection(RefusalText))
  refusals() {
    return connection(this.service.refusals());
  }

  @Reads('refusal', RefusalText)
  refusal(@Args() which: RefusalAt) {
    return this.service.refusal(which.code);
  }
}
