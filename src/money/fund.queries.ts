import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { Fund } from './fund.entity.js';
import type { FundState } from './fund.view.js';

/** A nomination that a decision of the commune may grant. */
export interface OnItsWay {
  id: string;
  unitId: string;
  unitKind: UnitKind;
  formCode: string;
  type: string;
  period: string;
  deedOn: string | null;
  roundId: string;
  decideBy: string | null;
  /** Whether a drafted decision gives it. */
  drafted: boolean;
}

/** Money of the awards of a year, đồng. */
export type Spent = Pick<FundState, 'awards' | 'committed' | 'paid' | 'recovered' | 'toPay' | 'toRecover'>;

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

  /** Nominations of open rounds that a decision may grant, and those that drafted decisions give. */
  onTheirWay({ communeId }: Reach): Promise<OnItsWay[]> {
    return this.database.rows(
      'fund.onTheirWay',
      `select n.id, n.unit_id as "unitId", u.kind as "unitKind", n.form_code as "formCode", n.type, n.period,
         n.deed_on as "deedOn", n.round_id as "roundId", r.calendar ->> 'decideBy' as "decideBy",
         i.outcome is not null as drafted
       from nomination n
       join unit u on u.commune_id = n.commune_id and u.id = n.unit_id
       join round r on r.commune_id = n.commune_id and r.id = n.round_id
       left join decision_item i on i.commune_id = n.commune_id and i.nomination_id = n.id
       where n.commune_id = $1 and n.decision_id is null and (
         i.outcome = 'GRANTED' or i.outcome is null and r.state = 'OPEN'
           and n.state not in ('NOT_RECOMMENDED', 'WITHDRAWN', 'FORWARDED'))
       order by n.id`,
      [communeId],
    );
  }
}
