import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, isSubmitted, where } from '../database/where.js';
import { Publication } from './publication.entity.js';
import type { PublicationState } from './publication.workflow.js';
import type { Source } from './table-figures.rules.js';

const columns = selectList<Publication>(Publication, 't', {
  computed: {
    plan: '(select p.key from plan p where p.commune_id = $1 and p.id = t.plan_id)',
    open: "coalesce(t.content->'open', '[]')",
  },
});
const heads = selectList<Publication>(Publication, 't', { without: ['plan', 'open', 'content'] });

/** Plan, scheme and period of a table. */
export type TableSlot = Pick<Publication, 'planId' | 'scheme' | 'period'>;

export interface PublicationFilter {
  planId: string;
  schemes?: readonly string[];
  periods?: readonly string[];
  states?: readonly PublicationState[];
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class PublicationsQueries {
  constructor(private readonly database: Database) {}

  /** Tables of a plan, the newest first. */
  publications(
    { communeId, sees }: Reach,
    { planId, schemes, periods, states, after, limit }: PublicationFilter,
    members?: Projection,
  ): Promise<Publication[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, planId, limit], {
      schemes: isAny('t.scheme', schemes),
      periods: isAny('t.period', periods),
      states: isAny('t.state', states),
      after: [after?.[0], (id) => `t.id < ${id}`],
    });
    return this.database.rows(
      `publications.publications${asked.name}${shape}`,
      `select ${text} from publication t
       where t.commune_id = $1 and t.plan_id = $3 and t.audience >= $2::audience${asked.text}
       order by t.id desc limit $4`,
      asked.values,
    );
  }

  /** One table of a plan. */
  publication(
    { communeId, sees }: Reach,
    { plan, id }: { plan: string; id: string },
    members?: Projection,
  ): Promise<Publication | undefined> {
    const { shape, text } = columns(members);
    return this.database.row(
      `publications.publication${shape}`,
      `select ${text} from publication t
       where t.commune_id = $1 and t.id = $4 and t.audience >= $2::audience
         and t.plan_id = (select p.id from plan p where p.commune_id = $1 and p.key = $3)`,
      [communeId, sees, plan, id],
    );
  }

  /** Tables by id, with their contents. */
  publicationsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Publication>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `publications.publicationsById${shape}`,
        `select ${text} from publication t
         where t.commune_id = $1 and t.audience >= $2::audience and t.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** The candidate of a slot, and its newest publication, without their contents: these have megabytes. */
  async inSlot(
    { communeId }: Reach,
    { planId, scheme, period }: TableSlot,
  ): Promise<{ candidate?: Publication; published?: Publication }> {
    const rows = await this.database.rows<Publication>(
      'publications.inSlot',
      `select distinct on (t.state) ${heads().text} from publication t
       where t.commune_id = $1 and t.plan_id = $2 and t.scheme = $3 and t.period = $4
       order by t.state, t.number desc`,
      [communeId, planId, scheme, period],
    );
    const inState = (state: PublicationState) => rows.find((row) => row.state === state);
    return { candidate: inState('CANDIDATE'), published: inState('PUBLISHED') };
  }

  /** Results, and indicators with their targets, with their versions; the commune's own is that of the indicator. */
  sources(
    { communeId }: Reach,
    { indicatorIds, resultIds }: { indicatorIds: readonly string[]; resultIds: readonly string[] },
  ): Promise<(Source & { indicatorId: string; unitId: string | null; period: string | null })[]> {
    return this.database.rows(
      'publications.sources',
      `select 'Result' as type, x.id, x.version, x.indicator_id as "indicatorId", x.unit_id as "unitId", x.period
       from result x where x.commune_id = $1 and x.id = any ($3)
       union all
       select 'Target', t.id, t.version, t.indicator_id, t.unit_id, t.period
       from target t where t.commune_id = $1 and t.indicator_id = any ($2)
       union all
       select 'Indicator', i.id, i.version, i.id, null, null
       from indicator i where i.commune_id = $1 and i.id = any ($2)`,
      [communeId, indicatorIds, resultIds],
    );
  }

  /** Ids, by code, of those of these units whose row of a candidate the caller sees. */
  async seen({ communeId, units, draftsAt }: Reach, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = where([communeId, codes], { own: isOwn('u', units), within: isSubmitted('u', draftsAt) });
    const rows = await this.database.rows<{ code: string; unitId: string }>(
      `publications.seen${asked.name}`,
      `select u.code, u.unit_id as "unitId"
       from (select id as unit_id, code, 'DRAFT' as state from unit where commune_id = $1) u
       where u.code = any ($2)${asked.text}`,
      asked.values,
    );
    return new Map(rows.map(({ code, unitId }) => [code, unitId]));
  }
}
