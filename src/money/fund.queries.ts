import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { Fund } from './fund.entity.js';

/** Money of the awards of a year, đồng. */
export interface Spent {
  /** Number of awards in force with money. */
  awards: number;
  committed: string;
  paid: string;
  recovered: string;
  toPay: string;
  toRecover: string;
}

@Injectable()
export class FundQueries {
  constructor(private readonly database: Database) {}

  fund({ communeId }: Reach, year: number): Promise<Fund | undefined> {
    return this.database.row(
      'fund.fund',
      `select ${columnsOf(Fund, 'f')} from fund f where f.commune_id = $1 and f.year = $2`,
      [communeId, year],
    );
  }

  /**
   * Money of awards of the decisions of a year: how many are in force, the đồng they commit the fund to, with those
   * paid for revoked ones, and what was paid, came back, is left to pay and to come back.
   */
  async spent({ communeId }: Reach, year: number): Promise<Spent> {
    const row = await this.database.row<Spent>(
      'fund.spent',
      `with given as (
         select a.id, a.revoked_on is null as stands, a.payable, coalesce(a.paid, 0) as paid from award a
         where a.commune_id = $1 and a.decision_id is not null and left(a.granted_on, 4)::int = $2
           and a.raw is not null)
       select (count(*) filter (where stands))::int as awards,
         coalesce(sum(case when stands then greatest(payable, paid) else paid end), 0)::text as committed,
         (select coalesce(sum(p.amount) filter (where p.kind = 'PAYMENT'), 0)::text from payment p
          where p.commune_id = $1 and p.award_id in (select id from given)) as paid,
         (select coalesce(sum(p.amount) filter (where p.kind = 'RECOVERY'), 0)::text from payment p
          where p.commune_id = $1 and p.award_id in (select id from given)) as recovered,
         coalesce(sum(greatest(payable - paid, 0)) filter (where stands), 0)::text as "toPay",
         coalesce(sum(greatest(paid - case when stands then payable else 0 end, 0)), 0)::text as "toRecover"
       from given`,
      [communeId, year],
    );
    return row ?? { awards: 0, committed: '0', paid: '0', recovered: '0', toPay: '0', toRecover: '0' };
  }
}
