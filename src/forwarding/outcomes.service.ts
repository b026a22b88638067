import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { withReach, type RecordKey } from '../api/found.js';
import type { CommuneAt } from '../api/place.js';
import { ofEach } from '../database/batch.js';
import { Database } from '../database/database.js';
import { pageOf, type Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import type { NominationAt } from '../nominations/nomination.inputs.js';
import { NominationsService } from '../nominations/nominations.service.js';
import type { Outcome } from './outcome.entity.js';
import { OutcomesQueries } from './outcomes.queries.js';

/** Outcomes from above as they are read. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly database: Database,
    private readonly queries: OutcomesQueries,
    private readonly nominations: NominationsService,
  ) {}

  /** The outcomes of a nomination, oldest first: the last stands. Refusal: NOT_FOUND for the nomination. */
  outcomes(caller: Caller, { commune, id }: CommuneAt & NominationAt, members?: Projection): Promise<Page<Outcome>> {
    return this.database.read(caller, async () => {
      const nomination = await this.nominations.nomination(caller, commune, id, keysAlone);
      const [rows = []] = await this.outcomesOf(caller, [nomination], members);
      return pageOf(rows, { first: rows.length }, (outcome) => [outcome.id]);
    });
  }

  /** The outcomes of each nomination, in the order asked. */
  outcomesOf(caller: Caller, nominations: readonly RecordKey[], members?: Projection): Promise<Outcome[][]> {
    return this.database.read(caller, async () => {
      const asked = withReach(caller, nominations);
      const rows = await this.queries.outcomesOf('nomination', asked, members);
      return ofEach(asked, rows, ({ nominationId }) => nominationId);
    });
  }

  /** Outcomes by id, for the erasure of a person. */
  outcomesById(caller: Caller, asked: readonly RecordKey[]): Promise<Outcome[]> {
    return this.database.read(caller, () => this.queries.outcomesOf('id', withReach(caller, asked)));
  }
}
