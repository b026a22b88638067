import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { many, one, Operation } from '../api/operation.js';
import { Caller } from '../api/request.js';
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
  awardForms(@Caller() actor: Actor, @Query() list: ListAwardForms) {
    return this.service.awardForms(actor, list);
  }

  // Another rule set begins on its day without a new version.
  @Get(':code')
  @Operation('awardForm', one(AwardForm, { turned: () => true }))
  awardForm(@Caller() actor: Actor, @Param() which: AwardFormAt, @Query() on: AsOf) {
    return this.service.awardForm(actor, which.code, on.asOf);
  }
}
