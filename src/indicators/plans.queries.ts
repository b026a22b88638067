import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, grouped, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { termOn } from '../units/units.queries.js';
import { Plan, type PlanKind, type PlanState } from './plan.entity.js';

const columns = `
  ${columnsOf(Plan, 'p')}, a.key as "parentPlan", u.code as "unitCode",
  json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity) as signer,
  d.recipients, d.bases,
  coalesce((select path from ${termOn('p.commune_id', 'p.unit_id', 'on_day.day')} t), '') as "unitPath"`;

const joined = `
  join document d on d.commune_id = p.commune_id and d.id = p.document_id
  left join plan a on a.commune_id = p.commune_id and a.id = p.parent_plan_id
  left join unit u on u.commune_id = p.commune_id and u.id = p.unit_id`;

/** The day on which places in the tree are asked for. */
const onDay = (parameter: string) => `cross join (select ${parameter}::date as day) on_day`;

export interface PlanFilter {
  year?: number;
  kinds?: readonly PlanKind[];
  states?: readonly PlanState[];
  after: readonly [number, string] | null;
  limit: number;
  on: string;
}

@Injectable()
export class PlansQueries {
  constructor(private readonly database: Database) {}

  /** Plans, newest year first, then by key: the same page of each commune. */
  plans(reaches: readonly Reach[], { year, kinds, states, after, limit, on }: PlanFilter): Promise<Plan[]> {
    return this.database.rows(
      'plans.plans',
      `select ${columns}
       from unnest($1::int[], $2::audience[]) with ordinality as r (commune_id, sees, place)
       cross join lateral (
         select * from plan p
         where p.commune_id = r.commune_id and p.audience >= r.sees
           and ($3::int is null or p.year = $3) and ($4::text[] is null or p.kind = any ($4))
           and ($5::text[] is null or p.state = any ($5))
           and ($6::int is null or p.year < $6 or (p.year = $6 and p.key > $7))
         order by p.year desc, p.key limit $8) p ${onDay('$9')} ${joined}
       order by r.place, p.year desc, p.key`,
      [
        reaches.map(({ commune }) => commune),
        reaches.map(({ sees }) => sees),
        year ?? null,
        kinds ?? null,
        states ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit,
        on,
      ],
    );
  }

  /** Plans by id. */
  async plansById(asked: readonly { reach: Reach; id: string }[], on: string): Promise<InAskedOrder<Plan>> {
    const rows = await this.database.rows<Plan>(
      'plans.plansById',
      `select ${columns}
       from ${askedRows}
       join plan p on p.commune_id = r.commune_id and p.id = r.id and p.audience >= r.sees ${onDay('$4')} ${joined}`,
      [...askedValues(asked), on],
    );
    return inAskedOrder(asked, rows);
  }

  /** Plans by key. */
  async plansByKey(asked: readonly { reach: Reach; key: string }[], on: string): Promise<InAskedOrder<Plan>> {
    const rows = await this.database.rows<Plan>(
      'plans.plansByKey',
      `select ${columns}
       from (select distinct * from unnest($1::int[], $2::audience[], $3::text[]) as r (commune_id, sees, key)) r
       join plan p on p.commune_id = r.commune_id and p.key = r.key and p.audience >= r.sees ${onDay('$4')} ${joined}`,
      [asked.map(({ reach }) => reach.commune), asked.map(({ reach }) => reach.sees), asked.map(({ key }) => key), on],
    );
    const plansOf = grouped(rows, ({ communeId, key }) => [communeId, key]);
    return asked.map(({ reach, key }) => plansOf(reach.commune, key)[0]);
  }

  /** Holds a plan for this transaction. */
  async lock({ commune }: Reach, key: string): Promise<void> {
    await this.database.rows('plans.lock', 'select from plan where commune_id = $1 and key = $2 for update', [
      commune,
      key,
    ]);
  }

  /** Holds a plan as it is; others may do so, too. */
  async share({ commune }: Reach, key: string): Promise<void> {
    await this.database.rows('plans.share', 'select from plan where commune_id = $1 and key = $2 for share', [
      commune,
      key,
    ]);
  }
}
