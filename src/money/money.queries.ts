import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { AmountBasis } from './amount-basis.view.js';
import { amountOf, type Share, type Sharer } from './amount.rules.js';

/** An award with money. */
export type WithMoney = Sharer & Share;
type Row = Omit<WithMoney, 'full'> & { amountBasis: AmountBasis };

@Injectable()
export class MoneyQueries {
  constructor(private readonly database: Database) {}

  /** Locks the money of a commune until the transaction ends: acts that decide about it follow one another. */
  async lock({ communeId }: Reach): Promise<void> {
    await this.database.rows('money.lock', `select pg_advisory_xact_lock(hashtextextended('money ' || $1::int, 0))`, [
      communeId,
    ]);
  }

  /** Awards of units in force with money, as far as they decide about each other's. */
  async withMoney({ communeId }: Reach, unitIds: readonly string[]): Promise<WithMoney[]> {
    const rows = await this.database.rows<Row>(
      'money.withMoney',
      `select a.id, a.unit_id as "unitId", f.category, a.type, a.period, a.deed_on as "deedOn",
         n.round_id as "roundId", a.granted_on as "grantedOn", a.paid, a.payable, a.amount_basis as "amountBasis",
         a.amount_reason as "amountReason", a.paying_award_id as "payingAwardId"
       from award a
       join nomination n on n.commune_id = a.commune_id and n.id = a.nomination_id
       join catalogue.award_form f on f.rule_set = a.rule_set and f.code = a.form_code
       where a.commune_id = $1 and a.unit_id = any ($2) and a.raw is not null and a.revoked_on is null
       order by a.id`,
      [communeId, unitIds],
    );
    return rows.map(({ amountBasis, ...award }) => ({ ...award, full: amountOf(amountBasis).payable }));
  }
}
