import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, ofEach, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { where } from '../database/where.js';
import { Indicator } from './indicator.entity.js';

/** Neighbours of rows `i`. $1 is the commune, $2 the narrowest audience that is visible. */
const neighbours = `
  left join plan p on p.commune_id = $1 and p.id = i.plan_id
  left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id
  left join indicator c on c.commune_id = $1 and c.id = i.continues_id
  left join plan cp on cp.commune_id = $1 and cp.id = c.plan_id`;

/** SQL of the measure of an indicator, a row `i`, as a `Measure`. */
export const measureOf = (i: string): string => `json_build_object(
  'unit', ${i}.measure_unit, 'displayUnit', ${i}.display_unit, 'scale', ${i}.scale, 'factor', ${i}.factor::text)`;

const columns = selectList<Indicator>(Indicator, 'i', {
  always: ['planId', 'sortOrder'],
  without: ['folded', 'measureUnit', 'displayUnit', 'scale', 'factor', 'partOfId', 'continuesId'],
  computed: {
    plan: 'p.key',
    measure: measureOf('i'),
    parts: `array(
      select t.code from indicator t
      where t.commune_id = $1 and t.part_of_id = i.id and t.audience >= $2::audience order by t.sort_order)`,
    responsibleUnitCode: 'u.code',
    continues: "case when c.audience >= $2::audience then cp.key || '/' || c.code end",
  },
});

export interface IndicatorFilter {
  section?: string;
  retired?: boolean;
  like: string | null;
  after: readonly [number, string] | null;
  limit: number;
}

/** More than a plan has. */
export const everyRow = { like: null, after: null, limit: 100_000 };

@Injectable()
export class IndicatorsQueries {
  constructor(private readonly database: Database) {}

  /** Indicators in the order of the document: the same page of each plan. */
  indicators(
    plans: readonly { reach: Reach; id: string }[],
    { section, like, retired, after, limit }: IndicatorFilter,
    members?: Projection,
  ): Promise<Indicator[]> {
    const { shape, text } = columns(members);
    return eachCommune(plans, ({ communeId, sees }, ids) => {
      const asked = where([communeId, sees, ids, limit], {
        section: [section, (path) => `i.section_path = ${path} or starts_with(i.section_path, ${path} || '.')`],
        retired: [retired, (is) => `(i.retired_on is not null) = ${is}`],
        search: [like, (pattern) => `i.folded like ${pattern} or i.code like ${pattern}`],
        after: [...(after ?? [null]), (order, id) => `(i.sort_order, i.id) > (${order}, ${id}::uuid)`],
      });
      return this.database.rows(
        `indicators.indicators${asked.name}${shape}`,
        `select ${text}
         from unnest($3::uuid[]) as r (plan_id)
         cross join lateral (
           select * from indicator i
           where i.commune_id = $1 and i.plan_id = r.plan_id and i.audience >= $2::audience${asked.text}
           order by i.sort_order, i.id limit $4) i ${neighbours}
         order by i.sort_order, i.id`,
        asked.values,
      );
    });
  }

  indicator(
    { communeId, sees }: Reach,
    { plan, code }: { plan: string; code: string },
    members?: Projection,
  ): Promise<Indicator | undefined> {
    const { shape, text } = columns(members);
    return this.database.row(
      `indicators.indicator${shape}`,
      `select ${text} from indicator i ${neighbours}
       where i.commune_id = $1 and i.audience >= $2::audience and i.code = $4
         and i.plan_id = (select id from plan where commune_id = $1 and key = $3 and audience >= $2::audience)`,
      [communeId, sees, plan, code],
    );
  }

  /** The indicator of one code in each plan. */
  indicatorsByCode(
    plans: readonly { reach: Reach; id: string }[],
    code: string,
    members?: Projection,
  ): Promise<Indicator[]> {
    const { shape, text } = columns(members);
    return eachCommune(plans, ({ communeId, sees }, ids) =>
      this.database.rows(
        `indicators.indicatorsByCode${shape}`,
        `select ${text} from indicator i ${neighbours}
         where i.commune_id = $1 and i.audience >= $2::audience and i.code = $4 and i.plan_id = any ($3)`,
        [communeId, sees, ids, code],
      ),
    );
  }

  /** Indicators by id. */
  indicatorsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Indicator>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `indicators.indicatorsById${shape}`,
        `select ${text} from indicator i ${neighbours}
         where i.commune_id = $1 and i.audience >= $2::audience and i.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Whether another indicator is a part of each, may not be above it or continues it: it is not dropped. */
  async hold(asked: readonly { reach: Reach; id: string }[]): Promise<boolean[]> {
    const held = await byIds(asked, ({ communeId }, ids) =>
      this.database.rows<{ communeId: number; id: string }>(
        'indicators.hold',
        `select i.commune_id as "communeId", i.id from indicator i
         where i.commune_id = $1 and i.id = any ($2) and exists (
           select from indicator o
           where o.commune_id = $1 and (
             o.part_of_id = i.id or o.continues_id = i.id or o.plan_id = i.plan_id and o.not_above = i.code))`,
        [communeId, ids],
      ),
    );
    return held.map((each) => each !== undefined);
  }

  /** Whether some rule set has an award form. */
  async hasAwardForm(code: string): Promise<boolean> {
    const rows = await this.database.rows(
      'indicators.hasAwardForm',
      'select from catalogue.award_form where code = $1 limit 1',
      [code],
    );
    return rows.length > 0;
  }

  /** Codes of a plan's indicators without a baseline, in the order of the document: of each plan asked. */
  async withoutBaseline(plans: readonly { reach: Reach; id: string }[]): Promise<string[][]> {
    const rows = await eachCommune(plans, ({ communeId, sees }, ids) =>
      this.database.rows<{ communeId: number; planId: string; code: string }>(
        'indicators.withoutBaseline',
        `select i.commune_id as "communeId", i.plan_id as "planId", i.code from indicator i
         where i.commune_id = $1 and i.audience >= $2::audience and i.plan_id = any ($3) and i.baseline is null
         order by i.sort_order, i.id`,
        [communeId, sees, ids],
      ),
    );
    return ofEach(plans, rows, ({ planId }) => planId).map((each) => each.map(({ code }) => code));
  }
}
