import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
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

@Resolver(() => Meeting)
export class MeetingsResolver {
  constructor(
    private readonly service: MeetingsService,
    private readonly acts: MeetingActsService,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('meetings', Connection(Meeting))
  async meetings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListMeetings,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.meetings(caller, at.commune, list, members));
  }

  @Reads('meeting', Meeting)
  meeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @Needed() members?: Projection,
  ) {
    return this.service.meeting(caller, at.commune, which.id, members);
  }

  @Acts('recordAttendance', Meeting)
  recordAttendance(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RecordAttendance,
  ) {
    return this.acts.recordAttendance(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('recuse', Meeting)
  recuse(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: Recuse,
  ) {
    return this.acts.recuse(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('withdrawRecusal', Meeting)
  withdrawRecusal(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: WithdrawRecusal,
  ) {
    return this.acts.withdrawRecusal(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('recordOpinion', Meeting)
  recordOpinion(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
  ) {
    return this.acts.recordOpinion(caller, { ...at, ...which, expectedVersion });
  }

  @Acts('recordTally', Meeting)
  recordTally(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RecordTally,
  ) {
    return this.acts.recordTally(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('recordTallies', Meeting)
  recordTallies(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RecordTallies,
  ) {
    return this.acts.recordTallies(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('confirmTally', Meeting)
  confirmTally(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ConfirmTally,
  ) {
    return this.acts.confirmTally(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('cancelMeeting', Meeting)
  cancelMeeting(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CancelMeeting,
  ) {
    return this.acts.cancelMeeting(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('meetingActions')
  actions({ parents }: Level<Meeting>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'The body, as it is today.')
  @Needs<Meeting>('councilId')
  council(level: Level<Meeting>, caller: Caller) {
    return level.named('councilId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('document', Document, 'Its minutes.')
  @Needs<Meeting>('minutesId')
  minutes(level: Level<Meeting>, caller: Caller) {
    return level.named('minutesId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
