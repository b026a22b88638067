import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { isOwn, where } from '../database/where.js';
import type { LaunchUnit } from './launch.view.js';
import type { Plan } from './plan.entity.js';

@Injectable()
export class AcknowledgementsQueries {
  constructor(private readonly database: Database) {}

  /**
   * The departments, organisations and hamlets of a day, by code, each with its acknowledgement of the plan: only below
   * the unit of a child plan, and only units of the reach.
   */
  launchUnits(
    { commune, units }: Reach,
    { id, unitId }: Pick<Plan, 'id' | 'unitId'>,
    on: string,
  ): Promise<LaunchUnit[]> {
    const asked = where([commune, id, on], {
      own: isOwn('t', units),
      below: [
        unitId,
        (unit) => `starts_with(t.path || '/', (
          select w.path || '/' from unit_term w
          where w.commune_id = $1 and w.unit_id = ${unit}
            and $3::date between w.valid_from and coalesce(w.valid_to, 'infinity')))`,
      ],
    });
    return this.database.rows(
      `acknowledgements.launchUnits${asked.name}`,
      `select u.code as "unitCode", a.id is not null as acknowledged, a.held_on as "heldOn",
         a.people_reached as "peopleReached"
       from unit u
       join unit_term t on t.commune_id = u.commune_id and t.unit_id = u.id
         and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
       left join acknowledgement a on a.commune_id = u.commune_id and a.unit_id = u.id and a.plan_id = $2
       where u.commune_id = $1 and u.kind in ('DEPARTMENT', 'ORGANISATION', 'HAMLET')${asked.text}
       order by u.code`,
      asked.values,
    );
  }
}
