import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatchOrNone } from '../api/request.js';
import { Fund } from './fund.entity.js';
import { FundAt, SetFund } from './fund.inputs.js';
import { FundsService } from './funds.service.js';

@ApiTags('decisions')
@Controller('v1/communes/:commune/fund')
export class FundsController {
  constructor(private readonly service: FundsService) {}

  @Put(':year')
  @Operation('setFund', put(Fund))
  setFund(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FundAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SetFund,
  ) {
    return this.service.setFund(caller, { ...at, ...which, expectedVersion }, input);
  }
}
