import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { FundAt } from '../money/fund.inputs.js';
import { FundState } from './fund-state.view.js';
import { FundStatesService } from './fund-states.service.js';

@ApiTags('decisions')
@Controller('v1/communes/:commune/fund')
export class FundStatesController {
  constructor(private readonly service: FundStatesService) {}

  @Get(':year')
  @Operation('fund', one(FundState, { timeDependent: { reads: [], changes: () => true } }))
  fund(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: FundAt) {
    return this.service.fund(caller, { ...at, ...which });
  }
}
