import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import { Plan, type PlanKind, type PlanState } from './plan.entity.js';

const ofDocument = (sql: string) => `(select ${sql} from document d where d.commune_id = $1 and d.id = p.document_id)`;

/** $1 is the commune, `asked.day` the day on which the place of the plan's unit is asked for. */
const columns = selectList<Plan>(Plan, 'p', {
  always: ['key', 'year'],
  computed: {
    parentPlan: '(select a.key from plan a where a.commune_id = $1 and a.id = p.parent_plan_id)',
    unitCode: '(select u.code from unit u where u.commune_id = $1 and u.id = p.unit_id)',
    signer: ofDocument(`json_build_object(
      'name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity)`),
    // The paper decides, and may be set right; the act's own day stands for one that has none.
    issuedOn: `case when p.state <> 'DRAFT' then coalesce(
      (select d.issued_on::date from document d
       where d.commune_id = $1 and d.id = p.document_id and length(d.issued_on) = 10), p.issued_on) end`,
    recipients: ofDocument('d.recipients'),
    bases: ofDocument('d.bases'),
    unitPath: `coalesce((select path from ${termOn('$1', 'p.unit_id', 'asked.day')} t), '')`,
  },
});

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
  plans(
    reaches: readonly Reach[],
    { year, kinds, states, after, limit, on }: PlanFilter,
    members?: Projection,
  ): Promise<Plan[][]> {
    const { shape, text } = columns(members);
    return Promise.all(
      reaches.map(({ communeId, sees }) => {
        const asked = where([communeId, sees, on, limit], {
          year: [year, (one) => `p.year = ${one}`],
          kinds: isAny('p.kind', kinds),
          states: isAny('p.state', states),
          after: [...(after ?? [null]), (then, key) => `p.year <= ${then} and (p.year < ${then} or p.key > ${key})`],
        });
        return this.database.rows<Plan>(
          `plans.plans${asked.name}${shape}`,
          `select ${text} from plan p cross join (select $3::date as day) asked
           where p.commune_id = $1 and p.audience >= $2::audience${asked.text}
           order by p.year desc, p.key limit $4`,
          asked.values,
        );
      }),
    );
  }

  /** Plans by id. */
  plansById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<Plan>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `plans.plansById${shape}`,
        `select ${text} from plan p cross join (select $3::date as day) asked
         where p.commune_id = $1 and p.audience >= $2::audience and p.id = any ($4)`,
        [communeId, sees, on, ids],
      ),
    );
  }

  /** The plan of one key in each commune. */
  plansByKey(
    reaches: readonly Reach[],
    { key, on }: { key: string; on: string },
    members?: Projection,
  ): Promise<InAskedOrder<Plan>> {
    const { shape, text } = columns(members);
    return Promise.all(
      reaches.map(({ communeId, sees }) =>
        this.database.row<Plan>(
          `plans.plansByKey${shape}`,
          `select ${text} from plan p cross join (select $3::date as day) asked
           where p.commune_id = $1 and p.audience >= $2::audience and p.key = $4`,
          [communeId, sees, on, key],
        ),
      ),
    );
  }

  /** A closed period of a plan, if there is one. */
  async closedPeriod({ communeId }: Reach, planId: string): Promise<string | undefined> {
    const closed = await this.database.row<{ period: string }>(
      'plans.closedPeriod',
      `select r.period from plan_period r
       where r.commune_id = $1 and r.plan_id = $2 and r.state = 'CLOSED' order by r.period limit 1`,
      [communeId, planId],
    );
    return closed?.period;
  }

  /**
   * Ties of plans to others. `held`: another stands below it or continues an indicator of it: it is not dropped;
   * `waits`: the one above it is not issued.
   */
  ties(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<{ held: boolean; waits: boolean }>> {
    return byIds(asked, ({ communeId }, ids) =>
      this.database.rows<{ communeId: number; id: string; held: boolean; waits: boolean }>(
        'plans.ties',
        `select p.commune_id as "communeId", p.id,
           exists (select from plan o where o.commune_id = $1 and o.parent_plan_id = p.id) or exists (
             select from indicator i join indicator o on o.commune_id = $1 and o.continues_id = i.id
             where i.commune_id = $1 and i.plan_id = p.id and o.plan_id <> p.id) as held,
           exists (
             select from plan o where o.commune_id = $1 and o.id = p.parent_plan_id and o.state <> 'ISSUED') as waits
         from plan p where p.commune_id = $1 and p.id = any ($2)`,
        [communeId, ids],
      ),
    );
  }

  /** Locks a plan until the transaction ends. */
  async lock({ communeId }: Reach, key: string): Promise<void> {
    await this.database.rows('plans.lock', 'select from plan where commune_id = $1 and key = $2 for update', [
      communeId,
      key,
    ]);
  }

  /** Holds a plan as it is; others may do so, too. */
  async share({ communeId }: Reach, key: string): Promise<void> {
    await this.database.rows('plans.share', 'select from plan where commune_id = $1 and key = $2 for share', [
      communeId,
      key,
    ]);
  }
}
