import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import type { Kind } from '../api/kinds.js';
import { grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { Result } from './result.entity.js';
import { ResultsQueries } from './results.queries.js';
import type { Submission } from './submission.entity.js';

/** From their approval on the superiors see results. */
const audience = 'SUPERIOR' as const;

/** Results as reports are approved. */
@Injectable()
export class ResultActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ResultsQueries,
    private readonly records: RecordsService,
  ) {}

  /**
   * The results of an approved report: its figures are in force, those of the report it corrects no longer. Part of
   * the approval.
   */
  async recordResults(
    caller: Caller,
    { communeId, id: submissionId, correctsId, unitId, period, entries }: Submission,
  ): Promise<void> {
    const reach = caller.reachById(communeId);
    const before =
      correctsId === null
        ? []
        : (await this.queries.resultsOfSubmissions([{ reach, id: correctsId }])).filter(
            ({ supersededOn }) => supersededOn === null,
          );
    const ended = before.map(({ id }) => id);
    if (ended.length > 0)
      await this.database.manager.update(
        Result,
        { communeId, id: In(ended) },
        { supersededOn: caller.on, version: () => 'version + 1' },
      );
    const oldResultIdOf = new Map(before.map(({ indicatorId, id }) => [indicatorId, id]));
    const rows = entries.flatMap(({ indicatorId, scope, approved, reported, outOf }) =>
      approved === null
        ? []
        : {
            communeId,
            id: v7(),
            version: 1,
            submissionId,
            indicatorId,
            unitId,
            period,
            scope,
            value: approved,
            outOf: reported === null ? null : outOf,
            supersedesId: oldResultIdOf.get(indicatorId) ?? null,
            approvedOn: caller.on,
            audience,
          },
    );
    if (rows.length > 0) await this.database.manager.insert(Result, rows);
    const journal = (kind: Kind, seenBefore: Audience | null, records: readonly Result[]) =>
      this.records.journalAll(caller, { entity: Result, kind, seenBefore }, records);
    journal('result.superseded', audience, await this.queries.resultsInDocumentOrder(reach, ended));
    const ids = rows.map(({ id }) => id);
    const added = grouped(await this.queries.resultsInDocumentOrder(reach, ids), ({ supersedesId }) => [
      supersedesId === null ? 'result.approved' : 'result.corrected',
    ]);
    journal('result.approved', null, added('result.approved'));
    journal('result.corrected', null, added('result.corrected'));
  }
}
