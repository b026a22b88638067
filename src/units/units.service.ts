import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected, firstOrNotFound, found, withReach, type RecordKey } from '../api/found.js';
import { pagedEach } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { isMasked } from '../communes/identifier.rules.js';
import { byCommune, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { nameSearch } from '../database/text.js';
import { farthestDay } from '../day.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { TakenWord } from './taken-word.entity.js';
import { Unit } from './unit.entity.js';
import type { ListUnits, UnitAt } from './unit.inputs.js';
import { lastDayOf, notValid, type TimeMeant } from './unit.rules.js';
import { closingToday } from './unit-correction.rules.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitTiesService } from './unit-ties.service.js';
import { stateOf, unitWorkflow } from './unit.workflow.js';
import { UnitsQueries, type UnitRow, type UnitThen } from './units.queries.js';

/** Code of a unit, and the time at which the unit is meant: never today unless the act is about today. */
export interface UnitMeant {
  commune: string;
  unit: string;
  on: TimeMeant;
}

const byName = {
  types: ['int', 'text', 'text'],
  keysOf: ({ rank = 0, sortName, code }: UnitRow) => [rank, sortName, code],
} as const;

/** Units as they are read, and the right to act on one. */
@Injectable()
export class UnitsService {
  /** `day` is the day the act is for: the unit is journaled as it is then. */
  readonly recordType: RecordType<UnitRow, UnitAt & { day: string }, typeof unitWorkflow> = {
    entity: Unit,
    workflow: unitWorkflow,
    lock: (reach) => this.queries.lock(reach),
    read: (caller, at) => this.unitEver(caller, at, caller.on),
    readEach: (caller, asked) => this.unitsById(caller, asked),
    readAfter: (caller, at) => this.unitEver(caller, at, at.day),
    pathOf: ({ path }) => path,
    states: 'unit',
    stateOf: (unit, { on }) => stateOf(unit, on),
    hindrances: async (caller, rows) => {
      const outlived = await this.terms.outlived(withReach(caller, rows), caller.on);
      const resting = await byCommune(rows, (communeId, units) =>
        this.ties.restingOn(
          caller.reachById(communeId),
          units.map(({ id }) => id),
        ),
      );
      return rows.map((unit, index) => ({
        closeUnit: closingToday(unit, caller.on, { outlived: !!outlived[index], resting: resting[index] ?? [] }),
      }));
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly ties: UnitTiesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * The units valid on a day, in Vietnamese order of names, people by given name. Refusal: SCOPE_MISSING for an
   * identifier that answers mask.
   */
  async units(caller: Caller, commune: string, list: ListUnits, members?: Projection): Promise<Page<Unit>> {
    return firstOrNotFound(await this.unitsOf(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. */
  async unitsOf(
    caller: Caller,
    reaches: readonly Reach[],
    { kind, parent, asOf, search, identifier, ...page }: ListUnits,
    members?: Projection,
  ): Promise<Page<Unit>[]> {
    const filter = {
      on: asOf ?? caller.on,
      kinds: kind,
      parent,
      search: nameSearch(search),
      identifier: identifierOf(identifier),
    };
    if (filter.identifier && isMasked(filter.identifier)) caller.demandPersonal();
    return this.database.read(caller, () =>
      pagedEach(page, byName, (slice) => this.queries.units(reaches, { ...filter, ...slice }, members)),
    );
  }

  /** One unit as it was on a day; a closed one as it was last. Refusal: NOT_FOUND. */
  unit(
    caller: Caller,
    { commune, unit: code, on = caller.on }: { commune: string; unit: string; on?: string },
    members?: Projection,
  ): Promise<Unit> {
    return this.database.read(caller, async () =>
      found(await this.queries.unit(caller.reachIn(commune), { code, on }, members)),
    );
  }

  /** One unit as it was on a day, one to come as it will be. Refusal: NOT_FOUND. */
  private async unitEver(
    caller: Caller,
    { commune, unit: code }: { commune: string; unit: string },
    on: string,
  ): Promise<UnitRow> {
    const reach = caller.reachIn(commune);
    return found(
      (await this.queries.unit(reach, { code, on })) ?? (await this.queries.unit(reach, { code, on: farthestDay })),
    );
  }

  /** Units by id, today; undefined where there is nothing to see. */
  unitsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<UnitRow>> {
    return this.database.read(caller, () => this.queries.unitsById(withReach(caller, asked), caller.on, members));
  }

  /**
   * The acts on a unit: whether the caller may do each now, `closeUnit` today and with nobody to succeed it, and why
   * not. Refusal: NOT_FOUND.
   */
  unitActions(caller: Caller, commune: string, code: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      await this.unit(caller, { commune, unit: code });
      return this.records.possibleActs(caller, this.recordType, { commune, unit: code, day: caller.on });
    });
  }

  /**
   * The unit of a code that is valid at the time an act is about. Part of another module's write, and so until its end.
   * Refusal: RULE at a pointer of the input.
   */
  async unitNamed(caller: Caller, meant: UnitMeant, pointer: string): Promise<UnitThen> {
    const unit = await this.unitCalled(caller, meant);
    refuse(notValid(unit, meant, pointer));
    return expected(unit, `The unit ${meant.unit} is not there, and yet valid.`);
  }

  /**
   * The unit of a code, valid at the time an act is about or not; undefined where there is none to see. Part of another
   * module's write, and so until its end.
   */
  async unitCalled(caller: Caller, { unit, ...at }: UnitMeant): Promise<UnitThen | undefined> {
    return (await this.unitsCalled(caller, at, [unit])).get(unit);
  }

  /** As `unitCalled`, of several codes: the units by code. */
  async unitsCalled(
    caller: Caller,
    { commune, on }: Omit<UnitMeant, 'unit'>,
    codes: readonly string[],
  ): Promise<Map<string, UnitThen>> {
    const reach = caller.reachIn(commune);
    await this.holdShared(reach);
    const asked = [...new Set(codes)];
    const units = await this.queries.unitsNamed(reach, asked, { on: lastDayOf(on), today: caller.on });
    return new Map(units.map((unit) => [unit.code, unit]));
  }

  /** Whether some unit of the commune has, or had, this code. */
  async hasCode(caller: Caller, commune: string, code: string): Promise<boolean> {
    return (await this.queries.unit(caller.reachIn(commune), { code, on: farthestDay })) !== undefined;
  }

  /**
   * Locks the commune's units for this write: none comes, changes or ends meanwhile. Comes before all other locks, as
   * in the acts on units.
   */
  hold(reach: Reach): Promise<void> {
    return this.queries.lock(reach);
  }

  /** As `hold`, together with other writes that rest on units and change none. */
  holdShared(reach: Reach): Promise<void> {
    return this.queries.lockShared(reach);
  }

  /** Takes a word for a movement: no unit gets it as its code any more. Refusal: CODE_TAKEN when one has it. */
  async takeWord({ communeId }: Reach, word: string, planId: string): Promise<void> {
    await this.database.manager.insert(TakenWord, { communeId, holderId: planId, word, takenBy: 'MOVEMENT' });
  }

  /** Releases the word of a movement that is dropped: a unit may have it as its code. */
  async releaseWord({ communeId }: Reach, planId: string): Promise<void> {
    await this.database.manager.delete(TakenWord, { communeId, holderId: planId });
  }
}

/** `gso:18307` is a system and its code. */
function identifierOf(text: string | undefined): { system: string; value: string } | undefined {
  if (text === undefined) return undefined;
  const [system = '', ...rest] = text.split(':');
  return { system, value: rest.join(':') };
}
