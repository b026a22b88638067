import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, refersTo, where } from '../database/where.js';
import { Complaint } from './complaint.entity.js';
import type { ComplaintState } from './complaint.workflow.js';

/** Neighbours of rows `c`. $1 is the commune. */
const neighbours = 'join unit u on u.commune_id = $1 and u.id = c.unit_id';

const columns = selectList<Complaint>(Complaint, 'c', {
  always: ['unitId', 'awardId', 'complainantId'],
  computed: {
    unitCode: 'u.code',
    unitKind: 'u.kind',
    complainantCode: '(select w.code from unit w where w.commune_id = $1 and w.id = c.complainant_id)',
  },
});

export interface ComplaintFilter {
  states?: readonly ComplaintState[];
  units?: readonly string[];
  award?: string;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class ComplaintsQueries {
  constructor(private readonly database: Database) {}

  /** Complaints, the newest first. */
  complaints(
    { communeId, units: own }: Reach,
    { states, units, award, after, limit }: ComplaintFilter,
    members?: Projection,
  ): Promise<Complaint[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      states: isAny('c.state', states),
      units: refersTo('c.unit_id', 'unit.code', units),
      award: [award, (id) => `c.award_id = ${id}::uuid`],
      own: isOwn('c', own),
      after: [...(after ?? [null]), (id) => `c.id < ${id}::uuid`],
    });
    return this.database.rows(
      `complaints.complaints${asked.name}${shape}`,
      `select ${text} from complaint c ${neighbours}
       where c.commune_id = $1${asked.text} order by c.id desc limit $2`,
      asked.values,
    );
  }

  /** The complaints about each award, the newest first; the same page of each. */
  complaintsOf(
    of: readonly { reach: Reach; id: string }[],
    { states, after, limit }: Pick<ComplaintFilter, 'states' | 'after' | 'limit'>,
    members?: Projection,
  ): Promise<Complaint[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, units: own }, awards) => {
      const asked = where([communeId, awards, limit], {
        states: isAny('c.state', states),
        own: isOwn('c', own),
        after: [...(after ?? [null]), (id) => `c.id < ${id}::uuid`],
      });
      return this.database.rows(
        `complaints.complaintsOf${asked.name}${shape}`,
        `select ${text} from unnest($2::uuid[]) as r (award_id)
         cross join lateral (
           select c.* from complaint c where c.commune_id = $1 and c.award_id = r.award_id${asked.text}
           order by c.id desc limit $3) c ${neighbours}
         order by c.id desc`,
        asked.values,
      );
    });
  }

  /** Complaints by id. */
  complaintsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Complaint>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, units: own }, ids) => {
      const found = where([communeId, ids], { own: isOwn('c', own) });
      return this.database.rows(
        `complaints.complaintsById${found.name}${shape}`,
        `select ${text} from complaint c ${neighbours} where c.commune_id = $1 and c.id = any ($2)${found.text}`,
        found.values,
      );
    });
  }

  /** Locks a complaint until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Complaint, { communeId, ids: [id] });
  }
}
