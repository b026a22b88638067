import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { Caller } from '../api/request.js';
import { Commune } from '../communes/commune.entity.js';
import { Unit } from './unit.entity.js';
import { ListUnits } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Commune)
export class CommuneUnitsResolver {
  constructor(
    private readonly service: UnitsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('units', 'units', Connection(Unit), 'The units of the commune valid on a day.')
  async units(@Parent() { id }: Commune, @Caller() actor: Actor, @Args() list: ListUnits) {
    return connection(
      await this.loaders.load(`commune.units ${JSON.stringify(list)}`, id, (ids) =>
        this.service.unitsOf(
          actor,
          ids.map((each) => actor.inCommune(each)),
          list,
        ),
      ),
    );
  }
}
