import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { Consultation } from './consultation.entity.js';
import { ListOwnConsultations } from './consultation.inputs.js';
import { ConsultationsService } from './consultations.service.js';

@Resolver(() => Nomination)
export class NominationConsultationsResolver {
  constructor(private readonly service: ConsultationsService) {}

  @Edge('consultations', Connection(Consultation), 'Consultations that the nominee was listed in, the newest first.')
  @Needs()
  consultations(level: Level<Nomination>, caller: Caller, @Args() list: ListOwnConsultations) {
    return level.pages((records, members) =>
      this.service.consultationsOf(caller, { of: 'nomination', records }, list, members),
    );
  }
}
