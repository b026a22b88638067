import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Matter } from '../councils/matter.entity.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingAt } from '../councils/meeting.inputs.js';
import { AmendMeeting, CloseMeeting, ConveneMeeting, ReopenMeeting } from './meeting.inputs.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { Nomination } from './nomination.entity.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Matter)
export class NominationMeetingsResolver {
  constructor(
    private readonly service: NominationMeetingsService,
    private readonly nominations: NominationsService,
  ) {}

  @Acts('conveneMeeting', Meeting)
  conveneMeeting(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: ConveneMeeting) {
    return this.service.conveneMeeting(caller, at.commune, input);
  }

  @Acts('amendMeeting', Meeting)
  amendMeeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendMeeting,
  ) {
    return this.service.amendMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('closeMeeting', Meeting)
  closeMeeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CloseMeeting,
  ) {
    return this.service.closeMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('reopenMeeting', Meeting)
  reopenMeeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReopenMeeting,
  ) {
    return this.service.reopenMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Edge('nomination', Nomination, 'The nomination that is deliberated on.')
  @Needs<Matter>('nominationId')
  nomination(level: Level<Matter>, caller: Caller) {
    return level.named('nominationId', (asked, members) => this.nominations.nominationsById(caller, asked, members));
  }
}
