import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { NominationAt } from '../nominations/nomination.inputs.js';
import { RoundAt } from '../nominations/round.inputs.js';
import { AskEligibility, ListCandidates } from './eligibility.inputs.js';
import { EligibilityService } from './eligibility.service.js';
import { Eligibility } from './eligibility.view.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune')
export class EligibilityController {
  constructor(private readonly service: EligibilityService) {}

  @Get('eligibility')
  @Operation('eligibility', one(Eligibility))
  eligibility(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() asked: AskEligibility) {
    return this.service.eligibility(caller, at.commune, asked);
  }

  @Get('nominations/:id/eligibility')
  @Operation('nominationEligibility', many(Eligibility, { sheet: false }))
  nominationEligibility(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: NominationAt) {
    return this.service.nominationEligibility(caller, { ...at, ...which });
  }

  @Get('rounds/:id/candidates')
  @Operation('candidates', many(Eligibility, { beside: ['unit.name'] }))
  candidates(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @Query() list: ListCandidates,
  ) {
    return this.service.candidates(caller, { ...at, ...which }, list);
  }
}
