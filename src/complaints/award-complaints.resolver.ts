import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Award } from '../commendations/award.entity.js';
import { Complaint } from './complaint.entity.js';
import { ListOwnComplaints } from './complaint.inputs.js';
import { ComplaintsService } from './complaints.service.js';

@Resolver(() => Award)
export class AwardComplaintsResolver {
  constructor(private readonly service: ComplaintsService) {}

  @Edge('complaints', Connection(Complaint), 'Complaints about the award, the newest first.')
  @Needs()
  complaints(level: Level<Award>, caller: Caller, @Args() list: ListOwnComplaints) {
    return level.pages((awards, members) => this.service.complaintsOf(caller, awards, list, members));
  }
}
