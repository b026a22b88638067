import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, wrong } from '../refusals.js';
import { brokenValue } from './entry.rules.js';
import { Result } from './result.entity.js';
import { ResultsQueries } from './results.queries.js';
import type { Submission } from './submission.entity.js';

/** A figure that another module owns. */
export interface Derived {
  indicator: Pick<Indicator, 'id' | 'code' | 'derived' | 'measure' | 'overUnits'>;
  unitId: string;
  period: string;
  /** Null: what it followed from was taken back. */
  value: string | null;
  outOf?: string;
}

type Figure = Pick<Result, 'indicatorId' | 'value' | 'outOf'>;

/** Results as reports are approved, and as other modules derive them. */
@Injectable()
export class ResultActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ResultsQueries,
    private readonly journal: JournalService,
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
        : (await this.queries.resultsOfSubmissions([{ reach, submissionId: correctsId }])).filter(
            ({ supersededOn }) => supersededOn === null,
          );
    const figures = entries.flatMap(({ indicatorId, approved, reported, outOf }): Figure[] =>
      approved === null ? [] : [{ indicatorId, value: approved, outOf: reported === null ? null : outOf }],
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
      figures: value === null ? [] : [{ indicatorId: indicator.id, value, outOf: outOf ?? null }],
    });
  }

  /** Ends results and puts others in their place. */
  private async replace(
    caller: Caller,
    before: readonly Result[],
    {
      figures,
      ...place
    }: Pick<Result, 'communeId' | 'submissionId' | 'unitId' | 'period'> & { figures: readonly Figure[] },
  ): Promise<void> {
    const { communeId } = place;
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
      ...place,
      ...figure,
      id: v7(),
      version: 1,
      supersedesId: supersededBy.get(figure.indicatorId) ?? null,
      approvedOn: caller.on,
      audience: 'SUPERIOR' as const,
    }));
    if (rows.length > 0) await this.database.manager.insert(Result, rows);
    const entry = { caller, commune: communeId, view: Result };
    for (const record of await this.queries.resultsNamed(reach, ended)) {
      const seen = { before: record.audience, after: record.audience };
      this.journal.record({ ...entry, kind: 'result.superseded', record, seen });
    }
    const added = rows.map(({ id }) => id);
    for (const record of await this.queries.resultsNamed(reach, added)) {
      const kind = record.supersedesId === null ? 'result.approved' : 'result.corrected';
      this.journal.record({ ...entry, kind, record, seen: { before: null, after: record.audience } });
    }
  }
}
