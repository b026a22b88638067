import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { ListSpans } from './award-form.inputs.js';
import { CatalogueService } from './catalogue.service.js';
import { BaseSalary, RuleSet } from './rule-set.view.js';

@ApiTags('catalogue')
@Controller('v1')
export class RuleSetsController {
  constructor(private readonly service: CatalogueService) {}

  @Get('rule-sets')
  @Operation('ruleSets', many(RuleSet))
  ruleSets(@CurrentCaller() caller: Caller, @Query() list: ListSpans) {
    return this.service.ruleSets(caller, list);
  }

  @Get('base-salaries')
  @Operation('baseSalaries', many(BaseSalary))
  baseSalaries(@CurrentCaller() caller: Caller, @Query() list: ListSpans) {
    return this.service.baseSalaries(caller, list);
  }
}
