import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { one, Operation } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { ActorsService } from './actors.service.js';
import { Me } from './me.view.js';

@ApiTags('access')
@Controller('v1/me')
export class MeController {
  constructor(private readonly service: ActorsService) {}

  @Get()
  @Operation('me', one(Me))
  me(@CurrentCaller() caller: Caller) {
    return this.service.me(caller);
  }
}
