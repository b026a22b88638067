import { Injectable } from '@nestjs/common';
import { v7, validate } from 'uuid';
import type { Caller } from '../access/caller.js';
import { takeDisclosures } from '../api/disclosures.js';
import { Database } from '../database/database.js';
import { DisclosuresQueries } from './disclosures.queries.js';
import { PersonalAccess } from './personal-access.entity.js';

/** Log of disclosures: which personal values a request answered, and to whom. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly database: Database,
    private readonly queries: DisclosuresQueries,
  ) {}

  /**
   * Stores the disclosures of a request: one row for each person or household. Called between the scope and the answer,
   * in a write of its own, which also deletes expired rows. When the write fails, the answer fails: a disclosure
   * without a row would be worse.
   */
  async storeDisclosures(caller: Caller): Promise<void> {
    for (const [communeId, notes] of takeDisclosures(caller) ?? []) {
      const ids = [...notes.keys()].filter((id) => validate(id));
      if (ids.length === 0) continue;
      await this.database.write(caller, communeId, async () => {
        const operations = new Map(
          (await this.queries.persons(communeId, ids)).map(({ id, via }) => [id, notes.get(via) ?? '']),
        );
        const rows = [...operations].map(([unitId, operation]) => ({
          communeId,
          id: v7(),
          unitId,
          actorId: caller.id,
          actor: caller.actorKey,
          operation,
          at: caller.at,
          requestId: caller.requestId,
        }));
        await this.database.insert(PersonalAccess, rows);
        await this.queries.deleteExpired(communeId);
      });
    }
  }
}
