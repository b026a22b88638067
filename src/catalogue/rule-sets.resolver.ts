import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Reads } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { ListSpans } from './award-form.inputs.js';
import { CatalogueService } from './catalogue.service.js';
import { BaseSalary, RuleSet } from './rule-set.view.js';

@Resolver(() => RuleSet)
export class RuleSetsResolver {
  constructor(private readonly service: CatalogueService) {}

  @Reads('ruleSets', Connection(RuleSet))
  async ruleSets(@CurrentCaller() caller: Caller, @Args() list: ListSpans) {
    return connection(await this.service.ruleSets(caller, list));
  }

  @Reads('baseSalaries', Connection(BaseSalary))
  async baseSalaries(@CurrentCaller() caller: Caller, @Args() list: ListSpans) {
    return connection(await this.service.baseSalaries(caller, list));
  }
}
