import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Registration } from './registration.entity.js';
import { EndRegistration, ListRegistrations, RegisterEmulation, RegistrationAt } from './registration.inputs.js';
import { RegistrationsService } from './registrations.service.js';

@ApiTags('facts')
@Controller('v1/communes/:commune/registrations')
export class RegistrationsController {
  constructor(private readonly service: RegistrationsService) {}

  @Get()
  @Operation('registrations', many(Registration, { beside: ['unit.name'] }))
  registrations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListRegistrations,
    @Needed() members?: Projection,
  ) {
    return this.service.registrations(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('registration', one(Registration))
  registration(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RegistrationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.registration(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('registrationActions', many(PossibleAct, { sheet: false }))
  registrationActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: RegistrationAt) {
    return this.service.registrationActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('registerEmulation', created(Registration, ({ id }) => id))
  registerEmulation(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: RegisterEmulation) {
    return this.service.registerEmulation(caller, at.commune, input);
  }

  @Post(':id/end')
  @Operation('endRegistration', one(Registration))
  endRegistration(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RegistrationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: EndRegistration,
  ) {
    return this.service.endRegistration(caller, { ...at, ...which, expectedVersion }, input);
  }
}
