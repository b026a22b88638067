import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Actor } from './actor.entity.js';
import { ApiKey } from './api-key.entity.js';
import { Appointment } from './appointment.entity.js';
import {
  ActorAt,
  AmendActor,
  AmendKey,
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
import { AppointmentActsService } from './appointment-acts.service.js';
import { KeyActsService } from './key-acts.service.js';
import { KeysService } from './keys.service.js';

@ApiTags('access')
@Controller('v1/communes/:commune')
export class ActorsController {
  constructor(
    private readonly service: ActorsService,
    private readonly appointments: AppointmentActsService,
    private readonly keysService: KeysService,
    private readonly keyActs: KeyActsService,
  ) {}

  @Get('actors')
  @Operation('actors', many(Actor))
  actors(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() list: ListActors) {
    return this.service.actors(caller, at.commune, list);
  }

  @Patch('actors/:actor')
  @Operation('amendActor', one(Actor))
  amendActor(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ActorAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendActor,
  ) {
    return this.service.amendActor(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('appointments')
  @Operation('appoint', created(Appointment, () => '../actors'))
  appoint(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: Appoint) {
    return this.appointments.appoint(caller, at.commune, input);
  }

  @Post('appointments/:id/end')
  @Operation('endAppointment', one(Appointment))
  endAppointment(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AppointmentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: EndAppointment,
  ) {
    return this.appointments.endAppointment(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('delegations')
  @Operation('delegate', created(Appointment, () => '../actors'))
  delegate(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: Delegate) {
    return this.appointments.delegate(caller, at.commune, input);
  }

  @Post('delegations/:id/end')
  @Operation('endDelegation', one(Appointment))
  endDelegation(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AppointmentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: EndAppointment,
  ) {
    return this.appointments.endDelegation(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Get('keys')
  @Operation('keys', many(ApiKey))
  keys(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListKeys,
    @Needed() members?: Projection,
  ) {
    return this.keysService.keys(caller, at.commune, list, members);
  }

  @Post('keys')
  @Operation('issueKey', created(ApiKey, () => '.'))
  issueKey(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: IssueKey) {
    return this.keyActs.issueKey(caller, at.commune, input);
  }

  @Post('keys/:id/confirm')
  @Operation('confirmKey', one(ApiKey))
  confirmKey(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() expectedVersion: number,
  ) {
    return this.keyActs.confirmKey(caller, { ...at, ...which, expectedVersion });
  }

  @Patch('keys/:id')
  @Operation('amendKey', one(ApiKey))
  amendKey(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendKey,
  ) {
    return this.keyActs.amendKey(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('keys/:id/rotate')
  @Operation('rotateKey', one(ApiKey))
  rotateKey(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RotateKey,
  ) {
    return this.keyActs.rotateKey(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('keys/:id/revoke')
  @Operation('revokeKey', one(ApiKey))
  revokeKey(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: KeyAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RevokeKey,
  ) {
    return this.keyActs.revokeKey(caller, { ...at, ...which, expectedVersion }, input);
  }
}
