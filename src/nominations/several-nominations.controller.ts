import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Meeting } from '../councils/meeting.entity.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { AppraiseNominations, InRound, RecordHeldMeeting, SubmitNominations } from './several.inputs.js';
import { SeveralNominationsService } from './several-nominations.service.js';
import { SeveralNominations } from './several-nominations.view.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/rounds/:round')
export class SeveralNominationsController {
  constructor(
    private readonly service: SeveralNominationsService,
    private readonly meetings: NominationMeetingsService,
  ) {}

  @Post('nominations/submit')
  @Operation('submitNominations', one(SeveralNominations))
  submitNominations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: InRound,
    @Body() input: SubmitNominations,
  ) {
    return this.service.submitNominations(caller, { ...at, ...which }, input);
  }

  @Post('nominations/appraise')
  @Operation('appraiseNominations', one(SeveralNominations))
  appraiseNominations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: InRound,
    @Body() input: AppraiseNominations,
  ) {
    return this.service.appraiseNominations(caller, { ...at, ...which }, input);
  }

  @Post('held-meetings')
  @ApiTags('meetings')
  @Operation('recordHeldMeeting', created(Meeting, ({ id }) => `../../../meetings/${id}`))
  recordHeldMeeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: InRound,
    @Body() input: RecordHeldMeeting,
  ) {
    return this.meetings.recordHeldMeeting(caller, { ...at, ...which }, input);
  }
}
