import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller, IfMatch } from '../api/request.js';
import { ActorEntity, ApiKey, Appointment } from './actor.entity.js';
import {
  Appoint,
  AppointmentAt,
  Delegate,
  EndAppointment,
  IssueKey,
  KeyAt,
  ListActors,
  ListKeys,
  RevokeKey,
  RotateKey,
} from './actor.inputs.js';
import { ActorsService } from './actors.service.js';
import { AppointmentsService } from './appointments.service.js';
import { KeysService } from './keys.service.js';

@ApiTags('access')
@Controller('v1/communes/:commune')
export class ActorsController {
  constructor(
    private readonly service: ActorsService,
    private readonly appointments: AppointmentsService,
    private readonly keysService: KeysService,
  ) {}

  @Get('actors')
  @Operation('actors', many(ActorEntity))
  actors(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListActors) {
    return this.service.actors(actor, at.commune, list);
  }

  @Post('appointments')
  @Operation('appoint', made(Appointment, () => '../actors'))
  appoint(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: Appoint) {
    return this.appointments.appoint(actor, at.commune, input);
  }

  @Post('appointments/:id/end')
  @Operation('endAppointment', one(Appointment))
  endAppointment(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: AppointmentAt,
    @IfMatch() version: number,
    @Body() input: EndAppointment,
  ) {
    return this.appointments.endAppointment(actor, at.commune, which.id, version, input);
  }

  @Post('delegations')
  @Operation('delegate', made(Appointment, () => '../actors'))
  delegate(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: Delegate) {
    return this.appointments.delegate(actor, at.commune, input);
  }

  @Post('delegations/:id/end')
  @Operation('endDelegation', one(Appointment))
  endDelegation(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: AppointmentAt,
    @IfMatch() version: number,
    @Body() input: EndAppointment,
  ) {
    return this.appointments.endDelegation(actor, at.commune, which.id, version, input);
  }

  @Get('keys')
  @Operation('keys', many(ApiKey))
  keys(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListKeys) {
    return this.keysService.keys(actor, at.commune, list);
  }

  @Post('keys')
  @Operation('issueKey', made(ApiKey, () => '.'))
  issueKey(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: IssueKey) {
    return this.keysService.issueKey(actor, at.commune, input);
  }

  @Post('keys/:id/rotate')
  @Operation('rotateKey', one(ApiKey))
  rotateKey(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() version: number,
    @Body() input: RotateKey,
  ) {
    return this.keysService.rotateKey(actor, at.commune, which.id, version, input);
  }

  @Post('keys/:id/revoke')
  @Operation('revokeKey', one(ApiKey))
  revokeKey(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() version: number,
    @Body() input: RevokeKey,
  ) {
    return this.keysService.revokeKey(actor, at.commune, which.id, version, input);
  }
}
