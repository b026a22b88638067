import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller, IfMatch } from '../api/request.js';
import { MeetingActsService } from './meeting-acts.service.js';
import { Meeting } from './meeting.entity.js';
import { ConfirmTally, ListMeetings, MeetingAt, RecordAttendance, RecordTally, Recuse } from './meeting.inputs.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('meetings')
@Controller('v1/communes/:commune/meetings')
export class MeetingsController {
  constructor(
    private readonly service: MeetingsService,
    private readonly acts: MeetingActsService,
  ) {}

  @Get()
  @Operation('meetings', many(Meeting))
  meetings(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListMeetings) {
    return this.service.meetings(actor, at.commune, list);
  }

  @Get(':id')
  @Operation('meeting', one(Meeting))
  meeting(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: MeetingAt) {
    return this.service.meeting(actor, at.commune, which.id);
  }

  @Get(':id/actions')
  @Operation('meetingActions', many(PossibleAct))
  meetingActions(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: MeetingAt) {
    return this.service.meetingActions(actor, at.commune, which.id);
  }

  @Post(':id/attendance')
  @Operation('recordAttendance', one(Meeting))
  recordAttendance(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() version: number,
    @Body() input: RecordAttendance,
  ) {
    return this.acts.recordAttendance(actor, at.commune, which.id, version, input);
  }

  @Post(':id/recusals')
  @Operation('recuse', one(Meeting))
  recuse(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() version: number,
    @Body() input: Recuse,
  ) {
    return this.acts.recuse(actor, at.commune, which.id, version, input);
  }

  @Post(':id/opinions')
  @Operation('recordOpinion', one(Meeting))
  recordOpinion(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: MeetingAt, @IfMatch() version: number) {
    return this.acts.recordOpinion(actor, at.commune, which.id, version);
  }

  @Post(':id/tallies')
  @Operation('recordTally', one(Meeting))
  recordTally(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() version: number,
    @Body() input: RecordTally,
  ) {
    return this.acts.recordTally(actor, at.commune, which.id, version, input);
  }

  @Post(':id/tallies/confirm')
  @Operation('confirmTally', one(Meeting))
  confirmTally(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() version: number,
    @Body() input: ConfirmTally,
  ) {
    return this.acts.confirmTally(actor, at.commune, which.id, version, input);
  }
}
