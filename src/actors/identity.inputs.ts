import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id } from '../api/shapes.js';
import { ActorIdentity } from './actor-identity.entity.js';

/** Names an identity by its id. */
@Parameters()
export class IdentityAt {
  @Asked(id, 'Id of the identity.')
  id: string;
}

/** Filters identities. */
@Parameters()
export class ListIdentities extends Paging {
  @Asked(code, 'Only of this actor.', { optional: true })
  actor?: string;
}

@InputBody('An identity at the OpenID Provider of the installation: a subject, or a client that acts for itself.')
export class LinkIdentity {
  @Asked(code, 'Key (code) of the actor.')
  actor: string;

  @AskedAs(ActorIdentity, { optional: true }) subject?: string;
  @AskedAs(ActorIdentity, { optional: true }) client?: string;
}

@InputBody('The reason an identity is unlinked for.')
export class UnlinkIdentity {
  @Reason()
  reason: string;
}
