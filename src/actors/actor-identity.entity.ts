import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { code, flag, id, oneOf } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import type { IdentityState } from './identity.workflow.js';

const state = oneOf(
  'IdentityState',
  ['ACTIVE', 'PENDING'],
  'State of an identity. PENDING: its actor has a deciding role, and nobody has confirmed it.',
);

/** An identity (tài khoản đăng nhập) of an actor at an OpenID Provider: access tokens of it act as a key would. */
@Entity('identity')
@ObjectType({
  description: 'An identity (tài khoản đăng nhập) of an actor at the OpenID Provider of the installation.',
})
export class ActorIdentity {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor.')
  actorId: string;

  @Shown(code, 'Key of the actor.')
  actorKey: string;

  @Stored(line(500), 'Issuer of its tokens (claim `iss`).')
  issuer: string;

  @Stored(line(255), 'Subject of its tokens (claim `sub`), of a person; null: a client.', { nullable: true })
  subject: string | null;

  @Stored(line(255), 'Client (claim `client_id` or `azp`) that acts for itself, of a system; null: a person.', {
    nullable: true,
  })
  client: string | null;

  @Stored(flag, 'Whether a second person, or the operator, has confirmed it.')
  confirmed: boolean;

  @Stored(id, 'Id of the actor who linked it; null: the operator.', { nullable: true })
  linkedById: string | null;

  @Shown(state, 'State as of today. Tokens of a PENDING identity are refused until it is confirmed.', {
    optional: true,
  })
  state?: IdentityState;
}
