import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitAt } from '../units/unit.inputs.js';
import { UnitsService } from '../units/units.service.js';
import { ListHonours } from './honour.inputs.js';
import { Honour } from './honour.view.js';
import { HonoursService } from './honours.service.js';

@Resolver(() => Honour)
export class HonoursResolver {
  constructor(
    private readonly service: HonoursService,
    private readonly awards: AwardsService,
    private readonly units: UnitsService,
  ) {}

  @Reads('honours', Connection(Honour))
  async honours(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @Args() list: ListHonours,
  ) {
    return connection(await this.service.honours(caller, { ...at, ...which }, list));
  }

  @Edge('award', Award, 'Award of the line.')
  @Needs<Honour>('awardId')
  award(level: Level<Honour>, caller: Caller) {
    return level.named('awardId', (asked, members) => this.awards.awardsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Unit of the line, as valid today.')
  @Needs<Honour>('unitId')
  unit(level: Level<Honour>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
