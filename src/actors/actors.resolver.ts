import { Args, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
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

@Resolver(() => ActorEntity)
export class ActorsResolver {
  constructor(
    private readonly service: ActorsService,
    private readonly appointments: AppointmentsService,
    private readonly keysService: KeysService,
  ) {}

  @Reads('actors', Connection(ActorEntity))
  async actors(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListActors) {
    return connection(await this.service.actors(actor, at.commune, list));
  }

  @Acts('appoint', Appointment)
  appoint(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: Appoint) {
    return this.appointments.appoint(actor, at.commune, input);
  }

  @Acts('endAppointment', Appointment)
  endAppointment(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: AppointmentAt,
    @ExpectedVersion() version: number,
    @Input() input: EndAppointment,
  ) {
    return this.appointments.endAppointment(actor, at.commune, which.id, version, input);
  }

  @Acts('delegate', Appointment)
  delegate(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: Delegate) {
    return this.appointments.delegate(actor, at.commune, input);
  }

  @Acts('endDelegation', Appointment)
  endDelegation(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: AppointmentAt,
    @ExpectedVersion() version: number,
    @Input() input: EndAppointment,
  ) {
    return this.appointments.endDelegation(actor, at.commune, which.id, version, input);
  }

  @Reads('keys', Connection(ApiKey))
  async keys(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListKeys) {
    return connection(await this.keysService.keys(actor, at.commune, list));
  }

  @Acts('issueKey', ApiKey)
  issueKey(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: IssueKey) {
    return this.keysService.issueKey(actor, at.commune, input);
  }

  @Acts('rotateKey', ApiKey)
  rotateKey(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() version: number,
    @Input() input: RotateKey,
  ) {
    return this.keysService.rotateKey(actor, at.commune, which.id, version, input);
  }

  @Acts('revokeKey', ApiKey)
  revokeKey(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: KeyAt,
    @ExpectedVersion() version: number,
    @Input() input: RevokeKey,
  ) {
    return this.keysService.revokeKey(actor, at.commune, which.id, version, input);
  }
}
