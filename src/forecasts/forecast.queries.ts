import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { Round } from '../nominations/round.entity.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

/** An award that a decision of the commune may give: for a nomination, or for a candidate. */
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

/** An open round, with whom it has nominated for which form. */
export interface OpenRound extends Pick<Round, 'id' | 'period' | 'forms' | 'ruleSet'> {
  decideBy: string | null;
  nominated: { unitId: string; formCode: string }[];
}

@Injectable()
export class ForecastQueries {
  constructor(private readonly database: Database) {}

  /** Nominations of open rounds that a decision may grant, and those that drafted decisions give. */
  onTheirWay({ communeId }: Reach): Promise<OnItsWay[]> {
    return this.database.rows(
      'forecast.onTheirWay',
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

  /** Open rounds, the oldest first. */
  openRounds({ communeId }: Reach): Promise<OpenRound[]> {
    return this.database.rows(
      'forecast.openRounds',
      `select r.id, r.period, r.forms, r.rule_set as "ruleSet", r.calendar ->> 'decideBy' as "decideBy",
         coalesce((
           select json_agg(json_build_object('unitId', n.unit_id, 'formCode', n.form_code)) from nomination n
           where n.commune_id = $1 and n.round_id = r.id and n.state <> 'WITHDRAWN'), '[]') as nominated
       from round r where r.commune_id = $1 and r.state = 'OPEN' order by r.id`,
      [communeId],
    );
  }
}
