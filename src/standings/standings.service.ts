import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { firstOrNotFound, found, withReach, type RecordKey } from '../api/found.js';
import { pagedEach } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { ofEach } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import { wrong } from '../refusals.js';
import type { Standing } from './standing.entity.js';
import type { ListStandings, StandingAt, TableAt } from './standing.inputs.js';
import { StandingsQueries } from './standings.queries.js';

export const tableOrder = {
  types: ['text', 'text', 'int', 'int'],
  keysOf: ({ period, scheme, number, place }: Standing) => [period, scheme, number, place],
} as const;

/** Published standings as they are read. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: StandingsQueries,
    private readonly plans: PlansService,
  ) {}

  /** Published standings of a plan, by period, scheme and number, then block by block by rank. Refusal: NOT_FOUND. */
  standings(
    caller: Caller,
    at: CommuneAt & PlanAt,
    list: ListStandings,
    members?: Projection,
  ): Promise<Page<Standing>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await this.standingsOf(caller, [await this.plans.plan(caller, at.commune, at.plan, keysAlone)], list, members),
      ),
    );
  }

  /** The same page of several plans, in the order asked. */
  standingsOf(
    caller: Caller,
    plans: readonly RecordKey[],
    {
      period: periods,
      scheme: schemes,
      block: blocks,
      unit: units,
      number,
      asOf: by = caller.on,
      ...page
    }: ListStandings,
    members?: Projection,
  ): Promise<Page<Standing>[]> {
    const filter = { periods, schemes, blocks, units, number, by };
    return this.database.read(caller, () =>
      pagedEach(page, tableOrder, async (slice) => {
        const asked = withReach(caller, plans);
        return ofEach(
          asked,
          await this.queries.standings(asked, { ...filter, ...slice }, members),
          (row) => row.planId,
        );
      }),
    );
  }

  /**
   * Names of the units in the published standings of a period, by code, each as it was on a day, or last: whoever sees
   * a standing sees whose it is. Refusal: NOT_FOUND.
   */
  unitNames(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { period, on }: { period: string; on: string },
  ): Promise<ReadonlyMap<string, string>> {
    return this.database.read(caller, async () => {
      const { id: planId } = await this.plans.plan(caller, at.commune, at.plan, keysAlone);
      const units = await this.queries.unitNames(caller.reachIn(at.commune), { planId, period, on });
      return new Map(units.map(({ code, name }) => [code, name]));
    });
  }

  /**
   * The published standing of a unit in a period, with its score tree; without a number the newest. Refusals:
   * NOT_FOUND; RULE where several schemes rank the unit and none is named.
   */
  standing(
    caller: Caller,
    { commune, plan, unit, period, scheme, number }: CommuneAt & PlanAt & StandingAt & TableAt,
    members?: Projection,
  ): Promise<Standing> {
    return this.database.read(caller, async () => {
      const [standing, another] = await this.queries.standings(
        withReach(caller, [await this.plans.plan(caller, commune, plan, keysAlone)]),
        {
          ...{ periods: [period], units: [unit], number },
          schemes: scheme === undefined ? undefined : [scheme],
          ...{ by: caller.on, after: null, limit: 2 },
        },
        members,
      );
      if (standing && another && another.scheme !== standing.scheme)
        throw wrong('/scheme', 'SEVERAL_SCHEMES', {
          en: `${standing.scheme} and ${another.scheme} both rank it: name the scheme.`,
          vi: `${standing.scheme} và ${another.scheme} cùng xếp loại đơn vị này; hãy nêu thang điểm.`,
        });
      return found(standing);
    });
  }
}
