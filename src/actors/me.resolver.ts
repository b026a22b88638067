import { Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Reads } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { ActorsService } from './actors.service.js';
import { Me } from './me.view.js';

@Resolver(() => Me)
export class MeResolver {
  constructor(private readonly service: ActorsService) {}

  @Reads('me', Me)
  me(@CurrentCaller() caller: Caller) {
    return this.service.me(caller);
  }
}
