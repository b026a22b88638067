import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { audiences, type Audience } from '../access/permissions.js';
import { found } from '../api/found.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal, refuse, wrong } from '../refusals.js';
import { TakenWord } from './taken-word.entity.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { AddUnit, AmendUnit, CloseUnit, MoveUnit } from './unit.inputs.js';
import { brokenIdentifiers, dayBefore, isPerson, kept, named, validOn } from './unit.rules.js';
import { unitWorkflow, type UnitState } from './unit.workflow.js';
import { UnitsQueries, type UnitRow } from './units.queries.js';
import { UnitsService } from './units.service.js';

interface Step {
  act: keyof typeof unitWorkflow;
  commune: string;
  code: string;
  expectedVersion: number;
}

/** Refuses what would have to be told again in a later term. */
function refuseLaterTerm({ code, termTo }: UnitRow, pointer: string): void {
  if (termTo !== null)
    throw wrong(pointer, 'LATER_TERM', `The name or place of "${code}" changes after ${termTo}: act from then on.`);
}

const stateOf = (unit: UnitRow, on: string): UnitState =>
  unit.validTo !== null && unit.validTo < on ? 'CLOSED' : 'VALID';

/** Units as they come, change, move and end. Names and places are dated: what was, stays. */
@Injectable()
export class UnitActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** What the caller may do with a unit now, and why not. */
  unitActions(caller: Caller, commune: string, code: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const unit = found(await this.queries.unit(caller.in(commune), code, caller.on));
      return possibleActs(unitWorkflow, stateOf(unit, caller.on), (act) => [
        caller.refusalFor(act, commune, unit.path),
      ]);
    });
  }

  /** Adds a unit. Refusals: CODE_TAKEN, by a movement's word too; RULE when the unit above is not valid on its first day, or for a wrong citizen's number. */
  addUnit(caller: Caller, commune: string, { parent, name, identifiers = [], ...input }: AddUnit): Promise<Unit> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lock(reach);
      const above = parent === undefined ? undefined : await this.lasting(caller, commune, parent, input.validFrom);
      caller.demandFor('addUnit', commune, above?.path ?? '');
      refuse(brokenIdentifiers(input.kind, identifiers));
      const id = v7();
      await this.database.manager.insert(Unit, {
        kindText: null,
        invented: false,
        ...input,
        identifiers: kept(identifiers),
        communeId: reach.commune,
        id,
        version: 1,
        validTo: null,
        audience: isPerson(input.kind) ? 'INSIDE' : 'SUPERIOR',
      });
      await this.database.manager.insert(TakenWord, {
        communeId: reach.commune,
        holderId: id,
        word: input.code,
        takenBy: 'UNIT',
      });
      const path = above ? `${above.path}/${input.code}` : input.code;
      const { validFrom } = input;
      await this.database.manager.insert(UnitTerm, {
        communeId: reach.commune,
        unitId: id,
        validFrom,
        validTo: null,
        ...named(input.kind, name),
        parentId: above?.id ?? null,
        path,
      });
      return this.recorded(caller, reach, input.code, validFrom, 'unit.added', null);
    });
  }

  /** Amends a unit; a new name holds from a day on. Refusals: STALE; STATE; RULE when it is not valid on that day, nothing is to change, or for a wrong citizen's number. */
  amendUnit(
    caller: Caller,
    commune: string,
    code: string,
    expectedVersion: number,
    { name, from = caller.on, identifiers, reason, ...given }: AmendUnit,
  ): Promise<Unit> {
    return this.changed(caller, { act: 'amendUnit', commune, code, expectedVersion }, from, async (unit, reach) => {
      if (name === undefined && identifiers === undefined && Object.keys(given).length === 0)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse(brokenIdentifiers(unit.kind, identifiers ?? []));
      if (name !== undefined) await this.newTerm(reach, unit, from, named(unit.kind, name));
      await this.raise(reach, unit, { ...given, ...(identifiers && { identifiers: kept(identifiers) }) });
      return this.recorded(caller, reach, code, from, 'unit.amended', unit, reason);
    });
  }

  /** Moves a unit, with all below it, from a day on. Refusals: STALE; STATE; RULE when the new place is not valid then, or lies below the unit itself. */
  moveUnit(
    caller: Caller,
    commune: string,
    code: string,
    expectedVersion: number,
    { parent, from = caller.on, reason }: MoveUnit,
  ): Promise<Unit> {
    return this.changed(caller, { act: 'moveUnit', commune, code, expectedVersion }, from, async (unit, reach) => {
      const above = parent == null ? undefined : await this.lasting(caller, commune, parent, from);
      caller.demandFor('moveUnit', commune, above?.path ?? '');
      if (above && `${above.path}/`.startsWith(`${unit.path}/`))
        throw wrong('/parent', 'BELOW_ITSELF', `"${above.code}" is below "${code}".`);
      const below = await this.queries.below(reach, unit.path, from);
      const later = below.find(({ termFrom, termTo }) => termFrom > from || termTo !== null);
      if (later) throw wrong('/from', 'LATER_TERM', `The name or place of "${later.code}" below it changes later.`);
      const path = above ? `${above.path}/${code}` : code;
      await this.newTerm(reach, unit, from, { parentId: above?.id ?? null, path });
      await this.raise(reach, unit, {});
      const moved = await this.recorded(caller, reach, code, from, 'unit.moved', unit, reason);
      for (const each of below) {
        await this.newTerm(reach, each, from, { path: path + each.path.slice(unit.path.length) });
        await this.raise(reach, each, {});
        await this.recorded(caller, reach, each.code, from, 'unit.moved', each, reason);
      }
      return moved;
    });
  }

  /** Ends a unit; its records stay. Refusals: STALE; STATE; RULE while units below outlive it, or a later name or place is recorded. */
  closeUnit(
    caller: Caller,
    commune: string,
    code: string,
    expectedVersion: number,
    { lastDay = caller.on, reason }: CloseUnit,
  ): Promise<Unit> {
    return this.changed(caller, { act: 'closeUnit', commune, code, expectedVersion }, lastDay, async (unit, reach) => {
      const outliving = (await this.queries.below(reach, unit.path, lastDay)).filter(
        ({ validTo }) => validTo === null || validTo > lastDay,
      );
      if (outliving.length > 0)
        throw wrong(
          '/lastDay',
          'UNITS_BELOW',
          `Still valid below it: ${outliving.map((each) => each.code).join(', ')}.`,
        );
      refuseLaterTerm(unit, '/lastDay');
      const { communeId, id: unitId, termFrom: validFrom } = unit;
      await this.database.manager.update(UnitTerm, { communeId, unitId, validFrom }, { validTo: lastDay });
      await this.raise(reach, unit, { validTo: lastDay });
      return this.recorded(caller, reach, code, lastDay, 'unit.closed', unit, reason);
    });
  }

  private changed(
    caller: Caller,
    { act, commune, code, expectedVersion }: Step,
    day: string,
    change: (unit: UnitRow, reach: Reach) => Promise<Unit>,
  ): Promise<Unit> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lock(reach);
      const now = found(
        (await this.queries.unit(reach, code, caller.on)) ?? (await this.queries.unit(reach, code, '9999-12-31')),
      );
      caller.demandFor(act, commune, now.path);
      if (now.version !== expectedVersion) throw new Refusal('STALE', { current: now.version });
      demandState(unitWorkflow, act, { state: stateOf(now, caller.on), version: now.version });
      // What was, stays: an earlier day needs a Legal-Date, and what it rests on.
      if (day < caller.on) throw wrong('/from', 'PAST', `${day} lies before ${caller.on}: say Legal-Date.`);
      const unit = await this.queries.unit(reach, code, day);
      if (!unit || !validOn(unit, day)) throw wrong('/from', 'NOT_VALID', `"${code}" is not valid on ${day}.`);
      return change(unit, reach);
    });
  }

  /** A unit above that lasts: neither its end nor a change of its place is known. */
  private async lasting(caller: Caller, commune: string, code: string, from: string): Promise<UnitRow> {
    const above = await this.units.unitNamed(caller, commune, code, '/parent', from);
    if (above.validTo !== null) throw wrong('/parent', 'NOT_VALID', `"${code}" ends on ${above.validTo}.`);
    refuseLaterTerm(above, '/parent');
    return above;
  }

  /** Ends the term under way the day before and begins another; on its own first day it is changed in place. */
  private async newTerm(reach: Reach, unit: UnitRow, from: string, change: Partial<UnitTerm>): Promise<void> {
    refuseLaterTerm(unit, '/from');
    const key = { communeId: reach.commune, unitId: unit.id, validFrom: unit.termFrom };
    if (unit.termFrom === from) {
      await this.database.manager.update(UnitTerm, key, change);
      return;
    }
    await this.database.manager.update(UnitTerm, key, { validTo: dayBefore(from) });
    await this.database.manager.insert(UnitTerm, {
      ...key,
      validFrom: from,
      validTo: unit.termTo,
      ...named(unit.kind, unit.name),
      parentId: unit.parentId,
      path: unit.path,
      ...change,
    });
  }

  /** Lets units be seen by more people, because what names them was issued; never by fewer. Part of another write. */
  async publish(caller: Caller, reach: Reach, ids: readonly string[], audience: Audience): Promise<void> {
    // In one order: two that publish the same units would wait for each other.
    const units = await this.queries.unitsById(
      [...new Set(ids)].sort().map((id) => ({ reach, id })),
      caller.on,
    );
    for (const before of units.map(found)) {
      if (audiences.indexOf(audience) <= audiences.indexOf(before.audience)) continue;
      await this.raise(reach, before, { audience });
      const record = { ...before, audience, version: before.version + 1 };
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'unit.published',
        view: Unit,
        record,
        seen: { before: before.audience, after: audience },
      });
    }
  }

  private raise(reach: Reach, { id, version }: UnitRow, set: Partial<Unit>): Promise<void> {
    return this.database.change(Unit, { commune: reach.commune, id, version }, set);
  }

  private async recorded(
    caller: Caller,
    reach: Reach,
    code: string,
    on: string,
    kind: `unit.${string}`,
    before: UnitRow | null,
    reason?: string,
  ): Promise<Unit> {
    const record = found(await this.queries.unit(reach, code, on));
    this.journal.record({
      caller,
      commune: reach.commune,
      kind,
      view: Unit,
      record,
      seen: { before: before?.audience ?? null, after: record.audience },
      reason,
    });
    return record;
  }
}
