import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import type { Holidays } from './due.rules.js';
import { Holiday } from './holiday.entity.js';

const columns = selectList<Holiday>(Holiday, 'h', { always: ['day'] });

export interface HolidayFilter {
  year?: number;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class HolidaysQueries {
  constructor(private readonly database: Database) {}

  /** Holidays, the earliest first. */
  holidays({ communeId }: Reach, { year, after, limit }: HolidayFilter, members?: Projection): Promise<Holiday[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      year: [year, (one) => `h.day between make_date(${one}, 1, 1) and make_date(${one}, 12, 31)`],
      after: [after?.[0], (then) => `h.day > ${then}::date`],
    });
    return this.database.rows(
      `holidays.holidays${asked.name}${shape}`,
      `select ${text} from holiday h where h.commune_id = $1${asked.text} order by h.day limit $2`,
      asked.values,
    );
  }

  holiday({ communeId }: Reach, day: string): Promise<Holiday | undefined> {
    return this.database.row(
      'holidays.holiday',
      `select ${columns().text} from holiday h where h.commune_id = $1 and h.day = $2::date`,
      [communeId, day],
    );
  }

  /** All holidays from a day on, for counting. */
  async from({ communeId }: Reach, day: string): Promise<Holidays> {
    const rows = await this.database.rows<Pick<Holiday, 'day' | 'kind'>>(
      'holidays.from',
      'select h.day, h.kind from holiday h where h.commune_id = $1 and h.day >= $2::date',
      [communeId, day],
    );
    return new Map(rows.map((each) => [each.day, each.kind]));
  }

  /** Locks the calendar of a commune until the transaction ends: two that set one day do not pass each other. */
  async lock({ communeId }: Reach): Promise<void> {
    await this.database.rows(
      'holidays.lock',
      `select pg_advisory_xact_lock(hashtextextended('holidays ' || $1::int, 0))`,
      [communeId],
    );
  }
}
