import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { many, one, Operation } from './operation.js';
import { RefusalAt } from './refusal.inputs.js';
import { RefusalText } from './refusal.view.js';
import { RefusalsService } from './refusals.service.js';

@ApiTags('catalogue')
@Controller('v1/refusals')
export class RefusalsController {
  constructor(private readonly service: RefusalsService) {}

  @Get()
  @Operation('refusals', many(RefusalText, { sheet: false }))
  refusals() {
    return this.service.refusals();
  }

  @Get(':code')
  @Operation('refusal', one(RefusalText))
  refusal(@Param() which: RefusalAt) {
    return this.service.refusal(which.code);
  }
}
