import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { unitAbove } from '../commendations/award-verification.queries.js';
import { Database } from '../database/database.js';
import { lookUp } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

/** Award of a decision, with the names that its paper prints. */
export interface DecidedAward {
  nominationId: string | null;
  unitId: string;
  unitKind: UnitKind;
  name: string;
  /** Unit that the recipient belonged to; null: the commune. */
  unitName: string | null;
  formCode: string;
  formName: string;
  period: string | null;
  /** Number and day of the decision that gave it. */
  numberText: string | null;
  grantedOn: string | null;
  /** Money, whole đồng; null: none, or not decided yet. */
  payable: string | null;
}

@Injectable()
export class PapersQueries {
  constructor(private readonly database: Database) {}

  /** Grants of a decision, in its order: under the name of the award once signed, else of the unit on a day. */
  grants({ communeId }: Reach, { id, day }: { id: string; day: string }): Promise<DecidedAward[]> {
    return this.database.rows(
      'papers.grants',
      `select n.id as "nominationId", n.unit_id as "unitId", u.kind as "unitKind",
         coalesce(a.recipient_name, t.name) as name,
         ${unitAbove('u', '$3::date')} as "unitName", n.form_code as "formCode",
         coalesce(a.form_name, n.form_name) as "formName", coalesce(a.period, n.period) as period,
         a.number_text as "numberText", a.granted_on as "grantedOn",
         a.payable::text as payable
       from decision_item i ${lookUp('nomination', 'i.nomination_id', 'n')} ${lookUp('unit', 'n.unit_id', 'u')}
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t
       left join award a on a.commune_id = $1 and a.decision_id = $2 and a.nomination_id = n.id
       where i.commune_id = $1 and i.decision_id = $2 and i.outcome = 'GRANTED' order by i.ordinal`,
      [communeId, id, day],
    );
  }

  /** Awards that a decision revoked. */
  revoked({ communeId }: Reach, id: string): Promise<DecidedAward[]> {
    return this.database.rows(
      'papers.revoked',
      `select a.nomination_id as "nominationId", a.unit_id as "unitId", u.kind as "unitKind", a.recipient_name as name,
         ${unitAbove('u', "left(a.granted_on || '-01-01', 10)::date")} as "unitName", a.form_code as "formCode",
         a.form_name as "formName", a.period, a.number_text as "numberText", a.granted_on as "grantedOn",
         null as payable
       from award a ${lookUp('unit', 'a.unit_id', 'u')}
       where a.commune_id = $1 and a.revoking_decision_id = $2 order by a.id`,
      [communeId, id],
    );
  }
}
