import { Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, id, reasonText, record } from '../api/shapes.js';
import { Attendance, meetingState } from './meeting.entity.js';
import type { MeetingState } from './meeting.workflow.js';
import type { Presence } from './vote.rules.js';

/** Which meeting, by id. */
@Parameters()
export class MeetingAt {
  @Asked(id, 'Id of the meeting.')
  id: string;
}

/** Which meetings. */
@Parameters()
export class ListMeetings extends Paging {
  @Asked(code, 'Only of these bodies, by the codes of their units.', { optional: true, list: true })
  council?: string[];

  @Asked(meetingState, 'Only in these states.', { optional: true, list: true })
  state?: MeetingState[];
}

/** Whether one member is there. */
@Body('Whether one member is there.')
export class MemberAttends {
  @Asked(id, 'Id of the member.')
  member: string;

  @AskedAs(Attendance) presence: Presence;

  @Asked(code, 'Code of the person (unit) who sits for them.', { optional: true })
  replacedBy?: string;
}

/** Who is there. */
@Body('Who is there: every member on the day of the meeting, once.')
export class RecordAttendance {
  @Asked(record(() => MemberAttends), 'The members.', { list: true })
  members: MemberAttends[];
}

/** What a member does not deliberate on, and why. */
@Body('What a member does not deliberate on, and why.')
export class Recuse {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Why.')
  reason: string;
}

const ballotsAtMost = count(0, 1000);

/** The counts on one nomination. */
@Body('The counts on one nomination; they add up to those who may vote.')
export class RecordTally {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(ballotsAtMost, 'Votes for it.')
  votesFor: number;

  @Asked(ballotsAtMost, 'Votes against it.')
  votesAgainst: number;

  @Asked(ballotsAtMost, 'Blank votes.')
  votesBlank: number;

  @Asked(ballotsAtMost, 'Ballots given out and not returned.')
  notReturned: number;
}

/** Whose count is confirmed. */
@Body('Whose count is confirmed.')
export class ConfirmTally {
  @Asked(id, 'Id of the nomination.')
  nomination: string;
}
