import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { byId, byRank, pagedAcross } from '../api/lists.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { Projection } from '../database/projection.js';
import type { Award } from '../commendations/award.entity.js';
import { AwardsQueries } from '../commendations/awards.queries.js';
import { indicatorsNamed } from '../indicators/indicators-named.js';
import { PlansService } from '../indicators/plans.service.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import { SinceQueries } from '../journal/since.queries.js';
import type { Standing } from '../standings/standing.entity.js';
import { StandingsQueries } from '../standings/standings.queries.js';
import { tableOrder } from '../standings/standings.service.js';
import type { Result } from '../submissions/result.entity.js';
import { ResultsQueries } from '../submissions/results.queries.js';
import type { CommunesListed, ListAwardsOfAll, ListResultsOfAll, ListStandingsOfAll } from './across.inputs.js';

/** Reaches of the communes of a list in which the caller may read one commune's own, by key. */
export const reachesListed = (caller: Caller, own: OperationId, { commune: keys }: CommunesListed): Reach[] =>
  caller.everywhere().filter(({ key }) => (keys?.includes(key) ?? true) && caller.refusalFor(own, key) === undefined);

/** A reach, and the first position recorded since an instant, where one is asked. */
interface Since {
  reach: Reach;
  since?: number;
}

/** Records of all communes in reach as one list, by the key of the commune: each as its commune's own list has it. */
@Injectable()
export class AcrossService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly results: ResultsQueries,
    private readonly standings: StandingsQueries,
    private readonly awards: AwardsQueries,
    private readonly changes: ChangesQueries,
    private readonly journaled: SinceQueries,
  ) {}

  /** Results of all communes in reach, by commune, then in the order of their approval. */
  resultsOfAll(
    caller: Caller,
    { plan, indicator, unit, period, asOf, approvedFrom, ...list }: ListResultsOfAll,
    members?: Projection,
  ): Promise<Page<Result>> {
    const named = indicator && indicatorsNamed(indicator);
    const filter = { plans: plan, named, units: unit, periods: period, asOf, approvedFrom };
    return this.database.read(caller, () =>
      pagedAcross(reachesListed(caller, 'results', list), { ...list, order: byId }, async (reach, slice) =>
        this.results.results(reach, { ...filter, ...(await this.since(reach, list)), ...slice }, members),
      ),
    );
  }

  /** Awards of all communes in reach, by commune, then the newest recorded first. */
  awardsOfAll(
    caller: Caller,
    { form, revoked, unit, year, grantedFrom, grantedTo, money, ...list }: ListAwardsOfAll,
    members?: Projection,
  ): Promise<Page<Award>> {
    const filter = { forms: form, revoked, units: unit, year, grantedFrom, grantedTo, money };
    return this.database.read(caller, () =>
      pagedAcross(reachesListed(caller, 'awards', list), { ...list, order: byRank }, async (reach, slice) => {
        const since = await this.since(reach, list);
        return this.awards.awards(reach, { ...filter, ...since, ...slice }, members);
      }),
    );
  }

  /** Published standings of all communes in reach, by commune and plan, then as in the list of a plan. */
  standingsOfAll(
    caller: Caller,
    { plan: keys, period, scheme, block, unit, number, asOf = caller.on, ...list }: ListStandingsOfAll,
    members?: Projection,
  ): Promise<Page<Standing>> {
    const filter = { periods: period, schemes: scheme, blocks: block, units: unit, number, by: asOf };
    const order = {
      types: ['uuid', ...tableOrder.types] as const,
      keysOf: (row: Standing) => [row.planId, ...tableOrder.keysOf(row)] as const,
    };
    return this.database.read(caller, () =>
      pagedAcross(reachesListed(caller, 'standings', list), { ...list, order }, async (reach, { after, limit }) => {
        const since = await this.since(reach, list);
        const [last, ...within] = after ?? [];
        const rows: Standing[] = [];
        for (const id of await this.plansIn(caller, reach, keys)) {
          if (rows.length >= limit) break;
          if (last !== undefined && id < last) continue;
          const slice = { after: id === last ? (within as never) : null, limit: limit - rows.length };
          rows.push(...(await this.standings.standings([{ reach, id }], { ...filter, ...since, ...slice }, members)));
        }
        return rows;
      }),
    );
  }

  /** Reaches in whose journal something was recorded for the caller since an instant; all, where none is asked. */
  async changed(reaches: readonly Reach[], list: CommunesListed): Promise<Reach[]> {
    if (list.since === undefined) return [...reaches];
    const heads = await this.changes.heads(reaches);
    const known = await Promise.all(reaches.map((reach) => this.since(reach, list)));
    return reaches.filter((_, index) => (heads[index]?.position ?? 0) >= (known[index]?.since ?? 0));
  }

  private async since(reach: Reach, { since }: CommunesListed): Promise<Omit<Since, 'reach'>> {
    return since === undefined ? {} : { since: await this.journaled.position(reach, new Date(since)) };
  }

  /** Ids of the plans of a commune, of those keys where some are asked, in their order. */
  private async plansIn(caller: Caller, reach: Reach, keys: readonly string[] | undefined): Promise<string[]> {
    const [page] = await this.plans.plansOf(caller, [reach], { first: 500 }, ofPlan);
    const plans = page?.items.filter(({ key }) => keys?.includes(key) ?? true) ?? [];
    return plans.map(({ id }) => id).sort();
  }
}

const ofPlan = new Projection(new Set(['key', 'year']));
