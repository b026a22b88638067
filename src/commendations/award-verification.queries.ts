import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { erasedText } from '../api/shown.js';
import { Database } from '../database/database.js';
import { numberPrinted } from '../documents/number.queries.js';
import { newestLine } from '../journal/changes.queries.js';
import { termOn } from '../units/units.queries.js';
import type { AwardVerification } from './award-verification.view.js';

/** Number of a document's line as printed: "07a/CV-UBND"; null where the paper has none. */
const printed = (data: string) => numberPrinted((member) => `(${data} ->> '${member}')`);

/** SQL of the name of the unit, no household, that a unit belongs to on a day; a hamlet is of its commune. */
export const unitAbove = (unit: string, day: string) => `(
  select d.name
  from ${termOn(`${unit}.commune_id`, `${unit}.id`, day)} t
  join unit v on v.commune_id = ${unit}.commune_id and v.code = any (string_to_array(t.path, '/'))
  cross join lateral ${termOn('v.commune_id', 'v.id', day)} d
  where ${unit}.kind <> 'HAMLET' and v.id <> ${unit}.id and v.kind not in ('HOUSEHOLD', 'INDIVIDUAL')
  order by length(d.path) desc limit 1)`;

@Injectable()
export class AwardVerificationQueries {
  constructor(private readonly database: Database) {}

  /**
   * Public record of the award with a verification code, as the journal's newest lines of award and decisions say: a
   * row that was changed by hand proves nothing. The name is a commitment there when it is of a person.
   */
  ofCode({ communeId, sees }: Reach, code: string): Promise<AwardVerification | undefined> {
    return this.database.row(
      'award-verification.ofCode',
      `select a.commune_id as "communeId", u.id as "unitId", u.kind as "unitKind",
         l.data ->> 'verificationCode' as "verificationCode", c.key as commune, c.name as "communeName",
         case jsonb_typeof(l.data -> 'recipientName') when 'string' then l.data ->> 'recipientName'
           else coalesce(n.value #>> '{}', $4) end as "recipientName",
         b.name as "unitName", l.data ->> 'period' as period,
         u.invented or c.invented as invented, l.data ->> 'formCode' as "formCode", l.data ->> 'formName' as "formName",
         l.data ->> 'issuer' as issuer, l.data ->> 'numberText' as "numberText", l.data ->> 'grantedOn' as "grantedOn",
         l.data ->> 'correctedOn' as "correctedOn", ${printed('k.data')} as "correctedNumberText",
         l.data ->> 'revokedOn' as "revokedOn",
         r.data ->> 'numberText' as "revokedNumberText", g.data ->> 'sha256' as sha256,
         nullif(g.data -> 'head', 'null') as head
       from award a
       join lateral ${newestLine('award', { commune: 'a.commune_id', id: 'a.id::text' })} l on true
       join unit u on u.commune_id = l.commune_id and u.id = (l.data ->> 'unitId')::uuid
       join commune c on c.id = a.commune_id
       left join lateral
         ${unitAbove('u', `left(concat(l.data ->> 'grantedOn', '-01-01'), 10)::date`)} b on true
       left join change_value n
         on n.commune_id = l.commune_id and n.position = l.position and n.item = l.item
           and n.pointer = '/data/recipientName'
       left join lateral ${newestLine('decision', { commune: 'l.commune_id', id: `l.data ->> 'decisionId'` })} g on true
       left join lateral
         ${newestLine('decision', { commune: 'l.commune_id', id: `l.data ->> 'revokingDecisionId'` })} r on true
       left join lateral
         ${newestLine('document', { commune: 'l.commune_id', id: `l.data ->> 'correctionDocumentId'` })} k on true
       where a.commune_id = $1 and a.verification_code = $3 and l.data ->> 'verificationCode' = $3
         and l.seen_after >= $2::audience`,
      [communeId, sees, code, erasedText],
    );
  }
}
