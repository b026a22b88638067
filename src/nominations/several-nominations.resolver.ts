import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Acts, Input } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Meeting } from '../councils/meeting.entity.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { AppraiseNominations, InRound, RecordHeldMeeting, SubmitNominations } from './several.inputs.js';
import { SeveralNominationsService } from './several-nominations.service.js';
import { SeveralNominations } from './several-nominations.view.js';

@Resolver()
export class SeveralNominationsResolver {
  constructor(
    private readonly service: SeveralNominationsService,
    private readonly meetings: NominationMeetingsService,
  ) {}

  @Acts('submitNominations', SeveralNominations)
  submitNominations(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: InRound,
    @Input() input: SubmitNominations,
  ) {
    return this.service.submitNominations(caller, { ...at, ...which }, input);
  }

  @Acts('appraiseNominations', SeveralNominations)
  appraiseNominations(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: InRound,
    @Input() input: AppraiseNominations,
  ) {
    return this.service.appraiseNominations(caller, { ...at, ...which }, input);
  }

  @Acts('recordHeldMeeting', Meeting)
  recordHeldMeeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: InRound,
    @Input() input: RecordHeldMeeting,
  ) {
    return this.meetings.recordHeldMeeting(caller, { ...at, ...which }, input);
  }
}
