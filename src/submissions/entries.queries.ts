import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { eachCommune } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { Entry } from './entry.entity.js';

/** Files that prove an entry `e`. $1 is the commune. */
export const evidenceIds = `array(
  select v.file_id from evidence v
  where v.commune_id = $1 and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id
  order by v.file_id)`;

/** Entries `e`, each with its indicator `i`. $1 is the commune. */
export const entriesWithIndicators = `
  entry e join indicator i on i.commune_id = $1 and i.id = e.indicator_id where e.commune_id = $1`;

const columns = selectList<Entry>(Entry, 'e', {
  always: ['submissionId'],
  computed: { indicatorCode: 'i.code', evidenceIds },
});

@Injectable()
export class EntriesQueries {
  constructor(private readonly database: Database) {}

  /** The entries of reports that the caller was given, in the order of the plan. */
  entriesOf(of: readonly { reach: Reach; id: string }[], members?: Projection): Promise<Entry[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId }, submissions) =>
      this.database.rows(
        `entries.entriesOf${shape}`,
        `select ${text} from ${entriesWithIndicators} and e.submission_id = any ($2) order by i.sort_order, i.code`,
        [communeId, submissions],
      ),
    );
  }
}
