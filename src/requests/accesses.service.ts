import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { AccessesQueries } from './accesses.queries.js';
import { PersonalAccess } from './personal-access.entity.js';
import { takeShown } from '../api/disclosures.js';

/** Rows of one INSERT: below 5,000 parameters. */
const atOnce = 500;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose personal values went out with a request, and to whom. */
@Injectable()
export class AccessesService {
  constructor(
    private readonly database: Database,
    private readonly queries: AccessesQueries,
  ) {}

  /**
   * Writes down what was noted of a request: one row for each person or household. Called when its scope has ended and
   * before its answer leaves, in a write of its own; where that fails the answer fails, for an access that nobody hears of is worse.
   */
  async keep(actor: Actor): Promise<void> {
    for (const [communeId, notes] of takeShown(actor) ?? []) {
      const ids = [...notes.keys()].filter((id) => uuid.test(id));
      if (ids.length === 0) continue;
      await this.database.write(actor, communeId, async () => {
        const operations = new Map(
          (await this.queries.persons(communeId, ids)).map(({ id, via }) => [id, notes.get(via) ?? '']),
        );
        const rows = [...operations].map(([unitId, operation]) => ({
          communeId,
          id: v7(),
          unitId,
          actorId: actor.id,
          actor: actor.key,
          operation,
          at: actor.at,
          requestId: actor.requestId,
        }));
        for (let start = 0; start < rows.length; start += atOnce)
          await this.database.manager.insert(PersonalAccess, rows.slice(start, start + atOnce));
      });
    }
  }
}
