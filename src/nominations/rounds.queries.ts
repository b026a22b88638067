import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { Round } from './round.entity.js';

const columns = columnsOf(Round, 'o');

@Injectable()
export class RoundsQueries {
  constructor(private readonly database: Database) {}

  /** Rounds, the newest first. */
  rounds(
    { commune, sees }: Reach,
    { after, limit }: { after: readonly [string] | null; limit: number },
  ): Promise<Round[]> {
    return this.database.rows(
      'rounds.rounds',
      `select ${columns} from round o
       where o.commune_id = $1 and o.audience >= $2::audience and ($3::uuid is null or o.id < $3)
       order by o.id desc limit $4`,
      [commune, sees, after?.[0] ?? null, limit],
    );
  }

  /** Rounds by id. */
  async roundsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<Round>> {
    const rows = await this.database.rows<Round>(
      'rounds.roundsById',
      `select ${columns}
       from ${askedRows}
       join round o on o.commune_id = r.commune_id and o.id = r.id and o.audience >= r.sees`,
      askedValues(asked),
    );
    return inAskedOrder(asked, rows);
  }

  /** Holds a round for this transaction: it stays open while somebody is put forward in it. */
  async lock({ commune }: Reach, id: string, how: 'share' | 'update'): Promise<void> {
    await this.database.rows(`rounds.lock.${how}`, `select from round where commune_id = $1 and id = $2 for ${how}`, [
      commune,
      id,
    ]);
  }
}
