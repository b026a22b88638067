import { Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Indicator } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';
import { Target } from './target.entity.js';

@Resolver(() => Target)
export class TargetsResolver {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly units: UnitsService,
  ) {}

  @Edge('indicator', Indicator, 'Indicator of the target.')
  @Needs<Target>('indicatorId')
  indicator(level: Level<Target>, caller: Caller) {
    return level.named('indicatorId', (asked, members) => this.indicators.indicatorsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Unit of the target, as the unit is today.')
  @Needs<Target>('unitId')
  unit(level: Level<Target>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
