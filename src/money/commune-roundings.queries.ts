import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import { CommuneRounding } from './commune-rounding.entity.js';

const columns = selectList<CommuneRounding>(CommuneRounding, 'r', { always: ['validFrom'] });

/** One in force on a day: the last that has begun, unless it has ended. */
const inForce = (day: string) => `coalesce(r.valid_to, 'infinity') >= ${day}::date and r.valid_from = (
  select max(o.valid_from) from commune_rounding o where o.commune_id = $1 and o.valid_from <= ${day}::date)`;

export interface RoundingFilter {
  asOf?: string;
  from?: string;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class CommuneRoundingsQueries {
  constructor(private readonly database: Database) {}

  /** Roundings of a commune, the earliest first. */
  roundings(
    { communeId }: Reach,
    { asOf, from, after, limit }: RoundingFilter,
    members?: Projection,
  ): Promise<CommuneRounding[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      asOf: [asOf, inForce],
      from: [from, (day) => `r.valid_from = ${day}::date`],
      after: [after?.[0], (then) => `r.valid_from > ${then}::date`],
    });
    return this.database.rows(
      `commune-roundings.roundings${asked.name}${shape}`,
      `select ${text} from commune_rounding r where r.commune_id = $1${asked.text} order by r.valid_from limit $2`,
      asked.values,
    );
  }
}
