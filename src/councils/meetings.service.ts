import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, paged } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { byCommune, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Meeting } from './meeting.entity.js';
import type { ListMeetings, MeetingAt } from './meeting.inputs.js';
import { hindrances } from './meeting.rules.js';
import { actingMember, type Member } from './member.rules.js';
import { counted, weighed } from './seating.rules.js';
import { meetingWorkflow, type MeetingAct } from './meeting.workflow.js';
import { MeetingsQueries, type MeetingRow } from './meetings.queries.js';

/** Facts that acts on a meeting depend on: its members, and whether a nomination has gone on from it. */
interface MeetingFacts {
  members: readonly Member[];
  left: boolean;
}

/** A meeting with the members of its body on its day. */
export type MeetingWithMembers = MeetingRow & { members: readonly Member[] };

/** Meetings as they are read, and the right to act on one. */
@Injectable()
export class MeetingsService {
  readonly recordType: RecordType<MeetingRow, MeetingAt, typeof meetingWorkflow, MeetingFacts> = {
    entity: Meeting,
    workflow: meetingWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id),
    read: (caller, { commune, id }) => this.meeting(caller, commune, id),
    readEach: (caller, asked) => this.meetingsById(caller, asked),
    facts: (caller, rows) =>
      byCommune(rows, async (communeId, meetings) => {
        const reach = caller.reachById(communeId);
        const closed = meetings.filter(({ state }) => state === 'CLOSED').map(({ id }) => id);
        const left = closed.length > 0 ? await this.queries.left(reach, closed) : new Set<string>();
        const members = await this.queries.membersOf(reach, meetings);
        return meetings.map((meeting, place) => ({
          members: counted(meeting) ? [] : (members[place] ?? []),
          left: left.has(meeting.id),
        }));
      }),
    demandRight,
    states: 'meeting',
    stateOf: ({ state }) => state,
    notBefore: ({ closedOn }) => (closedOn === null ? null : { day: closedOn, of: 'CLOSING' }),
    hindrances: (caller, rows) => rows.map((meeting) => hindrances(caller, meeting)),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly records: RecordsService,
  ) {}

  /** The meetings of a commune, the newest convened first. */
  meetings(
    caller: Caller,
    commune: string,
    { council, state, ...page }: ListMeetings,
    members?: Projection,
  ): Promise<Page<Meeting>> {
    const filter = { councils: council, states: state };
    return this.database.read(caller, () =>
      paged(page, byId, async (slice) =>
        (await this.queries.meetings(caller.reachIn(commune), { ...filter, ...slice }, members)).map(withVoters),
      ),
    );
  }

  /** One meeting. Refusal: NOT_FOUND. */
  async meeting(caller: Caller, commune: string, id: string, members?: Projection): Promise<MeetingRow> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.meetingsById(caller, asked, members));
  }

  /** Meetings by id. */
  meetingsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<MeetingRow>> {
    return this.database.read(caller, async () =>
      (await this.queries.meetingsById(withReach(caller, asked), members)).map((row) => row && withVoters(row)),
    );
  }

  /** The acts on a meeting: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  meetingActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}

/** A meeting with the number of voters on each matter. */
const withVoters = (row: MeetingRow): MeetingRow => ({
  ...row,
  matters: row.matters.map((matter) => weighed(matter, row)),
});

const membersOwn: ReadonlySet<MeetingAct> = new Set<MeetingAct>(['recuse', 'withdrawRecusal', 'recordOpinion']);

/**
 * The right where the body stands; a recusal and an opinion are a member's own, or the clerk's on their behalf.
 * Refusals: FORBIDDEN, SCOPE_MISSING; ON_BEHALF_MISSING and RULE of `actingMember`.
 */
function demandRight(
  caller: Caller,
  at: { act: MeetingAct; commune: string },
  meeting: MeetingRow & { members: readonly Member[] },
): void {
  const { act, commune } = at;
  if (membersOwn.has(act)) actingMember(caller, at, meeting);
  else caller.demandFor(act, commune, meeting.councilPath);
}
