import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import type { Kind } from '../api/kinds.js';
import { grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import { brokenValue } from '../indicators/value.rules.js';
import { Result } from './result.entity.js';
import { ResultsQueries } from './results.queries.js';
import { usualScope } from './scope.rules.js';
import type { Submission } from './submission.entity.js';

/** A figure that another module owns. */
export interface Derived {
  indicator: Pick<Indicator, 'id' | 'code' | 'derived' | 'measure' | 'endsAt100' | 'grades' | 'responsibleUnitId'>;
  unitId: string;
  period: string;
  /** Null: what it followed from was taken back. */
  value: string | null;
  outOf?: string;
}

/** Results are seen from their approval on. */
const audience = 'SUPERIOR' as const;

type Figure = Pick<Result, 'indicatorId' | 'scope' | 'value' | 'outOf'>;

/** Results as reports are approved, and as other modules derive them. */
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
    const reach = caller.inCommune(communeId);
    const before =
      correctsId === null
        ? []
        : (await this.queries.resultsOfSubmissions([{ reach, id: correctsId }])).filter(
            ({ supersededOn }) => supersededOn === null,
          );
    const figures = entries.flatMap(({ indicatorId, scope, approved, reported, outOf }): Figure[] =>
      approved === null ? [] : [{ indicatorId, scope, value: approved, outOf: reported === null ? null : outOf }],
    );
    await this.replace(caller, before, { communeId, submissionId, unitId, period, figures });
  }

  /**
   * Records the figure of a derived indicator; it is in force from the act's legal date on. Part of the write of the
   * module that owns the facts. Refusals: RULE for a value that is not of the indicator's kind, or a legal date
   * before that of the figure in force.
   */
  async derive(caller: Caller, reach: Reach, { indicator, unitId, period, value, outOf }: Derived): Promise<void> {
    if (!indicator.derived) throw new Error(`${indicator.code} is reported, not derived.`);
    if (value !== null) refuse(brokenValue(indicator, { value, outOf: outOf ?? null }, '/value'));
    // Two that derive the same figure would each see none in force.
    await this.queries.lock(reach, indicator.id);
    const before = await this.queries.inForce(reach, { indicatorIds: [indicator.id], unitId, period });
    if (before.some((result) => result.value === value && result.outOf === (outOf ?? null))) return;
    const later = before.find(({ approvedOn }) => approvedOn > caller.on);
    if (later)
      throw wrong(
        '/headers/legal-date',
        'TOO_EARLY',
        `${caller.on} lies before ${later.approvedOn}, the day of the figure in force.`,
      );
    await this.replace(caller, before, {
      communeId: reach.commune,
      submissionId: null,
      unitId,
      period,
      figures:
        value === null
          ? []
          : [{ indicatorId: indicator.id, scope: usualScope(indicator, unitId), value, outOf: outOf ?? null }],
    });
  }

  /** Ends results and puts others in their place. */
  private async replace(
    caller: Caller,
    before: readonly Result[],
    {
      figures,
      ...origin
    }: Pick<Result, 'communeId' | 'submissionId' | 'unitId' | 'period'> & { figures: readonly Figure[] },
  ): Promise<void> {
    const { communeId } = origin;
    const reach = caller.inCommune(communeId);
    const ended = before.map(({ id }) => id);
    if (ended.length > 0)
      await this.database.manager.update(
        Result,
        { communeId, id: In(ended) },
        { supersededOn: caller.on, version: () => 'version + 1' },
      );
    const supersededBy = new Map(before.map(({ indicatorId, id }) => [indicatorId, id]));
    const rows = figures.map((figure) => ({
      ...origin,
      ...figure,
      id: v7(),
      version: 1,
      supersedesId: supersededBy.get(figure.indicatorId) ?? null,
      approvedOn: caller.on,
      audience,
    }));
    if (rows.length > 0) await this.database.manager.insert(Result, rows);
    const journal = (kind: Kind, seenBefore: Audience | null, records: readonly Result[]) =>
      this.records.journalAll(caller, { view: Result, kind, seenBefore }, records);
    journal('result.superseded', audience, await this.queries.resultsNamed(reach, ended));
    const ids = rows.map(({ id }) => id);
    const added = grouped(await this.queries.resultsNamed(reach, ids), ({ supersedesId }) => [
      supersedesId === null ? 'result.approved' : 'result.corrected',
    ]);
    journal('result.approved', null, added('result.approved'));
    journal('result.corrected', null, added('result.corrected'));
  }
}
