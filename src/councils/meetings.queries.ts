import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, grouped, type InAskedOrder } from '../database/batch.js';
import { membersOf } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { isAny, isOwn, lookUp, refersTo, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import { seatedOn } from './councils.queries.js';
import { Matter, Recusal } from './matter.entity.js';
import { Attendance, Meeting } from './meeting.entity.js';
import type { Member } from './member.rules.js';
import type { Tally } from './meeting.rules.js';
import type { MeetingState } from './meeting.workflow.js';

/** A meeting with what deciding about it needs. */
export interface MeetingRow extends Meeting {
  /** Path of its body on the day it is held. */
  councilPath: string;
}

/** The person `p` behind a member of a council. */
const personOf = (member: string) => `
  ${lookUp('council_member', member, 'x')} ${lookUp('unit', 'x.person_id', 'p')}`;

/** $1 is the commune. */
const columns = selectList<MeetingRow>(Meeting, 'm', {
  // A matter, whose recusals are disclosed with the meeting, is weighed by those present.
  always: ['attendance', 'summoned', 'present'],
  computed: {
    councilCode: '(select c.code from unit c where c.commune_id = $1 and c.id = m.council_id)',
    councilPath: `(select path from ${termOn('$1', 'm.council_id', 'm.held_on')} t)`,
    attendance: `coalesce((
      select json_agg(
        json_build_object(${membersOf(Attendance, 'a')}, 'personCode', p.code, 'replacedByCode', r.code)
        order by p.code)
      from attendance a ${personOf('a.member_id')}
      left join unit r on r.commune_id = $1 and r.id = a.replaced_by
      where a.commune_id = $1 and a.meeting_id = m.id), '[]')`,
    matters: `coalesce((
      select json_agg(json_build_object(${membersOf(Matter, 'b', 'base')}, 'unitCode', u.code,
        'recusals', coalesce((
          select json_agg(
            json_build_object(${membersOf(Recusal, 'r')}, 'personId', x.person_id, 'personCode', p.code)
            order by p.code)
          from recusal r ${personOf('r.member_id')}
          where r.commune_id = $1 and r.meeting_id = m.id and r.nomination_id = b.nomination_id
            and r.stands), '[]'))
        order by b.ordinal)
      from matter b ${lookUp('unit', 'b.unit_id', 'u')}
      where b.commune_id = $1 and b.meeting_id = m.id), '[]')`,
  },
});

export interface MeetingFilter {
  councils?: readonly string[];
  states?: readonly MeetingState[];
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class MeetingsQueries {
  constructor(private readonly database: Database) {}

  /** Meetings, the newest convened first. */
  meetings(
    { communeId, sees }: Reach,
    { councils, states, after, limit }: MeetingFilter,
    members?: Projection,
  ): Promise<MeetingRow[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, limit], {
      councils: refersTo('m.council_id', 'unit.code', councils),
      states: isAny('m.state', states),
      after: [after?.[0], (id) => `m.id < ${id}`],
    });
    return this.database.rows(
      `meetings.meetings${asked.name}${shape}`,
      `select ${text} from meeting m
       where m.commune_id = $1 and m.audience >= $2::audience${asked.text} order by m.id desc limit $3`,
      asked.values,
    );
  }

  /** Meetings by id. */
  meetingsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<MeetingRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `meetings.meetingsById${shape}`,
        `select ${text} from meeting m where m.commune_id = $1 and m.audience >= $2::audience and m.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Meetings of which a nomination, of the reach, stands in a decision or, without a quorum, has gone elsewhere. */
  async left({ communeId, units }: Reach, meetings: readonly string[]): Promise<Set<string>> {
    const own = where([communeId, meetings], { own: isOwn('n', units) });
    const rows = await this.database.rows<{ id: string }>(
      `meetings.left${own.name}`,
      `select distinct m.meeting_id as id from matter m ${lookUp('nomination', 'm.nomination_id', 'n')}
       where m.commune_id = $1 and m.meeting_id = any ($2)${own.text} and (
         exists (select from decision_item i where i.commune_id = $1 and i.nomination_id = n.id)
         or m.outcome <> 'NO_QUORUM' and (n.state <> m.outcome or exists (
           select from listing l join consultation c on c.commune_id = $1 and c.id = l.consultation_id
           where l.commune_id = $1 and l.nomination_id = n.id and c.state = 'OPEN'))
         or m.outcome = 'NO_QUORUM' and (n.state = 'WITHDRAWN' or exists (
           select from matter o
           where o.commune_id = $1 and o.nomination_id = n.id and o.outcome is distinct from 'NO_QUORUM')))`,
      own.values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Lets the declared recusals of a meeting stand where the nomination is before it, by one of these members. */
  async standRecusals({ communeId }: Reach, meetingId: string, members: readonly Member[]): Promise<void> {
    await this.database.rows(
      'meetings.standRecusals',
      `update recusal r set stands = r.member_id = any ($3) and exists (
         select from matter m
         where m.commune_id = $1 and m.meeting_id = $2 and m.nomination_id = r.nomination_id)
       where r.commune_id = $1 and r.meeting_id = $2 and r.ground = 'DECLARED'`,
      [communeId, meetingId, members.map(({ id }) => id)],
    );
  }

  /** Carries declared recusals from the nominations' latest other meetings into this one, by the persons seated. */
  async carryRecusals(
    { communeId }: Reach,
    meetingId: string,
    { members, nominations }: { members: readonly Member[]; nominations: readonly string[] },
  ): Promise<void> {
    await this.database.rows(
      'meetings.carryRecusals',
      `insert into recusal (commune_id, meeting_id, nomination_id, member_id, ground, reason)
       select distinct on (n.id, seat.id) $1::int, $2::uuid, n.id, seat.id, 'DECLARED', d.reason
       from unnest($4::uuid[]) as n (id)
       cross join lateral (
         select x.meeting_id from (
           select meeting_id from recusal where commune_id = $1 and nomination_id = n.id
           union select meeting_id from matter where commune_id = $1 and nomination_id = n.id) x
         where x.meeting_id <> $2 order by x.meeting_id desc limit 1) latest
       join recusal d on d.commune_id = $1 and d.meeting_id = latest.meeting_id and d.nomination_id = n.id
         and d.ground = 'DECLARED'
       join council_member member on member.commune_id = $1 and member.id = d.member_id
       join council_member seat on seat.commune_id = $1 and seat.id = any ($3) and seat.person_id = member.person_id
       on conflict do nothing`,
      [communeId, meetingId, members.map(({ id }) => id), nominations],
    );
  }

  /** The meeting that a document closed as its minutes. */
  async closedWith(communeId: number, minutes: string): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(
      'meetings.closedWith',
      'select id from meeting where commune_id = $1 and minutes_id = $2 limit 1',
      [communeId, minutes],
    );
    return row?.id;
  }

  /** Locks a meeting until the transaction ends: its counts and its closing do not meet. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Meeting, { communeId, ids: [id] });
  }

  /** Records counts on nominations of a meeting, by a caller on the legal date. */
  async tally(
    { communeId, id }: Pick<Meeting, 'communeId' | 'id'>,
    tallies: readonly Tally[],
    by: Pick<Caller, 'id' | 'on'>,
  ): Promise<void> {
    const rows = tallies.map(({ nominationId, counts }) => ({ nominationId, ...counts }));
    await this.database.rows(
      'meetings.tally',
      `update matter m
       set votes_for = r."votesFor", votes_against = r."votesAgainst", votes_blank = r."votesBlank",
         votes_invalid = r."votesInvalid", not_returned = r."notReturned", recorded_by = $4, recorded_on = $5
       from jsonb_to_recordset($3) as r (
         "nominationId" uuid, "votesFor" int, "votesAgainst" int, "votesBlank" int, "votesInvalid" int,
         "notReturned" int)
       where m.commune_id = $1 and m.meeting_id = $2 and m.nomination_id = r."nominationId"`,
      [communeId, id, JSON.stringify(rows), by.id, by.on],
    );
  }

  /** The members of a body on a day on which they are there, by code. */
  async membersOf(
    { communeId }: Reach,
    meetings: readonly { councilId: string; heldOn: string }[],
  ): Promise<Member[][]> {
    const rows = await this.database.rows<Member & { place: string }>(
      'meetings.membersOf',
      `select r.place, m.id, m.person_id as "personId", p.code as "personCode", m.actor_id as "actorId"
       from unnest($2::uuid[], $3::date[]) with ordinality as r (council_id, held_on, place)
       join council_member m on m.commune_id = $1 and m.council_id = r.council_id
       join unit p on p.commune_id = $1 and p.id = m.person_id and ${seatedOn('r.held_on')}
       order by p.code`,
      [communeId, meetings.map(({ councilId }) => councilId), meetings.map(({ heldOn }) => heldOn)],
    );
    const membersOf = grouped(rows, ({ place }) => [Number(place)]);
    return meetings.map((_, index) => membersOf(index + 1));
  }

  /** The people of these codes on a day, by code. */
  async people({ communeId }: Reach, codes: readonly string[], on: string): Promise<Map<string, { id: string }>> {
    const rows = await this.database.rows<{ id: string; code: string }>(
      'meetings.people',
      `select id, code from unit
       where commune_id = $1 and code = any ($2) and kind = 'INDIVIDUAL'
         and $3::date between valid_from and coalesce(valid_to, 'infinity')`,
      [communeId, codes, on],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** Where units stand in the tree on a day, by id. */
  async paths({ communeId }: Reach, units: readonly string[], on: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; path: string }>(
      'meetings.paths',
      `select u.id, t.path from unnest($2::uuid[]) as u (id)
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t`,
      [communeId, units, on],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
