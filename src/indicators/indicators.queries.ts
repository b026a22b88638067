import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, grouped, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { Indicator } from './indicator.entity.js';

const columns = `
  ${columnsOf(Indicator, 'i', 'folded', 'measureUnit', 'displayUnit', 'scale', 'partOfId', 'continuesId')},
  p.key as plan, u.code as "responsibleUnitCode",
  json_build_object('unit', i.measure_unit, 'displayUnit', i.display_unit, 'scale', i.scale) as measure,
  array(
    select c.code from indicator c
    where c.commune_id = i.commune_id and c.part_of_id = i.id and c.audience >= r.sees order by c.sort_order) as parts,
  case when ci.audience >= r.sees then cp.key || '/' || ci.code end as continues`;

const joined = `
  join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
  left join unit u on u.commune_id = i.commune_id and u.id = i.responsible_unit_id
  left join indicator ci on ci.commune_id = i.commune_id and ci.id = i.continues_id
  left join plan cp on cp.commune_id = ci.commune_id and cp.id = ci.plan_id`;

export interface IndicatorFilter {
  section?: string;
  like: string | null;
  after: readonly [number, string] | null;
  limit: number;
}

/** More than a plan has. */
export const everyRow = { like: null, after: null, limit: 100_000 };

@Injectable()
export class IndicatorsQueries {
  constructor(private readonly database: Database) {}

  /** Indicators in the order of the document: the same page of each plan. The page is cut before anything is joined. */
  indicators(
    plans: readonly { reach: Reach; planId: string }[],
    { section, like, after, limit }: IndicatorFilter,
  ): Promise<Indicator[]> {
    return this.database.rows(
      'indicators.indicators',
      `select ${columns}
       from unnest($1::int[], $2::audience[], $3::uuid[]) with ordinality as r (commune_id, sees, plan_id, place)
       cross join lateral (
         select * from indicator i
         where i.commune_id = r.commune_id and i.plan_id = r.plan_id and i.audience >= r.sees
           and ($4::text is null or i.section_path = $4 or starts_with(i.section_path, $4 || '.'))
           and ($5::text is null or i.folded like $5 or i.code like $5)
           and ($6::int is null or (i.sort_order, i.id) > ($6, $7::uuid))
         order by i.sort_order, i.id limit $8) i ${joined}
       order by r.place, i.sort_order, i.id`,
      [
        plans.map(({ reach }) => reach.commune),
        plans.map(({ reach }) => reach.sees),
        plans.map(({ planId }) => planId),
        section ?? null,
        like,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit,
      ],
    );
  }

  indicator({ commune, sees }: Reach, plan: string, code: string): Promise<Indicator | undefined> {
    return this.database.row(
      'indicators.indicator',
      `select ${columns}
       from (select $1::int as commune_id, $2::audience as sees) r
       join indicator i on i.commune_id = r.commune_id and i.audience >= r.sees ${joined}
       where p.key = $3 and i.code = $4 and p.audience >= r.sees`,
      [commune, sees, plan, code],
    );
  }

  /** Indicators by id. */
  async indicatorsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<Indicator>> {
    const rows = await this.database.rows<Indicator>(
      'indicators.indicatorsById',
      `select ${columns}
       from ${askedRows}
       join indicator i on i.commune_id = r.commune_id and i.id = r.id and i.audience >= r.sees ${joined}`,
      askedValues(asked),
    );
    return inAskedOrder(asked, rows);
  }

  /** Codes of a plan's indicators without a baseline, in the order of the document: of each plan asked. */
  async withoutBaseline(plans: readonly { reach: Reach; planId: string }[]): Promise<string[][]> {
    const rows = await this.database.rows<{ communeId: number; planId: string; code: string }>(
      'indicators.withoutBaseline',
      `select i.commune_id as "communeId", i.plan_id as "planId", i.code
       from ${askedRows}
       join indicator i on i.commune_id = r.commune_id and i.plan_id = r.id and i.audience >= r.sees
         and i.baseline is null
       order by i.sort_order, i.id`,
      askedValues(plans.map(({ reach, planId }) => ({ reach, id: planId }))),
    );
    const indicatorsOf = grouped(rows, ({ communeId, planId }) => [communeId, planId]);
    return plans.map(({ reach, planId }) => indicatorsOf(reach.commune, planId).map(({ code }) => code));
  }
}
