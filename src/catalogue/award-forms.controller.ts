import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { AwardFormAt, ListAwardForms } from './award-form.inputs.js';
import { AwardForm } from './award-form.view.js';
import { CatalogueService } from './catalogue.service.js';

@ApiTags('catalogue')
@Controller('v1/award-forms')
export class AwardFormsController {
  constructor(private readonly service: CatalogueService) {}

  @Get()
  @Operation('awardForms', many(AwardForm))
  awardForms(@CurrentCaller() caller: Caller, @Query() list: ListAwardForms) {
    return this.service.awardForms(caller, list);
  }

  // Another rule set begins on its day without a new version.
  @Get(':code')
  @Operation('awardForm', one(AwardForm, { timeDependent: { reads: [], changes: () => true } }))
  awardForm(@CurrentCaller() caller: Caller, @Param() which: AwardFormAt, @Query() on: AsOf) {
    return this.service.awardForm(caller, which.code, on.asOf);
  }
}
