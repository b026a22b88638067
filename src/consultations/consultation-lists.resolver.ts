import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Consultation } from './consultation.entity.js';
import { ListListings } from './consultation.inputs.js';
import { ConsultationsService } from './consultations.service.js';
import { Listing } from './listing.entity.js';
import { Objection } from './objection.entity.js';
import { ListOwnObjections } from './objection.inputs.js';
import { ObjectionsService } from './objections.service.js';

/** Edges to the nominees on the list of a consultation, and to the objections. */
@Resolver(() => Consultation)
export class ConsultationListsResolver {
  constructor(
    private readonly service: ConsultationsService,
    private readonly objectionsService: ObjectionsService,
  ) {}

  @Edge('listings', Connection(Listing), 'Nominees on the list, in the order in which they hang.')
  @Needs()
  listings(level: Level<Consultation>, caller: Caller, @Args() list: ListListings) {
    return level.pages((asked, members) => this.service.listingsOf(caller, asked, list, members));
  }

  @Edge('objections', Connection(Objection), 'Objections to nominees on the list, the newest first.')
  @Needs()
  objections(level: Level<Consultation>, caller: Caller, @Args() list: ListOwnObjections) {
    return level.pages((asked, members) => this.objectionsService.objectionsOf(caller, asked, list, members));
  }
}
