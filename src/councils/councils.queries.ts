import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { columnsOf, membersOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isAny, where } from '../database/where.js';
import type { Unit } from '../units/unit.entity.js';
import { termOn } from '../units/units.queries.js';
import { CouncilMember } from './council-member.entity.js';
import { Council } from './council.view.js';

/** SQL of the person `p` of a member `m`. */
const theirPerson = 'join unit p on p.commune_id = m.commune_id and p.id = m.person_id';

/** SQL of a condition: member `m` has a seat on a day, on which the person `p` is there. */
export const seatedOn = (day: string): string => `
  ${day} between m.valid_from and coalesce(m.valid_to, 'infinity')
  and ${day} between p.valid_from and coalesce(p.valid_to, 'infinity')`;

const columns = selectList<Council>(Council, 'u', {
  always: ['unitCode'],
  computed: {
    communeId: 'u.commune_id',
    id: 'u.id',
    unitCode: 'u.code',
    name: 't.name',
    members: `(
      select json_agg(json_build_object(
        ${membersOf(CouncilMember, 'm')}, 'councilCode', u.code, 'personCode', p.code, 'actor', a.key
      ) order by array_position('{CHAIR,VICE_CHAIR,SECRETARY,MEMBER}', m.office), p.code)
      from council_member m ${theirPerson}
      left join actor a on a.commune_id = m.commune_id and a.id = m.actor_id
      where m.commune_id = $1 and m.council_id = u.id and ${seatedOn('$3::date')})`,
  },
});

/** A membership, and the days it has when the last day of its person or body is another. */
export interface MemberFollowing {
  member: CouncilMember;
  lastDay: string | null;
  ownLastDay: string | null;
}

export interface CouncilFilter {
  on: string;
  codes?: readonly string[];
  after: string | null;
  limit: number;
}

@Injectable()
export class CouncilsQueries {
  constructor(private readonly database: Database) {}

  /** One membership. */
  member({ communeId }: Reach, id: string): Promise<CouncilMember | undefined> {
    return this.database.row(
      'councils.member',
      `select ${columnsOf(CouncilMember, 'm')}, u.code as "councilCode", p.code as "personCode", a.key as actor
       from council_member m
       join unit u on u.commune_id = m.commune_id and u.id = m.council_id
       ${theirPerson}
       left join actor a on a.commune_id = m.commune_id and a.id = m.actor_id
       where m.commune_id = $1 and m.id = $2`,
      [communeId, id],
    );
  }

  /** Days of a membership of a body that a seat, of the same person or actor, would overlap. */
  seatOverlapping(
    { communeId }: Reach,
    { councilId, personId, actorId, validFrom, validTo, id }: CouncilMember,
  ): Promise<Pick<CouncilMember, 'id' | 'validFrom' | 'validTo'> | undefined> {
    return this.database.row(
      'councils.seatOverlapping',
      `select id, valid_from as "validFrom", valid_to as "validTo" from council_member
       where commune_id = $1 and council_id = $2 and (person_id = $3 or actor_id = $4) and id <> $7
         and valid_from <= coalesce($6::date, 'infinity') and coalesce(valid_to, 'infinity') >= $5::date
       order by valid_from limit 1`,
      [communeId, councilId, personId, actorId, validFrom, validTo, id],
    );
  }

  /** Code of the person who chairs a body on a day of a span, another member than `id`; null: it goes on. */
  async chairOf(
    { communeId }: Reach,
    { councilId, validFrom, validTo, id }: Pick<CouncilMember, 'councilId' | 'validFrom' | 'validTo' | 'id'>,
  ): Promise<string | undefined> {
    const row = await this.database.row<{ code: string }>(
      'councils.chairOf',
      `select p.code from council_member m ${theirPerson}
       where m.commune_id = $1 and m.council_id = $2 and m.office = 'CHAIR' and m.id <> $5
         and m.valid_from <= coalesce($4::date, 'infinity') and coalesce(m.valid_to, 'infinity') >= $3::date
       limit 1`,
      [communeId, councilId, validFrom, validTo, id],
    );
    return row?.code;
  }

  /** A meeting that rests on a member: its attendance names them, or a recusal that stands. */
  async meetingOf({ communeId }: Reach, id: string): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(
      'councils.meetingOf',
      `select meeting_id as id from attendance where commune_id = $1 and member_id = $2
       union all select meeting_id from recusal where commune_id = $1 and member_id = $2 and stands limit 1`,
      [communeId, id],
    );
    return row?.id;
  }

  /** The person and the body of a membership, with their last days. */
  unitsOf(
    { communeId }: Reach,
    { personId, councilId }: Pick<CouncilMember, 'personId' | 'councilId'>,
  ): Promise<Pick<Unit, 'code' | 'validTo'>[]> {
    return this.database.rows(
      'councils.unitsOf',
      'select u.code, u.valid_to as "validTo" from unit u where u.commune_id = $1 and u.id in ($2, $3) order by u.code',
      [communeId, personId, councilId],
    );
  }

  /**
   * Memberships of a person or in a body that have another last day by those of the two, with that day and the one of
   * their own; locked until the transaction ends. A seat, or a chair, that somebody has meanwhile is not had again.
   */
  membersTo({ communeId }: Reach, unitId: string): Promise<MemberFollowing[]> {
    return this.database.rows(
      'councils.membersTo',
      `select json_build_object(
           ${membersOf(CouncilMember, 'm')}, 'councilCode', u.code, 'personCode', p.code, 'actor', a.key) as member,
         nullif(span.last, 'infinity')::text as "lastDay",
         case when own.day > follow.day then own.day::text end as "ownLastDay"
       from council_member m ${theirPerson}
       join unit u on u.commune_id = m.commune_id and u.id = m.council_id
       left join actor a on a.commune_id = m.commune_id and a.id = m.actor_id
       cross join lateral (select coalesce(m.own_last_day, m.valid_to, 'infinity') as day) own
       cross join lateral (
         select greatest(least(coalesce(p.valid_to, 'infinity'), coalesce(u.valid_to, 'infinity')), m.valid_from) as day
       ) follow
       cross join lateral (select least(own.day, follow.day) as last) span
       where m.commune_id = $1 and (m.person_id = $2 or m.council_id = $2)
         and span.last <> coalesce(m.valid_to, 'infinity')
         and not exists (
           select from council_member o
           where o.commune_id = m.commune_id and o.council_id = m.council_id and o.id <> m.id
             and (o.person_id = m.person_id or o.actor_id = m.actor_id or (o.office = 'CHAIR' and m.office = 'CHAIR'))
             and o.valid_from > m.valid_to and o.valid_from <= span.last)
       order by m.id for update of m`,
      [communeId, unitId],
    );
  }

  /** Day of the last meeting in which a member had a part, by their own hand or another's; null: there is none. */
  async attendedLast({ communeId }: Reach, id: string): Promise<string | null> {
    const row = await this.database.row<{ day: string | null }>(
      'councils.attendedLast',
      `select max(m.held_on) as day from attendance a
       join meeting m on m.commune_id = a.commune_id and m.id = a.meeting_id
       where a.commune_id = $1 and a.member_id = $2 and m.state <> 'CANCELLED'
         and (a.presence <> 'ABSENT' or a.opinion_on is not null)`,
      [communeId, id],
    );
    return row?.day ?? null;
  }

  /** The bodies that have members on a day, by code, with these. */
  councils(
    { communeId, sees }: Reach,
    { on, codes, after, limit }: CouncilFilter,
    members?: Projection,
  ): Promise<Council[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, on, limit], {
      codes: isAny('u.code', codes),
      after: [after, (code) => `u.code > ${code}`],
    });
    return this.database.rows(
      `councils.councils${asked.name}${shape}`,
      `select ${text}
       from (
         select * from unit u
         where u.commune_id = $1 and u.audience >= $2::audience${asked.text}
           and $3::date between u.valid_from and coalesce(u.valid_to, 'infinity')
           and exists (
             select from council_member m ${theirPerson}
             where m.commune_id = u.commune_id and m.council_id = u.id and ${seatedOn('$3::date')})
         order by u.code limit $4) u
       cross join lateral ${termOn('u.commune_id', 'u.id', '$3::date')} t
       order by u.code`,
      asked.values,
    );
  }
}
