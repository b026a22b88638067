import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
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

@Resolver(() => Actor)
export class ActorsResolver {
  constructor(
    private readonly service: ActorsService,
    private readonly appointments: AppointmentActsService,
    private readonly keysService: KeysService,
    private readonly keyActs: KeyActsService,
  ) {}

  @Reads('actors', Connection(Actor))
  async actors(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() list: ListActors) {
    return connection(await this.service.actors(caller, at.commune, list));
  }

  @Acts('amendActor', Actor)
  amendActor(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ActorAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendActor,
  ) {
    return this.service.amendActor(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('appoint', Appointment)
  appoint(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: Appoint) {
    return this.appointments.appoint(caller, at.commune, input);
  }

  @Acts('endAppointment', Appointment)
  endAppointment(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AppointmentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: EndAppointment,
  ) {
    return this.appointments.endAppointment(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('delegate', Appointment)
  delegate(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: Delegate) {
    return this.appointments.delegate(caller, at.commune, input);
  }

  @Acts('endDelegation', Appointment)
  endDelegation(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AppointmentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: EndAppointment,
  ) {
    return this.appointments.endDelegation(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Reads('keys', Connection(ApiKey))
  async keys(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListKeys,
    @Needed() members?: Projection,
  ) {
    return connection(await this.keysService.keys(caller, at.commune, list, members));
  }

  @Acts('issueKey', ApiKey)
  issueKey(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: IssueKey) {
    return this.keyActs.issueKey(caller, at.commune, input);
  }

  @Acts('confirmKey', ApiKey)
  confirmKey(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() expectedVersion: number,
  ) {
    return this.keyActs.confirmKey(caller, { ...at, ...which, expectedVersion });
  }

  @Acts('amendKey', ApiKey)
  amendKey(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendKey,
  ) {
    return this.keyActs.amendKey(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('rotateKey', ApiKey)
  rotateKey(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RotateKey,
  ) {
    return this.keyActs.rotateKey(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('revokeKey', ApiKey)
  revokeKey(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RevokeKey,
  ) {
    return this.keyActs.revokeKey(caller, { ...at, ...which, expectedVersion }, input);
  }
}
