import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { Fact } from './fact.entity.js';
import { ListOwnFacts } from './fact.inputs.js';
import { FactsService } from './facts.service.js';
import { Registration } from './registration.entity.js';
import { ListOwnRegistrations } from './registration.inputs.js';
import { RegistrationsService } from './registrations.service.js';

@Resolver(() => Unit)
export class UnitFactsResolver {
  constructor(
    private readonly service: FactsService,
    private readonly registrationsService: RegistrationsService,
  ) {}

  @Edge('facts', Connection(Fact), 'Its facts, the newest recorded first.')
  @Needs()
  facts(level: Level<Unit>, caller: Caller, @Args() list: ListOwnFacts) {
    return level.pages((units, members) => this.service.factsOf(caller, units, list, members));
  }

  @Edge('registrations', Connection(Registration), 'Its registrations for emulation, the newest first.')
  @Needs()
  registrations(level: Level<Unit>, caller: Caller, @Args() list: ListOwnRegistrations) {
    return level.pages((units, members) => this.registrationsService.registrationsOf(caller, units, list, members));
  }
}
