import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { isOwn, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import type { LaunchUnit } from './launch.view.js';
import type { Plan } from './plan.entity.js';

/** A plan that is made known, and the day on which its units are counted. */
type Launched = Pick<Plan, 'id' | 'unitId'> & { on: string };

@Injectable()
export class AcknowledgementsQueries {
  constructor(private readonly database: Database) {}

  /** The acknowledgement of a unit, with the path of the unit on a day. */
  acknowledgement(
    { communeId, units }: Reach,
    { plan, unit, on }: { plan: string; unit: string; on: string },
  ): Promise<(Acknowledgement & { unitPath: string }) | undefined> {
    const own = where([communeId, plan, unit, on], { own: isOwn('a', units) });
    return this.database.row(
      `acknowledgements.acknowledgement${own.name}`,
      `select ${columnsOf(Acknowledgement, 'a')}, p.key as plan, u.code as "unitCode", t.path as "unitPath"
       from acknowledgement a
       join plan p on p.commune_id = a.commune_id and p.id = a.plan_id
       join unit u on u.commune_id = a.commune_id and u.id = a.unit_id
       cross join lateral ${termOn('a.commune_id', 'a.unit_id', '$4::date')} t
       where a.commune_id = $1 and p.key = $2 and u.code = $3${own.text}`,
      own.values,
    );
  }

  /** The unit that was the first to make the plan of a document known, if it was before a day. */
  madeKnownBefore(
    { communeId }: Reach,
    { documentId, day }: { documentId: string; day: string },
  ): Promise<{ unitCode: string; heldOn: string } | undefined> {
    return this.database.row(
      'acknowledgements.madeKnownBefore',
      `select u.code as "unitCode", a.held_on as "heldOn" from plan p
       join acknowledgement a on a.commune_id = $1 and a.plan_id = p.id and a.held_on < $3
       join unit u on u.commune_id = $1 and u.id = a.unit_id
       where p.commune_id = $1 and p.document_id = $2 order by a.held_on limit 1`,
      [communeId, documentId, day],
    );
  }

  /**
   * The departments, organisations and hamlets that make each plan known, as they are on its day, by code, each with
   * its acknowledgement: only below the unit of a child plan, and only units of the reach.
   */
  launchUnits({ communeId, units }: Reach, plans: readonly Launched[]): Promise<(LaunchUnit & { planId: string })[]> {
    const columns = [plans.map(({ id }) => id), plans.map(({ unitId }) => unitId), plans.map(({ on }) => on)];
    const asked = where([communeId, ...columns], { own: isOwn('t', units) });
    return this.database.rows(
      `acknowledgements.launchUnits${asked.name}`,
      `select r.plan_id as "planId", u.code as "unitCode", a.id is not null as acknowledged, a.held_on as "heldOn",
         a.people_reached as "peopleReached", a.version
       from unnest($2::uuid[], $3::uuid[], $4::date[]) as r (plan_id, unit_id, day)
       join unit u on u.commune_id = $1 and u.kind in ('DEPARTMENT', 'ORGANISATION', 'HAMLET')
       join unit_term t on t.commune_id = $1 and t.unit_id = u.id
         and r.day between t.valid_from and coalesce(t.valid_to, 'infinity')
       left join acknowledgement a on a.commune_id = $1 and a.unit_id = u.id and a.plan_id = r.plan_id
       where (r.unit_id is null or starts_with(t.path || '/', (
           select w.path || '/' from unit_term w
           where w.commune_id = $1 and w.unit_id = r.unit_id
             and r.day between w.valid_from and coalesce(w.valid_to, 'infinity'))))${asked.text}
       order by u.code`,
      asked.values,
    );
  }
}
