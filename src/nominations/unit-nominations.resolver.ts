import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Unit } from '../units/unit.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListOwnNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Unit)
export class UnitNominationsResolver {
  constructor(
    private readonly service: NominationsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('nominations', 'nominations', Connection(Nomination), 'Nominations of the unit or person, the newest first.')
  async nominations(
    @Parent() { communeId, id }: Unit,
    @CurrentCaller() caller: Caller,
    @Args() list: ListOwnNominations,
  ) {
    return connection(
      await this.loaders.load(`unit.nominations ${JSON.stringify(list)}`, { communeId, id }, (asked) =>
        this.service.nominationsOf(caller, 'unit', asked, list),
      ),
    );
  }
}
