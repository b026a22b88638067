import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { Award } from './award.entity.js';
import type { Known } from './award.rules.js';

/** The register of awards, as an award that enters it is held against it. */
@Injectable()
export class RegisterQueries {
  constructor(private readonly database: Database) {}

  /** Awards of a unit of one form, as far as they tell whether one is recorded twice. */
  ofForm({ communeId }: Reach, { unitId, formCode }: Pick<Award, 'unitId' | 'formCode'>): Promise<Known[]> {
    return this.database.rows(
      'register.ofForm',
      `select id, version, granted_on as "grantedOn", number_text as "numberText", period from award
       where commune_id = $1 and unit_id = $2 and form_code = $3 order by id`,
      [communeId, unitId, formCode],
    );
  }

  /**
   * Locks what the register has of a recipient until the transaction ends. Not the unit: row-level security lets no act
   * of a superior lock it, and says nothing.
   */
  async lockRecipient({ communeId }: Reach, unitId: string): Promise<void> {
    await this.database.rows(
      'register.lockRecipient',
      `select pg_advisory_xact_lock(hashtextextended(format('awards %s %s', $1::int, $2::uuid), 0))`,
      [communeId, unitId],
    );
  }
}
