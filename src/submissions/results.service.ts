import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, pagedEach, pagedIn } from '../api/lists.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import { beyondHead } from '../journal/cursor.rules.js';
import type { Result } from './result.entity.js';
import type { ListOwnResults, ListResults } from './result.inputs.js';
import { ResultsQueries } from './results.queries.js';

/** Approved figures as they are read. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ResultsQueries,
    private readonly changes: ChangesQueries,
  ) {}

  /**
   * The results of a commune, in the order of their approval: those in force, unless another legal date or journal
   * position is asked. Refusal: RULE for a position above the head.
   */
  async results(caller: Caller, commune: string, list: ListResults, members?: Projection): Promise<Page<Result>> {
    return firstOrNotFound(await this.resultsIn(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. Refusal: RULE for a position above the head. */
  resultsIn(
    caller: Caller,
    reaches: readonly Reach[],
    { plan, indicator, unit, period, ...list }: ListResults,
    members?: Projection,
  ): Promise<Page<Result>[]> {
    const filter = { ...list, plans: plan, indicators: indicator, units: unit, periods: period };
    return this.database.read(caller, () =>
      pagedIn(reaches, { ...list, order: byId }, async (reach, slice) => {
        if (list.at !== undefined) await this.refuseUnknownPosition(reach, list.at);
        return this.queries.results(reach, { ...filter, ...slice }, members);
      }),
    );
  }

  /** The same page of the results of each indicator, in the order asked. */
  resultsOf(
    caller: Caller,
    indicators: readonly RecordKey[],
    { unit, period, ...list }: ListOwnResults,
    members?: Projection,
  ): Promise<Page<Result>[]> {
    const filter = { ...list, units: unit, periods: period };
    return this.database.read(caller, () =>
      pagedEach(list, byId, async (slice) => {
        const asked = withReach(caller, indicators);
        const rows = await this.queries.resultsOf(asked, { ...filter, ...slice }, members);
        return ofEach(asked, rows, ({ indicatorId }) => indicatorId);
      }),
    );
  }

  /** Results by id, in force or not. */
  resultsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Result>> {
    return this.database.read(caller, () => this.queries.resultsById(withReach(caller, asked), members));
  }

  /** The results of each report, in force or not. */
  resultsOfSubmissions(caller: Caller, submissions: readonly RecordKey[], members?: Projection): Promise<Result[][]> {
    return this.database.read(caller, async () => {
      const asked = withReach(caller, submissions);
      const rows = await this.queries.resultsOfSubmissions(asked, members);
      return ofEach(asked, rows, ({ submissionId }) => submissionId);
    });
  }

  /** Refuses a position above the head: nothing is known there yet. Refusal: RULE. */
  private async refuseUnknownPosition(reach: Reach, position: number): Promise<void> {
    const head = await this.changes.head(reach);
    if (position > head.position) throw beyondHead('/at', head);
  }
}
