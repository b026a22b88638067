import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { refuse } from '../refusals.js';
import { UnitTerm, type Unit } from './unit.entity.js';
import type { CloseUnit, UnitAt } from './unit.inputs.js';
import { beyondEnd, brokenRest } from './unit-correction.rules.js';
import { brokenEnd } from './unit-end.rules.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitSuccessorsService } from './unit-successors.service.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitTiesService } from './unit-ties.service.js';
import { UnitsQueries } from './units.queries.js';

/** Units as they end. */
@Injectable()
export class UnitClosingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly steps: UnitStepsService,
    private readonly successors: UnitSuccessorsService,
    private readonly ties: UnitTiesService,
  ) {}

  /**
   * Ends a unit, and its appointments and memberships with it; its records stay. A household or person that ends does
   * not move any more: its later names and places go. Refusals: FORBIDDEN at the unit or at a successor; STALE; STATE;
   * RULE while units are below it afterwards, a later name or place is recorded (of a collective), a unit that it
   * succeeds ends no earlier, or a successor is not valid on the day after; STILL_REFERRED_TO while records of later
   * days rest on it: with successors, meetings and memberships alone.
   */
  closeUnit(
    caller: Caller,
    at: AtVersion<UnitAt>,
    { lastDay = caller.on, successors, reason }: CloseUnit,
  ): Promise<Unit> {
    return this.database.write(caller.over({ unit: at.unit }), caller.reachIn(at.commune).communeId, async () => {
      const closed = await this.successors.succeeding(caller, { commune: at.commune, reason }, (succeed) =>
        this.steps.act(caller, { act: 'closeUnit', at, day: lastDay, reason }, async (unit, reach) => {
          const later = await this.terms.laterTerms(unit, lastDay);
          const below = await this.queries.below(reach, [unit.path, ...later.map(({ path }) => path)], lastDay);
          const succeeded = await this.queries.predecessors(reach, unit.id);
          const [resting = []] = await this.ties.restingOn(reach, [unit.id]);
          const holding = beyondEnd(resting, unit, { lastDay, succeeded: !!successors?.length });
          refuse(
            [...brokenEnd(unit, lastDay, { below, succeeded }), ...brokenRest(holding, '/lastDay')],
            'STILL_REFERRED_TO',
          );
          if (successors) await succeed({ ...unit, validTo: lastDay }, successors);
          const { communeId, id: unitId, termFrom: validFrom } = unit;
          await this.database.manager.update(UnitTerm, { communeId, unitId, validFrom }, { validTo: lastDay });
          if (later.length > 0) await this.terms.dropLaterTerms(unit, lastDay);
          return { validTo: lastDay };
        }),
      );
      await this.ties.followEnd(caller, closed, reason);
      return closed;
    });
  }
}
