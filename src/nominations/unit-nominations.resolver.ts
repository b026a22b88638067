import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListOwnNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Unit)
export class UnitNominationsResolver {
  constructor(private readonly service: NominationsService) {}

  @Edge('nominations', Connection(Nomination), 'Nominations of the unit or person, the newest first.')
  @Needs()
  nominations(level: Level<Unit>, caller: Caller, @Args() list: ListOwnNominations) {
    return level.pages((asked, members) =>
      this.service.nominationsOf(caller, { of: 'unit', records: asked }, list, members),
    );
  }
}
