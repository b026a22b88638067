import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { ListRounds, RoundAt } from '../nominations/round.inputs.js';
import { QuotasService } from './quotas.service.js';
import { RoundQuota } from './quota.view.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/rounds/:id/quotas')
export class QuotasController {
  constructor(private readonly service: QuotasService) {}

  @Get()
  @Operation('quotas', many(RoundQuota))
  quotas(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: RoundAt, @Query() list: ListRounds) {
    return this.service.quotas(caller, { ...at, ...which }, list);
  }
}
