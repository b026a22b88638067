import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
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
  async units(@Parent() { id }: Commune, @CurrentCaller() caller: Caller, @Args() list: ListUnits) {
    return connection(
      await this.loaders.load(`commune.units ${JSON.stringify(list)}`, id, (ids) =>
        this.service.unitsOf(
          caller,
          ids.map((each) => caller.inCommune(each)),
          list,
        ),
      ),
    );
  }
}
