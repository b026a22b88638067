import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, id, oneOf, record } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Matter } from './matter.entity.js';
import { meetingStates, type MeetingState } from './meeting.workflow.js';
import { presences, type Presence } from './vote.rules.js';

export const meetingState = oneOf('MeetingState', meetingStates, 'State of a meeting.');
export const presence = oneOf('Presence', presences, 'PRESENT; REPLACED by somebody who sits for them; ABSENT.');

@Entity('attendance')
@ObjectType({ description: 'Attendance of one member.' })
export class Attendance {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') meetingId: string;

  @Stored(id, 'Id of the member.', { column: { primary: true } })
  memberId: string;

  @Shown(code, 'Code of the person.')
  personCode: string;

  @Stored(presence, 'Whether the member is there, replaced or absent.')
  presence: Presence;

  @Column('uuid', { nullable: true }) replacedBy: string | null;

  @Shown(code, 'Code of the person who sits for them.', { nullable: true })
  replacedByCode: string | null;

  @Stored(day, 'Legal date of the written opinion of one who is absent.', { nullable: true })
  opinionOn: string | null;
}

@Entity('meeting')
@ObjectType({
  description: 'A meeting (cuộc họp) of a body: attendance, agenda and tallies.',
})
export class Meeting {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the body (unit).')
  councilId: string;

  @Shown(code, 'Code of the body.')
  councilCode: string;

  @Stored(day, 'Day of the meeting.')
  heldOn: string;

  @Stored(line(200), 'Place where the meeting is held.', { nullable: true })
  place: string | null;

  @Stored(meetingState, 'State of the meeting.')
  state: MeetingState;

  @Stored(day, 'Legal date of its convening.')
  convenedOn: string;

  @Column('date', { nullable: true }) attendedOn: string | null;

  @Stored(day, 'Legal date of its closing.', { nullable: true })
  closedOn: string | null;

  @Stored(id, 'Id of its minutes (biên bản).', { nullable: true })
  minutesId: string | null;

  @Stored(count(), 'Number of people summoned to a meeting that is recorded by counts; null: members attend.', {
    nullable: true,
  })
  summoned: number | null;

  @Stored(count(), 'Number of them present; null: members attend.', { nullable: true })
  present: number | null;

  @Shown(record(() => Attendance), 'Attendance of each member; empty until it is recorded.', {
    list: true,
    atMost: lengths.long,
  })
  attendance: Attendance[];

  @Shown(
    record(() => Matter),
    'Agenda: the nominations, in order; voters of a meeting that is not closed are counted as of today.',
    { list: true, atMost: lengths.several },
  )
  matters: Matter[];

  @AudienceColumn() audience: Audience;
}
