import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { columnsOf, membersOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isAny, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import { CouncilMember } from './council-member.entity.js';
import { Council } from './council.view.js';

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
      from council_member m join unit p on p.commune_id = m.commune_id and p.id = m.person_id
      left join actor a on a.commune_id = m.commune_id and a.id = m.actor_id
      where m.commune_id = $1 and m.council_id = u.id
        and $3::date between m.valid_from and coalesce(m.valid_to, 'infinity'))`,
  },
});

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
       join unit p on p.commune_id = m.commune_id and p.id = m.person_id
       left join actor a on a.commune_id = m.commune_id and a.id = m.actor_id
       where m.commune_id = $1 and m.id = $2`,
      [communeId, id],
    );
  }

  /** Code of the person who chairs a body on a day of a span, another member than `id`; null: it goes on. */
  async chairOf(
    { communeId }: Reach,
    { councilId, validFrom, validTo, id }: Pick<CouncilMember, 'councilId' | 'validFrom' | 'validTo' | 'id'>,
  ): Promise<string | undefined> {
    const row = await this.database.row<{ code: string }>(
      'councils.chairOf',
      `select p.code from council_member m join unit p on p.commune_id = m.commune_id and p.id = m.person_id
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

  /** Day of the last meeting whose attendance names a member; null: there is none. */
  async attendedLast({ communeId }: Reach, id: string): Promise<string | null> {
    const row = await this.database.row<{ day: string | null }>(
      'councils.attendedLast',
      `select max(m.held_on) as day from attendance a
       join meeting m on m.commune_id = a.commune_id and m.id = a.meeting_id
       where a.commune_id = $1 and a.member_id = $2`,
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
           and exists (
             select from council_member m
             where m.commune_id = u.commune_id and m.council_id = u.id
               and $3::date between m.valid_from and coalesce(m.valid_to, 'infinity'))
         order by u.code limit $4) u
       cross join lateral ${termOn('u.commune_id', 'u.id', '$3::date')} t
       order by u.code`,
      asked.values,
    );
  }
}
