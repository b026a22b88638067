import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { one, Operation } from '../api/operation.js';
import { Caller } from '../api/request.js';
import { ActorsService } from './actors.service.js';
import { Me } from './me.view.js';

@ApiTags('access')
@Controller('v1/me')
export class MeController {
  constructor(private readonly service: ActorsService) {}

  @Get()
  @Operation('me', one(Me))
  me(@Caller() actor: Actor) {
    return this.service.me(actor);
  }
}
