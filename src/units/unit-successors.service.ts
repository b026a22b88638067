import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { dayAfter } from '../day.js';
import { refuse } from '../refusals.js';
import { UnitLineage } from './unit-lineage.entity.js';
import type { Unit } from './unit.entity.js';
import { brokenSuccessors } from './unit-end.rules.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitsQueries, type UnitRow } from './units.queries.js';

/**
 * Makes these units, and no others, the successors of one that ends. Refusals: FORBIDDEN where one that comes or goes
 * stands today; RULE.
 */
export type Succeed = (unit: UnitRow, successors: readonly string[]) => Promise<void>;

/** The units that succeed others, after a merger or a split. */
@Injectable()
export class UnitSuccessorsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly steps: UnitStepsService,
  ) {}

  /** Runs an act that may give a unit other successors; those that come or go are journaled after the unit. */
  succeeding(
    caller: Caller,
    { commune, reason }: { commune: string; reason?: string },
    act: (succeed: Succeed) => Promise<Unit>,
  ): Promise<Unit> {
    return this.database.write(caller, caller.reachIn(commune).communeId, async () => {
      let changed: readonly UnitRow[] = [];
      let on = caller.on;
      const unit = await act(async (before, successors) => {
        changed = await this.change(caller, before, successors);
        if (before.validTo !== null && before.validTo >= on) on = dayAfter(before.validTo);
      });
      await this.steps.changed(caller, changed, { kind: 'unit.amended', reason, on });
      return unit;
    });
  }

  private async change(caller: Caller, unit: UnitRow, successors: readonly string[]): Promise<UnitRow[]> {
    const { communeId, id: predecessorId, validTo, successors: before } = unit;
    const reach = caller.reachById(communeId);
    const named =
      validTo === null
        ? []
        : await this.queries.unitsNamed(reach, [...new Set([...before, ...successors])], {
            on: dayAfter(validTo),
            today: caller.on,
          });
    refuse(brokenSuccessors(unit, successors, named));
    const changed = named.filter(({ code }) => before.includes(code) !== successors.includes(code));
    for (const { id: successorId, pathToday, code } of changed) {
      caller.demandFor('closeUnit', reach.key, pathToday);
      const line = { communeId, predecessorId, successorId };
      if (successors.includes(code)) await this.database.manager.insert(UnitLineage, line);
      else await this.database.manager.delete(UnitLineage, line);
    }
    return changed;
  }
}
