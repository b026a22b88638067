import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { refuse } from '../refusals.js';
import type { Unit } from './unit.entity.js';
import type { MoveUnit, MoveUnits, UnitAt, UnitConfirmation } from './unit.inputs.js';
import { UnitLikenessService } from './unit-likeness.service.js';
import { brokenMoves, brokenPlaces, movedPath, pathBelow } from './unit-move.rules.js';
import { refusePast } from './unit.rules.js';
import { UnitStepsService } from './unit-steps.service.js';
import type { UnitsMoved } from './units-moved.view.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitsQueries, type UnitRow, type UnitThen } from './units.queries.js';
import { UnitsService } from './units.service.js';

/** A place in the tree from a day on; without a unit above the root. */
interface Destination {
  above: UnitRow | undefined;
  from: string;
  confirm?: readonly UnitConfirmation[];
}

/** Units as they move in the tree, each with all below it. */
@Injectable()
export class UnitMovesService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly units: UnitsService,
    private readonly steps: UnitStepsService,
    private readonly likeness: UnitLikenessService,
  ) {}

  /**
   * Moves a unit, with all below it, from a day on. Refusals: FORBIDDEN at either place; STALE; STATE; RULE when the
   * new place is not valid then, or lies below the unit itself; ASKED_BACK for a name that looks like one there.
   */
  moveUnit(
    caller: Caller,
    at: AtVersion<UnitAt>,
    { parent, from = caller.on, reason, confirm }: MoveUnit,
  ): Promise<Unit> {
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      let below: readonly UnitRow[] = [];
      const step = { act: 'moveUnit', at, day: from, reason } as const;
      const moved = await this.steps.act(caller, step, async (unit, reach) => {
        const above = await this.above(caller, 'moveUnit', { commune: at.commune, parent, from });
        below = await this.begin(reach, [unit], { above, from, confirm });
        return {};
      });
      await this.steps.changed(caller, below, { kind: 'unit.moved', reason, on: from });
      return moved;
    });
  }

  /**
   * Moves several units, each with all below it, from a day on: those named, or all directly below one unit. Refusals:
   * FORBIDDEN at any place; RULE and ASKED_BACK as for `moveUnit`; RULE for units that are not there, there already, or
   * too many.
   */
  moveUnits(
    caller: Caller,
    commune: string,
    { units: codes, below: of, parent, from = caller.on, reason, confirm }: MoveUnits,
  ): Promise<UnitsMoved> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      await this.queries.lock(reach);
      refusePast(from, caller.on);
      const above = await this.above(caller, 'moveUnits', { commune, parent, from });
      if (of !== undefined) await this.units.unitNamed(caller, { commune, unit: of, on: from }, '/below');
      const units = await this.queries.unitsToMove(reach, { units: codes, below: of, on: from, today: caller.on });
      for (const { pathToday } of units) caller.demandFor('moveUnits', commune, pathToday);
      refuse(brokenMoves({ units: codes, below: of, from }, units, above));
      const all = [...units, ...(await this.begin(reach, units, { above, from, confirm }))];
      await this.steps.changed(caller, all, { kind: 'unit.moved', reason, on: from });
      return { parentCode: above?.code ?? null, from, units: units.map(({ code }) => code), count: all.length };
    });
  }

  /** The unit above a new place, which lasts and where the caller has the right. Refusals: RULE; FORBIDDEN. */
  private async above(
    caller: Caller,
    act: 'moveUnit' | 'moveUnits',
    { commune, parent, from }: { commune: string; parent?: string | null; from: string },
  ): Promise<UnitThen | undefined> {
    const above = parent == null ? undefined : await this.steps.lasting(caller, commune, { parent, from });
    caller.demandFor(act, commune, above?.pathToday ?? wholeCommune);
    return above;
  }

  /** Begins terms of units, and of those below them, at a new place; gives those below. Refusals: RULE; ASKED_BACK. */
  private async begin(
    reach: Reach,
    units: readonly UnitRow[],
    { above, from, confirm }: Destination,
  ): Promise<UnitRow[]> {
    const moves = new Map(units.map(({ path, code }) => [path, pathBelow(above, code)]));
    const below = await this.queries.below(reach, [...moves.keys()], from);
    refuse(brokenPlaces({ units, below }, { above, from }));
    const parentId = above?.id ?? null;
    const placed = units.map((unit) => ({ ...unit, parentId }));
    await this.likeness.askBack(reach, placed, { pointer: '/parent', from, confirm });
    await this.steps.beginTerms(
      [
        ...units.map((unit) => ({ unit, change: { parentId, path: pathBelow(above, unit.code) } })),
        ...below.map((unit) => ({ unit, change: { path: movedPath(unit.path, moves) } })),
      ],
      from,
    );
    await this.terms.joinTerms(
      reach.communeId,
      [...units, ...below].map(({ id }) => id),
    );
    return below;
  }
}
