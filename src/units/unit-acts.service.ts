import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import { TakenWord } from './taken-word.entity.js';
import { isPerson } from './unit-kind.rules.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { AddUnit, AmendUnit, CloseUnit, MoveUnit, UnitAt } from './unit.inputs.js';
import { brokenIdentifiers, dayBefore, kept, named, validOn } from './unit.rules.js';
import type { UnitAct } from './unit.workflow.js';
import { UnitsQueries, type UnitRow } from './units.queries.js';
import { UnitsService } from './units.service.js';

/** An act on a unit for a day. */
interface ActOfDay {
  act: UnitAct;
  at: AtVersion<UnitAt>;
  day: string;
  reason?: string;
}

/** Units as they come, change, move and end. Names and places are dated: earlier ones stay. */
@Injectable()
export class UnitActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Adds a unit. Refusals: FORBIDDEN; CODE_TAKEN, by a movement's word too; RULE when the unit above is not valid on
   * its first day, or for a wrong citizen's number.
   */
  addUnit(caller: Caller, commune: string, { parent, name, identifiers = [], ...input }: AddUnit): Promise<Unit> {
    return this.records.add(caller, { commune, view: Unit, kind: 'unit.added' }, async (reach) => {
      const { kind, code, validFrom } = input;
      const { commune: communeId } = reach;
      await this.queries.lock(reach);
      const above = parent === undefined ? undefined : await this.lasting(caller, commune, { parent, from: validFrom });
      caller.demandFor('addUnit', commune, above?.path ?? wholeCommune);
      refuse(brokenIdentifiers(kind, identifiers));
      const id = v7();
      await this.database.manager.insert(Unit, {
        kindText: null,
        invented: false,
        ...input,
        identifiers: kept(identifiers),
        communeId,
        id,
        version: 1,
        validTo: null,
        audience: isPerson(kind) ? 'INSIDE' : 'SUPERIOR',
      });
      await this.database.manager.insert(TakenWord, { communeId, holderId: id, word: code, takenBy: 'UNIT' });
      await this.database.manager.insert(UnitTerm, {
        communeId,
        unitId: id,
        validFrom,
        validTo: null,
        ...named(kind, name),
        parentId: above?.id ?? null,
        path: pathBelow(above, code),
      });
      return expected(
        await this.queries.unit(reach, { code, on: validFrom }),
        `The unit ${code} was added and is not there.`,
      );
    });
  }

  /**
   * Amends a unit; a new name holds from a day on, until the next one that is known. Refusals: FORBIDDEN; STALE;
   * STATE; RULE when it is not valid on that day, nothing is to change, or for a wrong citizen's number.
   */
  amendUnit(
    caller: Caller,
    at: AtVersion<UnitAt>,
    { name, from = caller.on, identifiers, reason, ...given }: AmendUnit,
  ): Promise<Unit> {
    return this.act(caller, { act: 'amendUnit', at, day: from, reason }, async (unit) => {
      if (name === undefined && identifiers === undefined && Object.keys(given).length === 0)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse(brokenIdentifiers(unit.kind, identifiers ?? []));
      if (name !== undefined) await this.rename(unit, from, name);
      return { ...given, ...(identifiers && { identifiers: kept(identifiers) }) };
    });
  }

  /**
   * Moves a unit, with all below it, from a day on. Refusals: FORBIDDEN at either place; STALE; STATE; RULE when the
   * new place is not valid then, or lies below the unit itself.
   */
  moveUnit(caller: Caller, at: AtVersion<UnitAt>, { parent, from = caller.on, reason }: MoveUnit): Promise<Unit> {
    const { commune } = caller.in(at.commune);
    return this.database.write(caller, commune, async () => {
      const below: { unit: UnitRow; path: string }[] = [];
      const moved = await this.act(caller, { act: 'moveUnit', at, day: from, reason }, async (unit, reach) => {
        const above = parent == null ? undefined : await this.lasting(caller, at.commune, { parent, from });
        caller.demandFor('moveUnit', at.commune, above?.path ?? wholeCommune);
        if (above && `${above.path}/`.startsWith(`${unit.path}/`))
          throw wrong('/parent', 'BELOW_ITSELF', `"${above.code}" is below "${unit.code}".`);
        const path = pathBelow(above, unit.code);
        for (const each of await this.queries.below(reach, unit.path, from)) {
          if (each.termFrom > from || each.termTo !== null)
            throw wrong('/from', 'LATER_TERM', `The name or place of "${each.code}" below it changes later.`);
          below.push({ unit: each, path: path + each.path.slice(unit.path.length) });
        }
        refuseLaterTerm(unit, '/from');
        await this.beginTerm(unit, from, { parentId: above?.id ?? null, path });
        return {};
      });
      for (const { unit: before, path } of below) {
        await this.beginTerm(before, from, { path });
        const read = async () =>
          expected(
            await this.queries.unit(caller.in(at.commune), { code: before.code, on: from }),
            `The unit ${before.code} was moved and is not there.`,
          );
        await this.records.change(caller, { view: Unit, before, kind: 'unit.moved', reason, read }, {});
      }
      return moved;
    });
  }

  /**
   * Ends a unit; its records stay. Refusals: FORBIDDEN; STALE; STATE; RULE while units below outlive it, or a later
   * name or place is recorded.
   */
  closeUnit(caller: Caller, at: AtVersion<UnitAt>, { lastDay = caller.on, reason }: CloseUnit): Promise<Unit> {
    return this.act(caller, { act: 'closeUnit', at, day: lastDay, reason }, async (unit, reach) => {
      const outliving = (await this.queries.below(reach, unit.path, lastDay)).filter(
        ({ validTo }) => validTo === null || validTo > lastDay,
      );
      if (outliving.length > 0)
        throw wrong(
          '/lastDay',
          'UNITS_BELOW',
          `Still valid below it: ${outliving.map(({ code }) => code).join(', ')}.`,
        );
      refuseLaterTerm(unit, '/lastDay');
      const { communeId, id: unitId, termFrom: validFrom } = unit;
      await this.database.manager.update(UnitTerm, { communeId, unitId, validFrom }, { validTo: lastDay });
      return { validTo: lastDay };
    });
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
    await hold(this.database, Unit, { commune: reach.commune, ids });
    const asked = [...new Set(ids)].sort().map((id) => ({ reach, id }));
    for (const unit of await this.queries.unitsById(asked, caller.on)) {
      const before = expected(unit, 'A unit to be published is not there.');
      await this.records.publish(caller, { view: Unit, before, kind: 'unit.published' }, audience);
    }
  }

  /**
   * An act on a unit as it is on a day. Refusal besides those of every act: RULE for a day gone by, or on which the
   * unit is not valid.
   */
  private act(
    caller: Caller,
    { act, at, day, reason }: ActOfDay,
    set: (unit: UnitRow, reach: Reach) => Promise<Partial<Unit>>,
  ): Promise<Unit> {
    return this.records.act(caller, { type: this.units.recordType, act, at: { ...at, day }, reason }, async () => {
      // An earlier day needs a Legal-Date, and a document it rests on.
      if (day < caller.on) throw wrong('/from', 'PAST', `${day} lies before ${caller.on}: say Legal-Date.`);
      const reach = caller.in(at.commune);
      const unit = await this.queries.unit(reach, { code: at.unit, on: day });
      if (!unit || !validOn(unit, day)) throw wrong('/from', 'NOT_VALID', `"${at.unit}" is not valid on ${day}.`);
      return set(unit, reach);
    });
  }

  /** A unit above that lasts: neither its end nor a change of its place is known. Refusal: RULE. */
  private async lasting(
    caller: Caller,
    commune: string,
    { parent, from }: { parent: string; from: string },
  ): Promise<UnitRow> {
    const above = await this.units.unitNamed(caller, { commune, unit: parent, on: from }, '/parent');
    if (above.validTo !== null) throw wrong('/parent', 'NOT_VALID', `"${parent}" ends on ${above.validTo}.`);
    refuseLaterTerm(above, '/parent');
    return above;
  }

  /** Renames a unit from a day on, in later places too, until another name begins. */
  private async rename(unit: UnitRow, from: string, name: string): Promise<void> {
    const { communeId, id: unitId, kind } = unit;
    await this.beginTerm(unit, from, named(kind, name));
    for (const later of await this.queries.laterTerms({ commune: communeId, id: unitId }, from)) {
      if (later.name !== unit.name) return;
      const { validFrom } = later;
      await this.database.manager.update(UnitTerm, { communeId, unitId, validFrom }, named(kind, name));
    }
  }

  /** Ends the term under way the day before and begins another; on its own first day it is changed in place. */
  private async beginTerm(unit: UnitRow, from: string, change: Partial<UnitTerm>): Promise<void> {
    const { communeId, id: unitId, termFrom: validFrom, termTo: validTo } = unit;
    const key = { communeId, unitId, validFrom };
    const { manager } = this.database;
    if (validFrom === from) {
      await manager.update(UnitTerm, key, change);
      return;
    }
    await manager.update(UnitTerm, key, { validTo: dayBefore(from) });
    const { kind, name, parentId, path } = unit;
    await manager.insert(UnitTerm, {
      ...key,
      validFrom: from,
      validTo,
      ...named(kind, name),
      parentId,
      path,
      ...change,
    });
  }
}

const pathBelow = (above: UnitRow | undefined, code: string) => (above ? `${above.path}/${code}` : code);

/** Refuses a change that a later term would have to repeat. Refusal: RULE. */
function refuseLaterTerm({ code, termTo }: UnitRow, pointer: string): void {
  if (termTo !== null)
    throw wrong(pointer, 'LATER_TERM', `The name or place of "${code}" changes after ${termTo}: act from then on.`);
}
