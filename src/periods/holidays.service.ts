import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { DueIn } from '../indicators/plan-settings.view.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import { dayAfter } from './due.rules.js';
import { Holiday } from './holiday.entity.js';
import { HolidaysQueries } from './holidays.queries.js';
import type { HolidayAt, ListHolidays, SetHoliday } from './period.inputs.js';

const byDay = { types: ['day'], keysOf: ({ day }: Holiday) => [day] } as const;

/** Holidays of a commune, and the Saturdays that are worked. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly queries: HolidaysQueries,
    private readonly records: RecordsService,
  ) {}

  /** The holidays of a commune, the earliest first. */
  holidays(
    caller: Caller,
    commune: string,
    { year, ...page }: ListHolidays,
    members?: Projection,
  ): Promise<Page<Holiday>> {
    return this.database.read(caller, () =>
      paged(page, byDay, (slice) => this.queries.holidays(caller.reachIn(commune), { year, ...slice }, members)),
    );
  }

  /** `dayAfter` by the calendar of a commune. Part of another module's write. */
  async dayAfter(reach: Reach, from: string, length: { days: number; countedIn: DueIn }): Promise<string> {
    return dayAfter(from, length, await this.queries.from(reach, from));
  }

  /**
   * Sets a day that is not as the week has it; version 0: nothing is set for it yet. Reports that were submitted keep
   * the due day they were judged by. Refusals: FORBIDDEN; STALE.
   */
  setHoliday(caller: Caller, { commune, day, expectedVersion }: AtVersion<HolidayAt>, input: SetHoliday) {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      await this.queries.lock(reach);
      caller.demandFor('setHoliday', commune, wholeCommune);
      const read = async () => expected(await this.queries.holiday(reach, day), 'A holiday that was set is not there.');
      const before = await this.queries.holiday(reach, day);
      const current = before?.version ?? 0;
      if (expectedVersion !== current) throw new Refusal('STALE', { current });
      const kind = 'holiday.set' as const;
      if (before) return this.records.change<Holiday>(caller, { entity: Holiday, before, kind, read }, { ...input });
      return this.records.add(caller, { commune, entity: Holiday, kind }, async () => {
        const audience = 'PUBLIC' as const;
        const { communeId } = reach;
        await this.database.manager.insert(Holiday, { ...input, day, communeId, id: v7(), version: 1, audience });
        return read();
      });
    });
  }
}
