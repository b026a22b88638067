import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, id, record } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import { Attendance, meetingState } from './meeting.entity.js';
import type { MeetingState } from './meeting.workflow.js';
import type { Presence } from './vote.rules.js';

/** Names a meeting by its id. */
@Parameters()
export class MeetingAt {
  @Asked(id, 'Id of the meeting.')
  id: string;
}

/** Filters meetings. */
@Parameters()
export class ListMeetings extends Paging {
  @Asked(code, 'Only of these bodies, by the codes of their units.', { optional: true, list: true })
  council?: string[];

  @Asked(meetingState, 'Only in these states.', { optional: true, list: true })
  state?: MeetingState[];
}

@InputBody('Attendance of one member.')
export class MemberAttends {
  @Asked(id, 'Id of the member.')
  member: string;

  @AskedAs(Attendance) presence: Presence;

  @Asked(code, 'Code of the person (unit) who sits for them.', { optional: true })
  replacedBy?: string;
}

@InputBody('Attendance: every member on the day of the meeting, once.')
export class RecordAttendance {
  @Asked(record(() => MemberAttends), 'The members.', { list: true, atMost: 500 })
  members: MemberAttends[];
}

@InputBody('A recusal: the nomination, and the reason.')
export class Recuse {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Why the member does not deliberate on the nomination.')
  reason: string;

  @Asked(id, 'Id of the own membership; required of a member who may also act for others.', { optional: true })
  member?: string;
}

@InputBody('A declared recusal that is taken back.')
export class WithdrawRecusal {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(id, 'Id of the own membership; required of a member who may also act for others.', { optional: true })
  member?: string;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a convened meeting is cancelled for.')
export class CancelMeeting {
  @Reason()
  reason: string;
}

const ballotsAtMost = count(0, 100_000);

/** Counts of votes on one nomination. */
@InputBody('Counts of votes on a nomination; they sum to the number of voters.')
export class CountsGiven {
  @Asked(ballotsAtMost, 'Votes for the nomination.')
  votesFor: number;

  @Asked(ballotsAtMost, 'Votes against the nomination.')
  votesAgainst: number;

  @Asked(ballotsAtMost, 'Blank votes.')
  votesBlank: number;

  @Asked(ballotsAtMost, 'Invalid votes (phiếu không hợp lệ); 0 when left out.', { optional: true })
  votesInvalid?: number;

  @Asked(ballotsAtMost, 'Ballots given out and not returned.')
  notReturned: number;
}

/** The tally of one nomination. */
@InputBody('The tally of one nomination; the counts sum to the number of voters.')
export class RecordTally extends CountsGiven {
  @Asked(id, 'Id of the nomination.')
  nomination: string;
}

/** Tallies of several nominations at once. */
@InputBody('Tallies of several nominations: those named, each once, and alike of all others.')
export class RecordTallies {
  @Asked(record(() => RecordTally), 'Counts on single nominations.', { optional: true, list: true, atMost: 2_000 })
  tallies?: RecordTally[];

  @Asked(record(() => CountsGiven), 'Counts on each other nomination before the meeting.', { optional: true })
  counts?: CountsGiven;
}

@InputBody('The nomination whose tally is confirmed.')
export class ConfirmTally {
  @Asked(id, 'Id of the nomination.')
  nomination: string;
}
