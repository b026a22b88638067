import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Round } from '../nominations/round.entity.js';
import { Consultation } from './consultation.entity.js';
import { ListOwnConsultations } from './consultation.inputs.js';
import { ConsultationsService } from './consultations.service.js';

@Resolver(() => Round)
export class RoundConsultationsResolver {
  constructor(private readonly service: ConsultationsService) {}

  @Edge('consultations', Connection(Consultation), 'Consultations on nominations of the round, the newest first.')
  @Needs()
  consultations(level: Level<Round>, caller: Caller, @Args() list: ListOwnConsultations) {
    return level.pages((records, members) =>
      this.service.consultationsOf(caller, { of: 'round', records }, list, members),
    );
  }
}
