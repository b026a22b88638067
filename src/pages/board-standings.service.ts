import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { CommuneAt } from '../api/place.js';
import { keysAlone, Projection } from '../database/projection.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import type { Scheme } from '../standings/scheme.entity.js';
import { SchemesService } from '../standings/schemes.service.js';
import type { Standing } from '../standings/standing.entity.js';
import { StandingsService } from '../standings/standings.service.js';
import { tablesOf, type StandingsOnBoard, type StandingShown } from './standings-content.js';

const membersOfStanding = new Projection(
  new Set<keyof Standing>([
    ...(['unitCode', 'block', 'blockName', 'scheme', 'revision', 'period', 'number', 'replaces'] as const),
    ...(['publishedOn', 'points', 'rank', 'class', 'className', 'reasons', 'missing', 'inputs', 'tree'] as const),
  ]),
);
const membersOfScheme = new Projection(new Set<keyof Scheme>(['code', 'name', 'rules']));

/** Reads the published tables that a board shows. */
@Injectable()
export class BoardStandingsService {
  constructor(
    private readonly standings: StandingsService,
    private readonly schemes: SchemesService,
  ) {}

  /**
   * Tables of a period that were published by a day, at most 500 rows; without any, the periods that have some. Units
   * have their names of `to`, the last day of the period.
   */
  async published(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { period, to, asOf, indicators }: { period: string; to: string; asOf: string; indicators: readonly Indicator[] },
  ): Promise<StandingsOnBoard> {
    const list = { asOf, first: 500 };
    const { items } = await this.standings.standings(caller, at, { ...list, period: [period] }, membersOfStanding);
    if (items.length === 0) {
      const others = await this.standings.standings(caller, at, list, keysAlone);
      return { tables: [], elsewhere: [...new Set(others.items.map((each) => each.period))] };
    }
    const rows = items as StandingShown[];
    const revisions = new Map(rows.map(({ scheme, revision }) => [scheme, revision]));
    const [schemes, units] = await Promise.all([
      this.schemes.revisions(caller, at, revisions, membersOfScheme),
      this.standings.unitNames(caller, at, { period, on: to }),
    ]);
    return { tables: tablesOf(rows, schemes, { units, indicators }), elsewhere: [] };
  }
}
