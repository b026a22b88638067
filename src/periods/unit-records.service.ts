import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { grouped } from '../database/batch.js';
import { farthestDay } from '../day.js';
import { periodOf, spanOf, spanOfYears } from '../indicators/period.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import type { Resting } from '../units/unit-correction.rules.js';
import { UnitTiesService } from '../units/unit-ties.service.js';
import { UnitRecordsQueries, type UnitRecord } from './unit-records.queries.js';

/** Records that rest on a unit, with the time that each is about. */
@Injectable()
export class UnitRecordsService implements OnModuleInit {
  constructor(
    private readonly queries: UnitRecordsQueries,
    private readonly ties: UnitTiesService,
  ) {}

  /** Units are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.ties.restingOn = (reach, unitIds) => this.restingOn(reach, unitIds);
  }

  private async restingOn(reach: Reach, unitIds: readonly string[]): Promise<Resting[][]> {
    const recordsOf = grouped(await this.queries.recordsOf(reach, unitIds), ({ unitId }) => [unitId]);
    return unitIds.map((id) => recordsOf(id).map((each) => ({ type: each.type, ...timeOf(each) })));
  }
}

function timeOf({ period, years, from, to, settings }: UnitRecord): Omit<Resting, 'type'> {
  if (years) return { time: periodOf(years), ...spanOfYears(years) };
  if (period !== null) return { time: period, ...spanOf(period, settings ? daysOfSeasons(settings) : {}) };
  return { time: from ?? to ?? '', from: from ?? '0001-01-01', to: to ?? farthestDay };
}
