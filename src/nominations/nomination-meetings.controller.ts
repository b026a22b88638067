import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch } from '../api/request.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingAt } from '../councils/meeting.inputs.js';
import { AmendMeeting, CloseMeeting, ConveneMeeting, ReopenMeeting } from './meeting.inputs.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';

@ApiTags('meetings')
@Controller('v1/communes/:commune/meetings')
export class NominationMeetingsController {
  constructor(private readonly service: NominationMeetingsService) {}

  @Post()
  @Operation('conveneMeeting', created(Meeting, ({ id }) => id))
  conveneMeeting(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: ConveneMeeting) {
    return this.service.conveneMeeting(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendMeeting', one(Meeting))
  amendMeeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendMeeting,
  ) {
    return this.service.amendMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/close')
  @Operation('closeMeeting', one(Meeting))
  closeMeeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CloseMeeting,
  ) {
    return this.service.closeMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/reopen')
  @Operation('reopenMeeting', one(Meeting))
  reopenMeeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReopenMeeting,
  ) {
    return this.service.reopenMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }
}
