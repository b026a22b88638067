import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { CouncilMember } from './council-member.entity.js';
import { AppointMember, EndMembership, ListCouncils, MemberAt, RemoveMembership } from './council.inputs.js';
import { Council } from './council.view.js';
import { CouncilsService } from './councils.service.js';

@Resolver(() => CouncilMember)
export class CouncilsResolver {
  constructor(
    private readonly service: CouncilsService,
    private readonly units: UnitsService,
  ) {}

  @Reads('councils', Connection(Council))
  async councils(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListCouncils,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.councils(caller, at.commune, list, members));
  }

  @Acts('appointMember', CouncilMember)
  appointMember(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: AppointMember) {
    return this.service.appointMember(caller, at.commune, input);
  }

  @Acts('endMembership', CouncilMember)
  endMembership(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MemberAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: EndMembership,
  ) {
    return this.service.endMembership(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeMembership', CouncilMember)
  removeMembership(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MemberAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveMembership,
  ) {
    return this.service.removeMembership(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Edge('unit', Unit, 'The person, as they are today.')
  @Needs<CouncilMember>('personId')
  person(level: Level<CouncilMember>, caller: Caller) {
    return level.named('personId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
