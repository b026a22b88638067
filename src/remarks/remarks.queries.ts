import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, refersTo, where } from '../database/where.js';
import { Remark } from './remark.entity.js';

/** Neighbours of rows `r`. $1 is the commune. */
const neighbours = `
  left join result x on x.commune_id = $1 and x.id = r.result_id
  left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
  left join plan p on p.commune_id = $1 and p.id = i.plan_id
  left join unit u on u.commune_id = $1 and u.id = r.unit_id
  left join superior s on s.id = r.superior_id`;

const columns = selectList<Remark>(Remark, 'r', {
  always: ['resultId', 'unitId'],
  computed: {
    plan: 'p.key',
    indicatorCode: 'i.code',
    unitCode: 'u.code',
    unitKind: 'u.kind',
    period: 'x.period',
    superiorKey: 's.key',
  },
});

export interface RemarkFilter {
  states?: readonly string[];
  plans?: readonly string[];
  indicators?: readonly string[];
  units?: readonly string[];
  periods?: readonly string[];
  after: readonly [string] | null;
  limit: number;
}

/** Remarks on those results that fulfil a condition on `x`. */
const onResults = (condition: (parameter: string) => string) => (parameter: string) =>
  `r.result_id in (select x.id from result x where x.commune_id = $1 and ${condition(parameter)})`;

@Injectable()
export class RemarksQueries {
  constructor(private readonly database: Database) {}

  /** Remarks, the newest first. */
  remarks(
    { communeId, sees, units: own }: Reach,
    { states, plans, indicators, units, periods, after, limit }: RemarkFilter,
    members?: Projection,
  ): Promise<Remark[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, limit], {
      own: isOwn('r', own),
      states: isAny('r.state', states),
      plans: [
        plans,
        onResults(
          (keys) => `x.indicator_id in (
            select i.id from indicator i join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
            where i.commune_id = $1 and p.key = any (${keys}))`,
        ),
      ],
      indicators: [
        indicators,
        onResults(
          (codes) =>
            `x.indicator_id in (select i.id from indicator i where i.commune_id = $1 and i.code = any (${codes}))`,
        ),
      ],
      units: refersTo('r.unit_id', 'unit.code', units),
      periods: [periods, onResults((each) => `x.period = any (${each})`)],
      after: [after?.[0], (last) => `r.id < ${last}::uuid`],
    });
    return this.database.rows(
      `remarks.remarks${asked.name}${shape}`,
      `select ${text}
       from (
         select r.* from remark r
         where r.commune_id = $1 and r.audience >= $2::audience${asked.text}
         order by r.id desc limit $3) r ${neighbours}
       order by r.id desc`,
      asked.values,
    );
  }

  /** The remarks on each result, the newest first; the same page of each. */
  remarksOf(
    of: readonly { reach: Reach; id: string }[],
    { states, after, limit }: Pick<RemarkFilter, 'states' | 'after' | 'limit'>,
    members?: Projection,
  ): Promise<Remark[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, sees, units }, results) => {
      const asked = where([communeId, sees, results, limit], {
        own: isOwn('r', units),
        states: isAny('r.state', states),
        after: [after?.[0], (last) => `r.id < ${last}::uuid`],
      });
      return this.database.rows(
        `remarks.remarksOf${asked.name}${shape}`,
        `select ${text} from unnest($3::uuid[]) as e (result_id)
         cross join lateral (
           select r.* from remark r
           where r.commune_id = $1 and r.result_id = e.result_id and r.audience >= $2::audience${asked.text}
           order by r.id desc limit $4) r ${neighbours}
         order by r.id desc`,
        asked.values,
      );
    });
  }

  /** Remarks by id. */
  remarksById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Remark>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees, units }, ids) => {
      const own = where([communeId, sees, ids], { own: isOwn('r', units) });
      return this.database.rows(
        `remarks.remarksById${own.name}${shape}`,
        `select ${text} from remark r ${neighbours}
         where r.commune_id = $1 and r.audience >= $2::audience and r.id = any ($3)${own.text}`,
        own.values,
      );
    });
  }

  /** Locks a remark until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Remark, { communeId, ids: [id] });
  }
}
