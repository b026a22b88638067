import { Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { CandidateStanding } from './candidate.view.js';

@Resolver(() => CandidateStanding)
export class CandidatesResolver {
  constructor(private readonly units: UnitsService) {}

  @Edge('unit', Unit, 'Unit of the row, as it is today.')
  @Needs<CandidateStanding>('unitId')
  unit(level: Level<CandidateStanding>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
