import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Loaders } from '../api/loaders.js';
import { Acts, Edge, ExpectedVersion, Input } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Matter } from '../councils/matter.entity.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingAt } from '../councils/meeting.inputs.js';
import { CloseMeeting, ConveneMeeting } from './meeting.inputs.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { Nomination } from './nomination.entity.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Matter)
export class NominationMeetingsResolver {
  constructor(
    private readonly service: NominationMeetingsService,
    private readonly nominations: NominationsService,
    private readonly loaders: Loaders,
  ) {}

  @Acts('conveneMeeting', Meeting)
  conveneMeeting(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: ConveneMeeting) {
    return this.service.conveneMeeting(actor, at.commune, input);
  }

  @Acts('closeMeeting', Meeting)
  closeMeeting(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() version: number,
    @Input() input: CloseMeeting,
  ) {
    return this.service.closeMeeting(actor, at.commune, which.id, version, input);
  }

  @Edge('nomination', 'nomination', Nomination, 'The nomination that is deliberated on.')
  nomination(@Parent() { communeId, nominationId }: Matter, @Caller() actor: Actor) {
    return this.loaders.load('nomination', { communeId, id: nominationId }, (asked) =>
      this.nominations.nominationsById(actor, asked),
    );
  }
}
