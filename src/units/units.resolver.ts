import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { Unit } from './unit.entity.js';
import { ListUnits, UnitAt } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly service: UnitsService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('units', Connection(Unit))
  async units(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListUnits) {
    return connection(await this.service.units(actor, at.commune, list));
  }

  @Reads('unit', Unit)
  unit(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: UnitAt, @Args() on: AsOf) {
    return this.service.unit(actor, at.commune, which.unit, on.asOf);
  }

  @Edge('unit', 'parent', Unit, 'The unit above, as it is today.')
  parent(@Parent() { communeId, parentId }: Unit, @Caller() actor: Actor) {
    return parentId && this.loaders.load('unit', { communeId, id: parentId }, (asked) => this.service.unitsById(actor, asked));
  }
}
