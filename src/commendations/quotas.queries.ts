import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { yearOfAward } from '../progress/progress.queries.js';
import { termOn } from '../units/units.queries.js';
import type { Holder } from './quota.rules.js';

/** Forms or ratings with holders, of a year; the day of their places; the round of what is recommended. */
interface AskedHolders {
  of: readonly string[];
  year: number;
  on: string;
  /** Null: no nominations are asked for. */
  round: string | null;
}

@Injectable()
export class QuotasQueries {
  constructor(private readonly database: Database) {}

  /** Holders of forms for a year by awards in force on a day, people rated so, and those whom a round recommends. */
  holders({ communeId }: Reach, { of, year, on, round }: AskedHolders): Promise<Holder[]> {
    return this.database.rows(
      'quotas.holders',
      `select h.of, h.unit_id as "unitId", h.held, t.parent_id as "aboveId",
         (select p.code from unit p where p.commune_id = $1 and p.id = t.parent_id) as "aboveCode"
       from (
         select a.form_code as of, a.unit_id, true as held from award a
         where a.commune_id = $1 and a.form_code = any ($2) and ${yearOfAward}::int = $3
           and rpad(a.granted_on, 10, '-01') <= $4 and (a.revoked_on is null or a.revoked_on > $4::date)
         union
         select f.value, f.unit_id, true from fact f
         join unit u on u.commune_id = $1 and u.id = f.unit_id and u.kind = 'INDIVIDUAL'
         where f.commune_id = $1 and f.kind = 'RATING' and f.value = any ($2) and f.period = $3::text
         union
         select n.form_code, n.unit_id, false from nomination n
         where n.commune_id = $1 and n.round_id = $5::uuid and n.form_code = any ($2) and n.state = 'RECOMMENDED') h
       cross join lateral ${termOn('$1', 'h.unit_id', '$4::date')} t
       order by h.of, h.unit_id`,
      [communeId, of, year, on, round],
    );
  }

  /** The unit above each of some units on a day. */
  async above({ communeId }: Reach, units: readonly string[], on: string): Promise<Map<string, string | null>> {
    const rows = await this.database.rows<{ id: string; aboveId: string | null }>(
      'quotas.above',
      `select u.id, t.parent_id as "aboveId" from unnest($2::uuid[]) as u (id)
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t`,
      [communeId, units, on],
    );
    return new Map(rows.map(({ id, aboveId }) => [id, aboveId]));
  }
}
