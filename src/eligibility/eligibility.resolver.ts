import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { NominationAt } from '../nominations/nomination.inputs.js';
import { RoundAt } from '../nominations/round.inputs.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { AskEligibility, ListCandidates } from './eligibility.inputs.js';
import { EligibilityService } from './eligibility.service.js';
import { Eligibility } from './eligibility.view.js';

@Resolver(() => Eligibility)
export class EligibilityResolver {
  constructor(
    private readonly service: EligibilityService,
    private readonly units: UnitsService,
  ) {}

  @Reads('eligibility', Eligibility)
  eligibility(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() asked: AskEligibility) {
    return this.service.eligibility(caller, at.commune, asked);
  }

  @Reads('nominationEligibility', Connection(Eligibility))
  async nominationEligibility(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: NominationAt) {
    return connection(await this.service.nominationEligibility(caller, { ...at, ...which }));
  }

  @Reads('candidates', Connection(Eligibility))
  async candidates(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @Args() list: ListCandidates,
  ) {
    return connection(await this.service.candidates(caller, { ...at, ...which }, list));
  }

  @Edge('unit', Unit, 'Nominee, as valid today.')
  @Needs<Eligibility>('unitId')
  unit(level: Level<Eligibility>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
