import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { expected, withReach, type RecordKey } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { RecordsService } from '../journal/records.service.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { UnitAdditionsService } from './unit-additions.service.js';
import { Unit } from './unit.entity.js';
import type { AddUnit, AmendUnit, UnitAt } from './unit.inputs.js';
import { changesSuccessors } from './unit-end.rules.js';
import { UnitLikenessService } from './unit-likeness.service.js';
import { brokenIdentifiers, kept } from './unit.rules.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitSuccessorsService } from './unit-successors.service.js';
import { UnitsQueries } from './units.queries.js';

/** Units as they come and change. Names and places are dated: earlier ones stay. */
@Injectable()
export class UnitActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly steps: UnitStepsService,
    private readonly additions: UnitAdditionsService,
    private readonly successors: UnitSuccessorsService,
    private readonly likeness: UnitLikenessService,
    private readonly records: RecordsService,
    private readonly several: SeveralRecordsService,
  ) {}

  /** Adds a unit. Refusals: those of `UnitAdditionsService.addEach`. */
  addUnit(caller: Caller, commune: string, input: AddUnit): Promise<Unit> {
    return this.records.add(caller, { commune, entity: Unit, kind: 'unit.added' }, async () => {
      const [added] = await this.additions.addEach(caller, { commune, by: 'addUnit' }, [input]);
      if (added instanceof Refusal) throw added;
      const { unit, isConfirmed } = expected(added, `The unit ${input.code} was added and is not there.`);
      this.records.refuseOrConfirm({ points: [], asked: [], confirmed: isConfirmed ? ['ALIKE'] : [] });
      return unit;
    });
  }

  /**
   * Amends a unit; a new name holds from a day on, until the next one that is known. A closed unit is given
   * successors alone. Refusals: FORBIDDEN; STALE; RULE when it is not valid on that day, nothing is to change, for a
   * wrong citizen's number, and as for the successors of `closeUnit`; ASKED_BACK as of `addUnit`.
   */
  amendUnit(
    caller: Caller,
    at: AtVersion<UnitAt>,
    { name, from = caller.on, identifiers, successors, reason, confirm, ...given }: AmendUnit,
  ): Promise<Unit> {
    const amended = [name, identifiers, ...Object.values(given)].some((each) => each !== undefined);
    const closed = !amended && successors !== undefined;
    return this.successors.succeeding(caller, { commune: at.commune, reason }, (succeed) =>
      this.steps.act(caller, { act: 'amendUnit', at, day: from, reason, closed }, async (unit, reach) => {
        if (!amended && !changesSuccessors(unit, successors))
          throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
        refuse(brokenIdentifiers(unit.kind, identifiers ?? []));
        if (identifiers) await this.likeness.refuseOthersNumber(caller, reach, { id: unit.id, identifiers });
        if (name !== undefined) {
          await this.likeness.askBack(reach, [{ ...unit, name }], { pointer: '/name', from, confirm });
          await this.steps.renameEach([{ unit, name }], from);
        }
        if (successors) await succeed(unit, successors);
        return { ...given, ...(identifiers && { identifiers: kept(identifiers) }) };
      }),
    );
  }

  /**
   * Lets units be seen by a wider audience, because what names them was issued; never by a narrower one. Part of
   * another write.
   */
  async publish(
    caller: Caller,
    reach: Reach,
    { ids, audience }: { ids: readonly string[]; audience: Audience },
  ): Promise<void> {
    await hold(this.database, Unit, { communeId: reach.communeId, ids });
    const asked = [...new Set(ids)].sort().map((id) => ({ reach, id }));
    const units = await this.queries.unitsById(asked, caller.on);
    const before = units.map((unit) => expected(unit, 'A unit to be published is not there.'));
    const readEach = (_: Caller, keys: readonly RecordKey[]) =>
      this.queries.unitsById(withReach(caller, keys), caller.on);
    await this.several.publishAll(caller, { entity: Unit, kind: 'unit.published', audience, readEach }, before);
  }
}
