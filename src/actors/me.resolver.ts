import { Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Reads } from '../api/operation.js';
import { Caller } from '../api/request.js';
import { ActorsService } from './actors.service.js';
import { Me } from './me.view.js';

@Resolver(() => Me)
export class MeResolver {
  constructor(private readonly service: ActorsService) {}

  @Reads('me', Me)
  me(@Caller() actor: Actor) {
    return this.service.me(actor);
  }
}
