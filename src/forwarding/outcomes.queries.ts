import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { eachCommune } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isOwn, where } from '../database/where.js';
import { Outcome } from './outcome.entity.js';

const columns = selectList<Outcome>(Outcome, 'o', { always: ['nominationId'], computed: { unitKind: 'u.kind' } });

@Injectable()
export class OutcomesQueries {
  constructor(private readonly database: Database) {}

  /** The outcomes of each nomination, oldest first; those by id. */
  outcomesOf(
    by: 'nomination' | 'id',
    records: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<Outcome[]> {
    const { shape, text } = columns(members);
    return eachCommune(records, ({ communeId, sees, units }, ids) => {
      const own = where([communeId, sees, ids], { ofUnits: isOwn('o', units) });
      return this.database.rows(
        `outcomes.outcomesOf.${by}${own.name}${shape}`,
        `select ${text} from outcome o join unit u on u.commune_id = $1 and u.id = o.unit_id
         where o.commune_id = $1 and o.audience >= $2::audience
           and o.${by === 'id' ? 'id' : 'nomination_id'} = any ($3)${own.text}
         order by o.id`,
        own.values,
      );
    });
  }
}
