import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { Fund } from './fund.entity.js';

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

  /** Awards of the decisions of a year: how many are in force with money, and the đồng they commit the fund to. */
  async spent({ communeId }: Reach, year: number): Promise<{ awards: number; committed: string }> {
    const row = await this.database.row<{ awards: number; committed: string }>(
      'fund.spent',
      `select count(*)::int as awards, coalesce(sum(a.payable), 0)::text as committed from award a
       where a.commune_id = $1 and a.decision_id is not null and left(a.granted_on, 4)::int = $2
         and a.raw is not null and a.revoked_on is null`,
      [communeId, year],
    );
    return row ?? { awards: 0, committed: '0' };
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
