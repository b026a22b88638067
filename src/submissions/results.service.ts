import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, wrong } from '../refusals.js';
import { brokenValue } from './entry.rules.js';
import { Result } from './result.entity.js';
import type { ListOwnResults, ListResults } from './result.inputs.js';
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

/** Approved figures: what came of reports, and what other modules derive. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ResultsQueries,
    private readonly changes: ChangesQueries,
    private readonly journal: JournalService,
  ) {}

  /** The results of a commune, in the order of their approval: those in force, unless another legal date or journal position is asked. Refusal: RULE for a position above the head. */
  results(
    caller: Caller,
    commune: string,
    { plan, indicator, unit, period, ...list }: ListResults,
  ): Promise<Page<Result>> {
    return this.database.read(caller, async () => {
      const first = firstOf(list);
      if (list.at !== undefined) await this.knownBy(caller.in(commune), list.at);
      const rows = await this.queries.results(caller.in(commune), {
        ...list,
        plans: plan,
        indicators: indicator,
        units: unit,
        periods: period,
        ...behind(list, first),
      });
      return pageOf(rows, first, ({ id }) => [id]);
    });
  }

  /** The same page of the results of each indicator, in the order asked. */
  resultsOf(
    caller: Caller,
    indicators: readonly { communeId: number; id: string }[],
    { unit, period, ...list }: ListOwnResults,
  ): Promise<Page<Result>[]> {
    return this.database.read(caller, async () => {
      const first = firstOf(list);
      const places = indicators.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), indicatorId: id }));
      const rows = await this.queries.resultsOf(places, {
        ...list,
        units: unit,
        periods: period,
        ...behind(list, first),
      });
      return indicators.map(({ communeId, id }) =>
        pageOf(
          rows.filter((row) => row.communeId === communeId && row.indicatorId === id),
          first,
          (result) => [result.id],
        ),
      );
    });
  }

  /** Results by id, in the order asked, in force or not; undefined where there is nothing to see. */
  resultsById(caller: Caller, asked: readonly { communeId: number; id: string }[]): Promise<(Result | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.resultsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** The results of each report, in force or not. */
  resultsOfSubmissions(caller: Caller, submissions: readonly { communeId: number; id: string }[]): Promise<Result[][]> {
    return this.database.read(caller, async () => {
      const rows = await this.queries.resultsOfSubmissions(
        submissions.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), submissionId: id })),
      );
      return submissions.map(({ communeId, id }) =>
        rows.filter((row) => row.communeId === communeId && row.submissionId === id),
      );
    });
  }

  /** What follows from the approval of a report: its figures are in force, those of the report it corrects no longer. Part of that write. */
  async recordResults(
    caller: Caller,
    reach: Reach,
    { id: submissionId, correctsId, unitId, period, entries }: Submission,
  ): Promise<void> {
    const before =
      correctsId === null
        ? []
        : (await this.queries.resultsOfSubmissions([{ reach, submissionId: correctsId }])).filter(
            ({ supersededOn }) => supersededOn === null,
          );
    const figures = entries.flatMap(({ indicatorId, approved, reported, outOf }): Figure[] =>
      approved === null ? [] : [{ indicatorId, value: approved, outOf: reported === null ? null : outOf }],
    );
    await this.replace(caller, reach, before, { submissionId, unitId, period, figures });
  }

  /**
   * Records the figure of a derived indicator; it is in force from the act's legal date on. Part of the write of the module that owns the facts.
   * Refusals: RULE for a value that is not of the indicator's kind, or a legal date before that of the figure in force.
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
    await this.replace(caller, reach, before, {
      submissionId: null,
      unitId,
      period,
      figures: value === null ? [] : [{ indicatorId: indicator.id, value, outOf: outOf ?? null }],
    });
  }

  /** Refuses a position above the head: what will be known there is not known yet. */
  private async knownBy(reach: Reach, at: number): Promise<void> {
    const { position } = await this.changes.head(reach);
    if (at > position) throw wrong('/at', 'BEYOND_HEAD', `Your head is at ${position}.`);
  }

  /** Ends results and puts others in their place. */
  private async replace(
    caller: Caller,
    reach: Reach,
    before: readonly Result[],
    { figures, ...place }: Pick<Result, 'submissionId' | 'unitId' | 'period'> & { figures: readonly Figure[] },
  ): Promise<void> {
    const { commune: communeId } = reach;
    const ended = before.map(({ id }) => id);
    if (ended.length > 0)
      await this.database.manager.update(
        Result,
        { communeId, id: In(ended) },
        { supersededOn: caller.on, version: () => 'version + 1' },
      );
    const rows = figures.map((figure) => ({
      ...place,
      ...figure,
      communeId,
      id: v7(),
      version: 1,
      supersedesId: before.find(({ indicatorId }) => indicatorId === figure.indicatorId)?.id ?? null,
      approvedOn: caller.on,
      audience: 'SUPERIOR' as const,
    }));
    if (rows.length > 0) await this.database.manager.insert(Result, rows);
    for (const record of await this.queries.resultsNamed(reach, ended))
      this.journal.record({
        caller,
        commune: communeId,
        kind: 'result.superseded',
        view: Result,
        record,
        seen: { before: record.audience, after: record.audience },
      });
    for (const record of await this.queries.resultsNamed(
      reach,
      rows.map(({ id }) => id),
    )) {
      this.journal.record({
        caller,
        commune: communeId,
        kind: record.supersedesId === null ? 'result.approved' : 'result.corrected',
        view: Result,
        record,
        seen: { before: null, after: record.audience },
      });
    }
  }
}

const behind = (page: ListOwnResults, first: number) => ({
  after: keysAfter(page.after, ['uuid']) as readonly [string] | null,
  limit: first + 1,
});
