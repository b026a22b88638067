import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { ActorIdentity } from './actor-identity.entity.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityAt, LinkIdentity, ListIdentities, UnlinkIdentity } from './identity.inputs.js';

@Resolver(() => ActorIdentity)
export class IdentitiesResolver {
  constructor(private readonly service: IdentitiesService) {}

  @Reads('identities', Connection(ActorIdentity))
  async identities(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListIdentities,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.identities(caller, at.commune, list, members));
  }

  @Acts('linkIdentity', ActorIdentity)
  linkIdentity(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: LinkIdentity) {
    return this.service.linkIdentity(caller, at.commune, input);
  }

  @Acts('confirmIdentity', ActorIdentity)
  confirmIdentity(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: IdentityAt,
    @ExpectedVersion() expectedVersion: number,
  ) {
    return this.service.confirmIdentity(caller, { ...at, ...which, expectedVersion });
  }

  @Acts('unlinkIdentity', ActorIdentity)
  unlinkIdentity(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: IdentityAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: UnlinkIdentity,
  ) {
    return this.service.unlinkIdentity(caller, { ...at, ...which, expectedVersion }, input);
  }
}
