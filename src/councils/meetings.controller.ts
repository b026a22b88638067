import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { MeetingActsService } from './meeting-acts.service.js';
import { Meeting } from './meeting.entity.js';
import {
  CancelMeeting,
  ConfirmTally,
  ListMeetings,
  MeetingAt,
  RecordAttendance,
  RecordTallies,
  RecordTally,
  Recuse,
  WithdrawRecusal,
} from './meeting.inputs.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('meetings')
@Controller('v1/communes/:commune/meetings')
export class MeetingsController {
  constructor(
    private readonly service: MeetingsService,
    private readonly acts: MeetingActsService,
  ) {}

  @Get()
  @Operation('meetings', many(Meeting, { beside: ['council.name'] }))
  meetings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListMeetings,
    @Needed() members?: Projection,
  ) {
    return this.service.meetings(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('meeting', one(Meeting))
  meeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @Needed() members?: Projection,
  ) {
    return this.service.meeting(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('meetingActions', many(PossibleAct, { sheet: false }))
  meetingActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: MeetingAt) {
    return this.service.meetingActions(caller, at.commune, which.id);
  }

  @Post(':id/attendance')
  @Operation('recordAttendance', one(Meeting))
  recordAttendance(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RecordAttendance,
  ) {
    return this.acts.recordAttendance(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/recusals')
  @Operation('recuse', one(Meeting))
  recuse(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: Recuse,
  ) {
    return this.acts.recuse(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/recusals/withdraw')
  @Operation('withdrawRecusal', one(Meeting))
  withdrawRecusal(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: WithdrawRecusal,
  ) {
    return this.acts.withdrawRecusal(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/opinions')
  @Operation('recordOpinion', one(Meeting))
  recordOpinion(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
  ) {
    return this.acts.recordOpinion(caller, { ...at, ...which, expectedVersion });
  }

  @Post(':id/tallies')
  @Operation('recordTally', one(Meeting))
  recordTally(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RecordTally,
  ) {
    return this.acts.recordTally(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/tallies/several')
  @Operation('recordTallies', one(Meeting))
  recordTallies(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RecordTallies,
  ) {
    return this.acts.recordTallies(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/tallies/confirm')
  @Operation('confirmTally', one(Meeting))
  confirmTally(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ConfirmTally,
  ) {
    return this.acts.confirmTally(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/cancel')
  @Operation('cancelMeeting', one(Meeting))
  cancelMeeting(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CancelMeeting,
  ) {
    return this.acts.cancelMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }
}
