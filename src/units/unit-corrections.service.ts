import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import { dayAfter } from '../day.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { brokenDays, brokenOrder, leftOut, pointerOf, termsOver, type UnitDays } from './unit-correction.rules.js';
import { brokenSuccessors } from './unit-end.rules.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitTiesService } from './unit-ties.service.js';
import { UnitTerm, type Unit } from './unit.entity.js';
import type { CorrectUnit, UnitAt } from './unit.inputs.js';
import { UnitSuccessorsService } from './unit-successors.service.js';
import { UnitsQueries, type UnitRow } from './units.queries.js';
import { UnitsService } from './units.service.js';

/** First and last days of units, as they are set right. */
@Injectable()
export class UnitCorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly units: UnitsService,
    private readonly successors: UnitSuccessorsService,
    private readonly ties: UnitTiesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Sets the first or last day of a unit right. Its appointments and memberships follow its last day; without one the
   * unit goes on, and nobody succeeds it. Refusals: FORBIDDEN at the unit or where a successor stands that is none any
   * more; STALE; RULE with all that `brokenOrder`, `brokenDays` and `brokenSuccessors` find; STILL_REFERRED_TO where
   * nothing is wrong but that records rest on the unit outside its new days.
   */
  correctUnit(caller: Caller, at: AtVersion<UnitAt>, { reason, ...given }: CorrectUnit): Promise<Unit> {
    return this.database.write(caller.over({ unit: at.unit }), caller.reachIn(at.commune).communeId, async () => {
      const step = { type: this.units.recordType, act: 'correctUnit', at: { ...at, day: caller.on }, reason } as const;
      const corrected = await this.successors.succeeding(caller, { commune: at.commune, reason }, (succeed) =>
        this.records.act(caller, step, async (unit) => {
          const days = { validFrom: unit.validFrom, validTo: unit.validTo, ...given };
          await this.setDays(caller, unit, days);
          if (days.validTo === null && unit.validTo !== null) await succeed(unit, []);
          return days;
        }),
      );
      await this.ties.followEnd(caller, corrected, reason);
      return corrected;
    });
  }

  private async setDays(caller: Caller, unit: UnitRow, days: UnitDays): Promise<void> {
    refuse(brokenOrder(unit, days));
    const reach = caller.reachById(unit.communeId);
    const { id } = unit;
    const terms = await this.terms.termsOf(reach, [id]);
    const parents = [...new Set(terms.flatMap(({ parentId }) => parentId ?? []))];
    const above = grouped(await this.terms.termsOf(reach, parents), ({ unitId }) => [unitId]);
    const [resting = []] = await this.ties.restingOn(reach, [id]);
    const wanted = termsOver(terms, days, above);
    const facts = {
      terms,
      wanted,
      outside: await this.terms.belowOutside(reach, { id, ...days }),
      succeeded: await this.queries.predecessors(reach, id),
      resting: leftOut(resting, unit, days),
    };
    refuse(
      [...brokenDays(unit, days, facts), ...(await this.brokenForSuccessors(caller, unit, days))],
      'STILL_REFERRED_TO',
    );
    for (const [index, { communeId, unitId, validFrom }] of terms.entries())
      await this.database.manager.update(UnitTerm, { communeId, unitId, validFrom }, { ...wanted?.kept[index] });
    await this.database.insert(UnitTerm, wanted?.more ?? []);
  }

  /** Points against a last day on whose morrow a successor is not there. */
  private async brokenForSuccessors(caller: Caller, unit: UnitRow, days: UnitDays) {
    const { validTo } = days;
    if (validTo === null || unit.successors.length === 0) return [];
    const reach = caller.reachById(unit.communeId);
    const on = { on: dayAfter(validTo), today: caller.on };
    const named = await this.queries.unitsNamed(reach, unit.successors, on);
    const pointer = pointerOf(unit, days);
    return brokenSuccessors({ ...unit, validTo }, unit.successors, named).map((each) => ({ ...each, pointer }));
  }
}
