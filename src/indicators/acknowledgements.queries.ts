import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/actor.js';
import { Database } from '../database/database.js';
import type { LaunchUnit } from './acknowledgement.entity.js';

@Injectable()
export class AcknowledgementsQueries {
  constructor(private readonly database: Database) {}

  /** The departments, organisations and hamlets of a day, by code, each with its acknowledgement of a plan. */
  launchUnits({ commune }: Reach, planId: string, on: string): Promise<LaunchUnit[]> {
    return this.database.rows(
      'acknowledgements.launchUnits',
      `select u.code as "unitCode", a.id is not null as acknowledged, a.held_on as "heldOn", a.people_reached as "peopleReached"
       from unit u left join acknowledgement a on a.commune_id = u.commune_id and a.unit_id = u.id and a.plan_id = $2
       where u.commune_id = $1 and u.kind in ('DEPARTMENT', 'ORGANISATION', 'HAMLET') and $3::date between u.valid_from and coalesce(u.valid_to, 'infinity')
       order by u.code`,
      [commune, planId, on],
    );
  }
}
