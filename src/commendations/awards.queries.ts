import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { NameSearch } from '../database/text.js';
import { byRankOf, foldedSql, isAny, rankOf, refersTo, where, type Condition } from '../database/where.js';
import { isJournaledSince } from '../journal/since.queries.js';
import { Award, awardMoneys, type AwardMoney } from './award.entity.js';

/** Neighbours of rows `a`. $1 is the commune. */
const neighbours = 'left join unit u on u.commune_id = $1 and u.id = a.unit_id';

/** Officials and superiors read why an award was given or revoked; the public and observers do not. */
const forOfficials = (sql: string) => `case when $2::audience < 'PUBLIC' then ${sql} end`;

/** Money that an award `a` is due: none once it is revoked. */
const due = 'case when a.revoked_on is null then coalesce(a.payable, 0) else 0 end';

/** $1 is the commune, $2 the narrowest audience that is visible. */
const columns = selectList<Award>(Award, 'a', {
  always: ['unitId', 'grantedOn', 'decisionId'],
  computed: {
    commune: '(select c.key from commune c where c.id = $1)',
    unitCode: 'u.code',
    unitKind: 'u.kind',
    citation: forOfficials('a.citation'),
    daysToDecision: 'case when a.deed_on is not null then a.granted_on::date - a.deed_on end',
    paid: forOfficials('a.paid'),
    toPay: forOfficials(`case when a.raw is not null then greatest(${due} - coalesce(a.paid, 0), 0) end`),
    toRecover: forOfficials(`greatest(a.paid - ${due}, 0)`),
    objectReturnedOn: forOfficials('a.object_returned_on'),
    revokedGround: forOfficials('a.revoked_ground'),
    revokedReason: forOfficials('a.revoked_reason'),
  },
});

/** Awards by what is left of their money. */
const moneys: Readonly<Record<AwardMoney, string>> = {
  TO_PAY: 'a.revoked_on is null and a.payable > coalesce(a.paid, 0)',
  PAID: 'a.revoked_on is null and a.payable > 0 and a.payable <= a.paid',
  TO_RECOVER: `a.paid > ${due}`,
};
const hasMoney = (money: AwardMoney | undefined): Condition => [
  money,
  (word) => `case ${word} ${awardMoneys.map((each) => `when '${each}' then ${moneys[each]}`).join(' ')} end`,
];

const isRevoked = (revoked: boolean | undefined): Condition => [revoked, (is) => `(a.revoked_on is not null) = ${is}`];

/** Awards of units by code, and of the closed units that these succeed. */
const ofLineage = (codes: readonly string[] | undefined, on: string): Condition => [
  codes,
  on,
  (each, day) => `a.unit_id = any (array(
    select w.id from unit u cross join lateral with_predecessors($1, u.id, ${day}::date) w (id)
    where u.commune_id = $1 and u.code = any (${each}) and (u.audience >= $2::audience or w.id = u.id)))`,
];

export interface AwardFilter {
  units?: readonly string[];
  /** Day for which the closed units that these succeed are taken with them; absent: they are not. */
  predecessorsOn?: string;
  forms?: readonly string[];
  decision?: string;
  year?: number;
  grantedFrom?: string;
  grantedTo?: string;
  search?: NameSearch | null;
  revoked?: boolean;
  money?: AwardMoney;
  /** Position of the journal: those that it has a line of from there on. */
  since?: number;
  after: readonly [number, string] | null;
  limit: number;
}

@Injectable()
export class AwardsQueries {
  constructor(private readonly database: Database) {}

  /** Awards, the newest recorded first; of a search by the rank of the recipient's name. */
  awards(
    { communeId, awardsAs: sees }: Reach,
    {
      units,
      predecessorsOn,
      forms,
      decision,
      year,
      grantedFrom,
      grantedTo,
      search,
      revoked,
      money,
      since,
      after,
      limit,
    }: AwardFilter,
    members?: Projection,
  ): Promise<(Award & { rank?: number })[]> {
    const { shape, text } = columns(members);
    const folded = foldedSql('a.recipient_name');
    const rank = search && rankOf({ name: 'a.recipient_name', folded }, { words: '$4', whole: '$5' });
    const by = byRankOf('a', rank ?? null, after);
    const asked = where([communeId, sees, limit, ...(search ? [search.words, search.whole] : [])], {
      ...(predecessorsOn === undefined
        ? { units: refersTo('a.unit_id', 'unit.code', units) }
        : { withPredecessors: ofLineage(units, predecessorsOn) }),
      forms: isAny('a.form_code', forms),
      decision: [decision, (id) => `a.decision_id = ${id}`],
      year: [year, (one) => `left(a.granted_on, 4)::int = ${one}::int`],
      grantedFrom: [grantedFrom, (day) => `rpad(a.granted_on, 10, '-01') >= ${day}`],
      grantedTo: [grantedTo, (day) => `rpad(a.granted_on, 10, '-01') <= ${day}`],
      search: [search?.like, (pattern) => `${folded} like ${pattern}`],
      revoked: isRevoked(revoked),
      money: hasMoney(money),
      since: isJournaledSince('award', 'a', since),
      after: by.after,
    });
    return this.database.rows(
      `awards.awards${asked.name}${shape}`,
      `select ${text}${by.shown}
       from (
         select a.*${by.column} from award a
         where a.commune_id = $1 and a.audience >= $2::audience${asked.text}
         order by ${by.order}a.id desc limit $3) a ${neighbours}
       order by ${by.order}a.id desc`,
      asked.values,
    );
  }

  /**
   * Awards of a year that were given and not revoked by a day: of each form the newest, as many as are asked for, and
   * how many there are (`ofForm`). A grant that is known to the year alone is of its first day.
   */
  awardsByForm(
    { communeId, awardsAs: sees }: Reach,
    { year, asOf, first }: { year: number; asOf: string; first: number },
    members?: Projection,
  ): Promise<(Award & { ofForm: number })[]> {
    const { shape, text } = columns(members);
    return this.database.rows(
      `awards.awardsByForm${shape}`,
      `select ${text}, a.of_form as "ofForm"
       from (
         select a.*, count(*) over (partition by a.form_name)::int as of_form,
           row_number() over (partition by a.form_name order by a.granted_on desc, a.id) as place
         from award a
         where a.commune_id = $1 and a.audience >= $2::audience and left(a.granted_on, 4)::int = $3
           and rpad(a.granted_on, 10, '-01') <= $4
           and (a.revoked_on is null or a.revoked_on > $4::date)) a ${neighbours}
       where a.place <= $5
       order by a.form_name, a.place`,
      [communeId, sees, year, asOf, first],
    );
  }

  /** The awards of each unit, the oldest first; the same page of each. `ofUnit`: the unit asked for. */
  awardsOf(
    of: readonly { reach: Reach; id: string }[],
    {
      predecessorsOn,
      forms,
      revoked,
      after,
      limit,
    }: Pick<AwardFilter, 'predecessorsOn' | 'forms' | 'revoked' | 'limit'> & {
      after: readonly [string, string] | null;
    },
    members?: Projection,
  ): Promise<(Award & { ofUnit: string })[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, awardsAs: sees }, units) => {
      const asked = where([communeId, sees, units, limit], {
        withPredecessors: [
          predecessorsOn,
          (day) => `a.unit_id in (select with_predecessors($1, r.unit_id, ${day}::date))`,
        ],
        forms: isAny('a.form_code', forms),
        revoked: isRevoked(revoked),
        after: [...(after ?? [null]), (day, id) => `(a.granted_on, a.id) > (${day}::text, ${id}::uuid)`],
      });
      const alone = predecessorsOn === undefined ? ' and a.unit_id = r.unit_id' : '';
      return this.database.rows(
        `awards.awardsOf${asked.name}${shape}`,
        `select ${text}, a.of_unit as "ofUnit"
         from unnest($3::uuid[]) as r (unit_id)
         cross join lateral (
           select a.*, r.unit_id as of_unit from award a
           where a.commune_id = $1 and a.audience >= $2::audience${alone}${asked.text}
           order by a.granted_on, a.id limit $4) a ${neighbours}
         order by a.granted_on, a.id`,
        asked.values,
      );
    });
  }

  /** The awards each decision gave. */
  awardsOfDecisions(of: readonly { reach: Reach; id: string }[], members?: Projection): Promise<Award[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, awardsAs: sees }, decisions) =>
      this.database.rows(
        `awards.awardsOfDecisions${shape}`,
        `select ${text} from award a ${neighbours}
         where a.commune_id = $1 and a.audience >= $2::audience and a.decision_id = any ($3) order by a.id`,
        [communeId, sees, decisions],
      ),
    );
  }

  /** Awards by id. */
  awardsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Award>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, awardsAs: sees }, ids) =>
      this.database.rows(
        `awards.awardsById${shape}`,
        `select ${text} from award a ${neighbours}
         where a.commune_id = $1 and a.audience >= $2::audience and a.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Names of units, each on a day; before the unit's first, its first. */
  async namesOn({ communeId }: Reach, asked: readonly { unitId: string; day: string }[]): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>(
      'awards.namesOn',
      `select (
         select t.name from unit_term t where t.commune_id = $1 and t.unit_id = r.unit_id
         order by t.valid_from <= r.day desc, case when t.valid_from <= r.day then t.valid_from end desc,
           t.valid_from limit 1) as name
       from unnest($2::uuid[], $3::date[]) with ordinality as r (unit_id, day, place) order by r.place`,
      [communeId, asked.map(({ unitId }) => unitId), asked.map(({ day }) => day)],
    );
    return rows.map(({ name }) => name);
  }

  /** Locks an award until the transaction ends: of two who revoke it one is first. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Award, { communeId, ids: [id] });
  }
}
