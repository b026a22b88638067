import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { eachInTurn } from '../database/in-turn.js';
import { fold } from '../database/text.js';
import { farthestDay } from '../day.js';
import { points, type Point } from '../points.js';
import { isSound, orRefusal, Refusal, refusalWith } from '../refusals.js';
import { TakenWord } from './taken-word.entity.js';
import { isPerson } from './unit-kind.rules.js';
import { alike, lookingLike, NumbersHeld, othersNumbers, type UnitFound } from './unit-likeness.rules.js';
import { pathBelow } from './unit-move.rules.js';
import { UnitLikenessService } from './unit-likeness.service.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { AddUnit } from './unit.inputs.js';
import { brokenIdentifiers, kept, named } from './unit.rules.js';
import { UnitsQueries, type UnitThen } from './units.queries.js';

/** A unit that is to be added, with the unit above it. */
type Placed = AddUnit & { id: string; above: UnitThen | undefined };

/** Unit that was added. `isConfirmed`: though it looks like one beside it, which is journaled with it. */
export interface AddedUnit {
  unit: Unit;
  isConfirmed: boolean;
}

/** Operation by which units are added. */
type By = 'addUnit' | 'importUnits';

/** Units as they are added, many in few statements. Part of a write. */
@Injectable()
export class UnitAdditionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly steps: UnitStepsService,
    private readonly likeness: UnitLikenessService,
  ) {}

  /**
   * Adds those units that may be added, and gives in the order asked each one, or its refusal: FORBIDDEN; CODE_TAKEN,
   * by a movement's word too; RULE when the unit above is not valid on its first day, or for a wrong citizen's number,
   * or one of another unit; ASKED_BACK for a name that looks like one beside it.
   */
  async addEach(
    caller: Caller,
    { commune, by }: { commune: string; by: By },
    asked: readonly AddUnit[],
  ): Promise<(AddedUnit | Refusal)[]> {
    const reach = caller.reachIn(commune);
    await this.queries.lock(reach);
    const aboveOf = await this.above(caller, { commune, by }, asked);
    const placed = asked.map((unit) => {
      const above = aboveOf(unit);
      return above instanceof Refusal ? above : { ...unit, id: v7(), above };
    });
    const { refusalOf, isConfirmed } = await this.judge(caller, reach, placed.filter(isSound));
    const judged = placed.map((unit) => (isSound(unit) ? (refusalOf(unit) ?? unit) : unit));
    const added = await this.insert(reach, judged.filter(isSound));
    return judged.map((unit) =>
      isSound(unit)
        ? { unit: expected(added.get(unit.id), `${unit.code} was not added.`), isConfirmed: isConfirmed(unit) }
        : unit,
    );
  }

  /** The unit above each, found once for all that stand below it from the same day on; or the refusal. */
  private async above(
    caller: Caller,
    { commune, by }: { commune: string; by: By },
    asked: readonly AddUnit[],
  ): Promise<(unit: AddUnit) => UnitThen | undefined | Refusal> {
    const found = new Map<string, UnitThen | undefined | Refusal>();
    const placeOf = ({ parent, validFrom }: AddUnit) => `${validFrom} ${parent ?? ''}`;
    for (const unit of asked) {
      const { parent, validFrom: from } = unit;
      if (found.has(placeOf(unit))) continue;
      const above = await orRefusal(async () => {
        const there = parent === undefined ? undefined : await this.steps.lasting(caller, commune, { parent, from });
        caller.demandFor(by, commune, there?.pathToday ?? wholeCommune);
        return there;
      });
      found.set(placeOf(unit), above);
    }
    return (unit) => found.get(placeOf(unit));
  }

  /** Gives the refusal of each unit that breaks a rule or is asked back, and whether a look-alike is meant. */
  private async judge(
    caller: Caller,
    reach: Reach,
    placed: readonly Placed[],
  ): Promise<{ refusalOf: (unit: Placed) => Refusal | undefined; isConfirmed: (unit: Placed) => boolean }> {
    const { communeId } = reach;
    const from = placed.reduce((first, { validFrom }) => (validFrom < first ? validFrom : first), farthestDay);
    const taken = await this.terms.takenWords(
      communeId,
      placed.map(({ code }) => code),
    );
    const folded = [...new Set(placed.map(({ name }) => fold(name)))];
    const asFound = placed.map((unit): UnitFound => ({ ...unit, parentId: unit.above?.id ?? null }));
    const alikeTo = lookingLike([...(await this.terms.foundAs(communeId, { folded, from })), ...asFound]);
    const numbers = placed.flatMap(({ identifiers = [] }) => identifiers);
    const held = new NumbersHeld(await this.likeness.holdersOf(communeId, numbers));
    const asked = new Map<string, Point[]>();
    await eachInTurn(asFound, (some) => {
      for (const unit of some) asked.set(unit.id, points(alike(unit, alikeTo(unit)[0], '/name')));
    });
    const askedOf = ({ id }: Placed) => asked.get(id) ?? [];
    const isConfirmed = (unit: Placed) => askedOf(unit).length > 0 && (unit.confirm?.includes('ALIKE') ?? false);
    const refusalOf = (unit: Placed) => {
      const { kind, code, identifiers = [] } = unit;
      if (taken.has(code)) return new Refusal('CODE_TAKEN');
      taken.add(code);
      const own = brokenIdentifiers(kind, identifiers);
      const broken: Point[] =
        own.length > 0 ? own : othersNumbers(caller, held.byOthers(unit, identifiers), identifiers);
      held.give({ ...unit, identifiers: [] }, identifiers);
      return refusalWith(broken, isConfirmed(unit) ? [] : askedOf(unit));
    };
    return { refusalOf, isConfirmed };
  }

  private async insert({ communeId }: Reach, placed: readonly Placed[]): Promise<Map<string, Unit>> {
    const units = placed.map((unit) => ({ ...unit, record: recordOf(communeId, unit) }));
    await this.database.insert(
      Unit,
      units.map(({ record }) => record),
    );
    await this.database.insert(
      TakenWord,
      placed.map(({ id, code }) => ({ communeId, holderId: id, word: code, takenBy: 'UNIT' as const })),
    );
    await this.database.insert(
      UnitTerm,
      units.map(({ kind, name, record: { id: unitId, validFrom, validTo, parentId, path } }) => ({
        ...{ communeId, unitId, validFrom, validTo, parentId, path },
        ...named(kind, name),
      })),
    );
    return new Map(units.map(({ id, record }) => [id, record]));
  }
}

/** The unit as it is on its first day. */
const recordOf = (
  communeId: number,
  { above, parent: _, confirm: __, identifiers = [], kindText = null, invented = false, ...unit }: Placed,
): Unit => ({
  ...unit,
  ...{ communeId, version: 1, kindText, invented },
  identifiers: kept(identifiers),
  audience: isPerson(unit.kind) ? 'INSIDE' : 'SUPERIOR',
  parentId: above?.id ?? null,
  parentCode: above?.code ?? null,
  path: pathBelow(above, unit.code),
  termFrom: unit.validFrom,
  ...{ termTo: null, validTo: null, predecessors: [], successors: [] },
});
