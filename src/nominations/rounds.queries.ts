import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isOwn, where } from '../database/where.js';
import { Round } from './round.entity.js';

const columns = selectList<Round>(Round, 'o', {});

/** Numbers of nominations in a round. */
export interface NominationsIn {
  drafts: number;
  submitted: number;
  settled: number;
}

@Injectable()
export class RoundsQueries {
  constructor(private readonly database: Database) {}

  /** Rounds, the newest first. */
  rounds(
    { communeId, sees }: Reach,
    { after, limit }: { after: readonly [string] | null; limit: number },
    members?: Projection,
  ): Promise<Round[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, limit], { after: [after?.[0], (id) => `o.id < ${id}`] });
    return this.database.rows(
      `rounds.rounds${asked.name}${shape}`,
      `select ${text} from round o
       where o.commune_id = $1 and o.audience >= $2::audience${asked.text} order by o.id desc limit $3`,
      asked.values,
    );
  }

  /** Rounds by id. */
  roundsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Round>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `rounds.roundsById${shape}`,
        `select ${text} from round o where o.commune_id = $1 and o.audience >= $2::audience and o.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Codes of the forms that a round has nominations for. */
  async nominatedForms({ communeId }: Reach, id: string): Promise<string[]> {
    const rows = await this.database.rows<{ form: string }>(
      'rounds.nominatedForms',
      'select distinct form_code as form from nomination where commune_id = $1 and round_id = $2 order by 1',
      [communeId, id],
    );
    return rows.map(({ form }) => form);
  }

  /** How many nominations of the reach each round has: not handed in, on their way, and at their end. */
  async nominationsIn(asked: readonly { reach: Reach; id: string }[]): Promise<NominationsIn[]> {
    const counts = await byIds(asked, ({ communeId, units }, ids) => {
      const own = where([communeId, ids], { own: isOwn('n', units) });
      return this.database.rows<NominationsIn & { communeId: number; id: string }>(
        `rounds.nominationsIn${own.name}`,
        `select $1::int as "communeId", n.round_id as id,
           (count(*) filter (where n.state in ('DRAFT', 'RETURNED')))::int as drafts,
           (count(*) filter (where n.state in (
             'SUBMITTED', 'APPRAISED', 'CONSULTED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'FORWARDED')))::int
             as submitted,
           (count(*) filter (where n.state in ('GRANTED', 'REFUSED', 'WITHDRAWN')))::int as settled
         from nomination n where n.commune_id = $1 and n.round_id = any ($2)${own.text} group by n.round_id`,
        own.values,
      );
    });
    return counts.map((each) => each ?? { drafts: 0, submitted: 0, settled: 0 });
  }

  /** Locks a round until the transaction ends: it stays open while somebody is put forward in it. */
  async lock({ communeId }: Reach, id: string, how: 'share' | 'update'): Promise<void> {
    await this.database.rows(`rounds.lock.${how}`, `select from round where commune_id = $1 and id = $2 for ${how}`, [
      communeId,
      id,
    ]);
  }
}
