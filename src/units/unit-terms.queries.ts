import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { byIds } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { UnitTerm } from './unit.entity.js';

/** The names and places of units over time, as a correction of their days reads them. */
@Injectable()
export class UnitTermsQueries {
  constructor(private readonly database: Database) {}

  /** The terms of units, whoever may see these, the earliest first. */
  termsOf({ communeId }: Reach, unitIds: readonly string[]): Promise<UnitTerm[]> {
    return this.database.rows(
      'unit-terms.termsOf',
      `select t.commune_id as "communeId", t.unit_id as "unitId", t.valid_from as "validFrom", t.valid_to as "validTo",
         t.name, t.sort_name as "sortName", t.folded, t.parent_id as "parentId", t.path
       from unit_term t where t.commune_id = $1 and t.unit_id = any ($2) order by t.valid_from`,
      [communeId, unitIds],
    );
  }

  /** Whether units stand below each unit for good: it cannot be closed. */
  async carry(asked: readonly { reach: Reach; id: string }[]): Promise<boolean[]> {
    const found = await byIds(asked, ({ communeId }, ids) =>
      this.database.rows<{ communeId: number; id: string }>(
        'unit-terms.carry',
        `select distinct t.commune_id as "communeId", t.parent_id as id from unit_term t
         where t.commune_id = $1 and t.parent_id = any ($2) and t.valid_to is null`,
        [communeId, ids],
      ),
    );
    return found.map((each) => each !== undefined);
  }

  /** Codes of the units that stand directly below one on some day outside its new days, whoever may see them. */
  async belowOutside(
    { communeId }: Reach,
    { id, validFrom, validTo }: { id: string; validFrom: string; validTo: string | null },
  ): Promise<string[]> {
    const rows = await this.database.rows<{ code: string }>(
      'unit-terms.belowOutside',
      `select distinct u.code
       from unit_term t join unit u on u.commune_id = t.commune_id and u.id = t.unit_id
       where t.commune_id = $1 and t.parent_id = $2
         and (t.valid_from < $3 or coalesce(t.valid_to, 'infinity') > coalesce($4::date, 'infinity'))
       order by u.code`,
      [communeId, id, validFrom, validTo],
    );
    return rows.map(({ code }) => code);
  }
}
