import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, grouped, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf, membersOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { termOn } from '../units/units.queries.js';
import { Matter, Recusal } from './matter.entity.js';
import { Attendance, Meeting } from './meeting.entity.js';
import type { Member } from './member.rules.js';
import type { MeetingState } from './meeting.workflow.js';

/** A meeting with what deciding about it needs. */
export interface MeetingRow extends Meeting {
  /** Path of its body on the day it is held. */
  councilPath: string;
}

const columns = `
  ${columnsOf(Meeting, 'm')}, c.code as "councilCode",
  (select path from ${termOn('m.commune_id', 'm.council_id', 'm.held_on')} t) as "councilPath",
  coalesce((
    select json_agg(
      json_build_object(${membersOf(Attendance, 'a')}, 'personCode', p.code, 'replacedByCode', r.code) order by p.code)
    from attendance a
    join council_member x on x.commune_id = a.commune_id and x.id = a.member_id
    join unit p on p.commune_id = x.commune_id and p.id = x.person_id
    left join unit r on r.commune_id = a.commune_id and r.id = a.replaced_by
    where a.commune_id = m.commune_id and a.meeting_id = m.id), '[]') as attendance,
  coalesce((
    select json_agg(json_build_object(${membersOf(Matter, 'b', 'base')}, 'unitCode', u.code,
      'recusals', coalesce((
        select json_agg(
          json_build_object(${membersOf(Recusal, 'r')}, 'personId', x.person_id, 'personCode', p.code) order by p.code)
        from recusal r join council_member x on x.commune_id = r.commune_id and x.id = r.member_id
        join unit p on p.commune_id = x.commune_id and p.id = x.person_id
        where r.commune_id = b.commune_id and r.meeting_id = b.meeting_id
          and r.nomination_id = b.nomination_id), '[]')) order by b.ordinal)
    from matter b join unit u on u.commune_id = b.commune_id and u.id = b.unit_id
    where b.commune_id = m.commune_id and b.meeting_id = m.id), '[]') as matters`;

const joined = 'join unit c on c.commune_id = m.commune_id and c.id = m.council_id';

export interface MeetingFilter {
  councils?: readonly string[];
  states?: readonly MeetingState[];
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class MeetingsQueries {
  constructor(private readonly database: Database) {}

  /** Meetings, the newest convened first. The page is cut before anything is joined. */
  meetings({ commune, sees }: Reach, { councils, states, after, limit }: MeetingFilter): Promise<MeetingRow[]> {
    return this.database.rows(
      'meetings.meetings',
      `select ${columns}
       from (
         select * from meeting m where m.commune_id = $1 and m.audience >= $2::audience
           and ($3::text[] is null
             or m.council_id = any (array(select id from unit where commune_id = $1 and code = any ($3))))
           and ($4::text[] is null or m.state = any ($4)) and ($5::uuid is null or m.id < $5)
         order by m.id desc limit $6) m ${joined}
       order by m.id desc`,
      [commune, sees, councils ?? null, states ?? null, after?.[0] ?? null, limit],
    );
  }

  /** Meetings by id. */
  async meetingsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<MeetingRow>> {
    const rows = await this.database.rows<MeetingRow>(
      'meetings.meetingsById',
      `select ${columns}
       from ${askedRows}
       join meeting m on m.commune_id = r.commune_id and m.id = r.id and m.audience >= r.sees ${joined}`,
      askedValues(asked),
    );
    return inAskedOrder(asked, rows);
  }

  /** Holds a meeting for this transaction: its counts and its closing do not meet. */
  async lock({ commune }: Reach, id: string): Promise<void> {
    await this.database.rows('meetings.lock', 'select from meeting where commune_id = $1 and id = $2 for update', [
      commune,
      id,
    ]);
  }

  /** The members of a body on a day, by code. */
  async membersOf({ commune }: Reach, meetings: readonly { councilId: string; heldOn: string }[]): Promise<Member[][]> {
    const rows = await this.database.rows<Member & { place: string }>(
      'meetings.membersOf',
      `select r.place, m.id, m.person_id as "personId", p.code as "personCode", m.actor_id as "actorId"
       from unnest($2::uuid[], $3::date[]) with ordinality as r (council_id, held_on, place)
       join council_member m on m.commune_id = $1 and m.council_id = r.council_id
         and r.held_on between m.valid_from and coalesce(m.valid_to, 'infinity')
       join unit p on p.commune_id = $1 and p.id = m.person_id
       order by p.code`,
      [commune, meetings.map(({ councilId }) => councilId), meetings.map(({ heldOn }) => heldOn)],
    );
    const membersOf = grouped(rows, ({ place }) => [Number(place)]);
    return meetings.map((_, place) => membersOf(place + 1));
  }

  /** The people of these codes on a day, by code. */
  async people({ commune }: Reach, codes: readonly string[], on: string): Promise<Map<string, { id: string }>> {
    const rows = await this.database.rows<{ id: string; code: string }>(
      'meetings.people',
      `select id, code from unit
       where commune_id = $1 and code = any ($2) and kind = 'INDIVIDUAL'
         and $3::date between valid_from and coalesce(valid_to, 'infinity')`,
      [commune, codes, on],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** Where units stand in the tree on a day, by id. */
  async paths({ commune }: Reach, units: readonly string[], on: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; path: string }>(
      'meetings.paths',
      `select u.id, t.path from unnest($2::uuid[]) as u (id)
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t`,
      [commune, units, on],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
