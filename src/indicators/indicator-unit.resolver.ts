import { Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { Caller } from '../api/request.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Indicator } from './indicator.entity.js';

@Resolver(() => Indicator)
export class IndicatorUnitResolver {
  constructor(
    private readonly units: UnitsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('unit', 'responsibleUnit', Unit, 'The unit that answers for it, as it is today.')
  responsibleUnit(@Parent() { communeId, responsibleUnitId }: Indicator, @Caller() actor: Actor) {
    return responsibleUnitId && this.loaders.load('unit', { communeId, id: responsibleUnitId }, (asked) => this.units.unitsById(actor, asked));
  }
}
